package pageloom.export;

import java.util.List;
import java.util.stream.Collectors;
import pageloom.markup.CodeFormat;
import pageloom.markup.SectionCode;

/// A page as an HTML document. The builder makes the same file of what it shows
/// (`builder/download.js`).
final class Html {
  private Html() {}

  /// The whole page in one file: no script, nothing from elsewhere.
  static String standalone(FinishedPage page, String css) {
    String style = styleText(page.themeCss()) + "\n" + styleText(css);
    List<String> parts = page.sections().stream().map(section -> section.html().strip()).toList();
    return document(page, "<style>\n" + style + "\n</style>", body(page, parts, "\n\n"));
  }

  /// The page beside its style sheet, laid out on lines.
  static String linked(FinishedPage page, String stylesheet) {
    List<String> parts =
        page.sections().stream()
            .map(section -> SectionCode.of(CodeFormat.HTML, section.name(), section.html()))
            .map(String::strip)
            .toList();
    String link = "<link rel=\"stylesheet\" href=\"" + stylesheet + "\">";
    return document(page, link, body(page, parts, "\n\n"));
  }

  /// The document that a project's script fills.
  static String shell(FinishedPage page, String script) {
    String body =
        "<div id=\"app\"></div>\n<script type=\"module\" src=\"" + script + "\"></script>";
    return document(page, "", body);
  }

  private static String document(FinishedPage page, String styles, String body) {
    String mode = page.mode().isEmpty() ? "" : " data-mode=\"" + escaped(page.mode()) + "\"";
    return """
    <!doctype html>
    <html lang="%s"%s>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    %s</head>
    <body>
    %s
    </body>
    </html>
    """
        .formatted(
            escaped(page.language()),
            mode,
            escaped(page.title()),
            styles.isEmpty() ? "" : styles + "\n",
            body);
  }

  /// Everything between the navigation and the footer is the page's main content.
  private static String body(FinishedPage page, List<String> parts, String gap) {
    int start = page.mainStart();
    int end = page.mainEnd();
    if (start >= end) return String.join(gap, parts);
    String main =
        parts.subList(start, end).stream()
            .collect(Collectors.joining(gap, "<main>\n", "\n</main>"));
    return java.util.stream.Stream.of(
            parts.subList(0, start), List.of(main), parts.subList(end, parts.size()))
        .flatMap(List::stream)
        .collect(Collectors.joining(gap));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// No text in a sheet may end the element that it stands in.
  private static String styleText(String css) {
    return css.replace("</", "<\\/");
  }
}
