package pageloom.app;

import java.util.List;
import pageloom.author.PatternSheet;
import pageloom.http.PatternGallery;
import pageloom.plan.Theme;
import pageloom.plan.Themes;

/// Brings patterns and palettes together for the gallery.
final class GallerySheet {
  private GallerySheet() {}

  static PatternGallery.Sheet of(Repertoire all) {
    var patterns = new PatternSheet(all.planner(), all.patterns(), all.types(), all.kinds());
    List<PatternGallery.Palette> palettes =
        Themes.palettes().stream()
            .map(id ->
                new PatternGallery.Palette(
                    id, Themes.rootCss(new Theme(id, "light", "grotesk", "soft", "normal"))))
            .toList();
    return new PatternGallery.Sheet(
        palettes,
        patterns.specimens().stream()
            .map(s -> new PatternGallery.Pattern(s.kind(), s.layout(), s.html()))
            .toList());
  }
}
