package pageloom.export;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Whole pages as files to save. Stateless but for its compiler; any thread.
public final class PageExport {
  private final Stylesheets stylesheets;
  private final String tokens;

  /// @param tokens the style sheet with the theme's tokens (`tailwind/theme.css`)
  public PageExport(Stylesheets stylesheets, String tokens) {
    this.stylesheets = stylesheets;
    this.tokens = tokens;
  }

  /// The same page in the same format gives the same bytes. Blocks while styles are compiled, which
  /// only `html` and `static` need.
  public Download of(FinishedPage page, ExportFormat format) {
    return switch (format) {
      case HTML -> {
        String html = Html.standalone(page, stylesheets.of(page.classes()));
        yield new Download(
            FileNames.slug(page.title()) + ".html",
            "text/html;charset=utf-8",
            html.getBytes(StandardCharsets.UTF_8));
      }
      case STATIC -> {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("index.html", Html.linked(page, "styles.css"));
        files.put("styles.css", page.themeCss() + "\n" + stylesheets.of(page.classes()));
        yield zip(page, format, files);
      }
      case REACT -> zip(page, format, Project.files(page, Framework.REACT, tokens));
      case TYPESCRIPT -> zip(page, format, Project.files(page, Framework.TYPESCRIPT, tokens));
      case VUE -> zip(page, format, Project.files(page, Framework.VUE, tokens));
      case SVELTE -> zip(page, format, Project.files(page, Framework.SVELTE, tokens));
    };
  }

  private static Download zip(
      FinishedPage page, ExportFormat format, SequencedMap<String, String> files) {
    String name = FileNames.slug(page.title()) + "-" + format.wire() + ".zip";
    return new Download(name, "application/zip", Zip.of(FileNames.asciiSlug(page.title()), files));
  }
}
