package pageloom.http;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.function.Supplier;

/// What people who work on patterns look at: `/gallery.html` and its data at `/api/dev/patterns`. A
/// server that is not for development never registers it, and has nothing at these addresses.
public final class PatternGallery {
  private final Supplier<Sheet> sheet;

  /// @param sheet made anew for each request
  public PatternGallery(Supplier<Sheet> sheet) {
    this.sheet = sheet;
  }

  /// Every pattern with words, and every palette.
  public record Sheet(List<Palette> palettes, List<Pattern> patterns) {
    public Sheet {
      palettes = List.copyOf(palettes);
      patterns = List.copyOf(patterns);
    }
  }

  /// A palette.
  ///
  /// @param css what it sets the variables of a page to, in both modes
  public record Palette(String id, String css) {}

  /// A pattern.
  ///
  /// @param html its sanitized markup
  public record Pattern(String kind, String layout, String html) {}

  /// Registers its servlets with the container.
  public void register(ServletContext context) {
    context
        .addServlet("PatternsServlet", new PatternsServlet(sheet))
        .addMapping("/api/dev/patterns");
    context
        .addServlet("GalleryServlet", new GalleryServlet())
        .addMapping("/gallery.html", "/gallery/*");
  }
}
