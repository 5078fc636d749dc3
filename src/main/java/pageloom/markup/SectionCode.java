package pageloom.markup;

import java.util.List;

/// A sanitized section as code: the same tree in another notation. Pure functions; any thread.
public final class SectionCode {
  private SectionCode() {}

  /// The code of one section; ends with a line end.
  ///
  /// @param sectionName what the component is named after, see [#componentName]
  /// @param html what [Sanitizer#sanitize] gave
  /// @throws IllegalArgumentException when the HTML is not one element
  public static String of(CodeFormat format, String sectionName, String html) {
    return of(format, sectionName, FragmentParser.parse(html));
  }

  /// The code of one section, which is not parsed once more; ends with a line end.
  ///
  /// @param sectionName what the component is named after, see [#componentName]
  public static String of(CodeFormat format, String sectionName, Sanitized section) {
    return of(format, sectionName, section.parsed());
  }

  private static String of(CodeFormat format, String sectionName, List<Node> parsed) {
    Node.Element root = Whitespace.canonical(FragmentParser.root(parsed));
    String name = componentName(sectionName);
    return switch (format) {
      case HTML -> TreeWriter.write(new HtmlDialect(), root, 0);
      case REACT ->
          "export default function " + name + "() {\n" + returned(new JsxDialect(false), root);
      case TYPESCRIPT ->
          "import type { ReactElement } from \"react\";\n\nexport default function "
              + name
              + "(): ReactElement {\n"
              + returned(new JsxDialect(true), root);
      case VUE -> "<template>\n" + TreeWriter.write(new VueDialect(), root, 1) + "</template>\n";
      case SVELTE -> TreeWriter.write(new SvelteDialect(), SveltePlaces.marked(root), 0);
    };
  }

  /// A section's name as a component may have it: a PascalCase identifier that hides nothing.
  public static String componentName(String sectionName) {
    return ComponentName.of(sectionName);
  }

  private static String returned(JsxDialect dialect, Node.Element root) {
    return "  return (\n" + TreeWriter.write(dialect, root, 2) + "  );\n}\n";
  }
}
