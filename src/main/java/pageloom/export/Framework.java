package pageloom.export;

import java.util.List;
import pageloom.markup.CodeFormat;

/// What a project of one framework is made of. Its fixed files are resources beside this class, in
/// the folder of that name.
///
/// @param code how sections are written
/// @param page the file that joins the sections
/// @param fixed files that are the same in every project
record Framework(CodeFormat code, String page, List<String> fixed) {
  static final Framework REACT =
      new Framework(
          CodeFormat.REACT,
          "src/App.jsx",
          List.of("package.json", "vite.config.js", "src/main.jsx"));
  static final Framework TYPESCRIPT =
      new Framework(
          CodeFormat.TYPESCRIPT,
          "src/App.tsx",
          List.of(
              "package.json",
              "tsconfig.json",
              "vite.config.ts",
              "src/main.tsx",
              "src/vite-env.d.ts"));
  static final Framework VUE =
      new Framework(
          CodeFormat.VUE, "src/App.vue", List.of("package.json", "vite.config.js", "src/main.js"));
  static final Framework SVELTE =
      new Framework(
          CodeFormat.SVELTE,
          "src/App.svelte",
          List.of("package.json", "svelte.config.js", "vite.config.js", "src/main.js"));

  String folder() {
    return code.wire();
  }

  /// The script that the document starts.
  String script() {
    return fixed.stream().filter(file -> file.startsWith("src/main.")).findFirst().orElseThrow();
  }

  /// The whole page: every section's component, the main content in an element of its own.
  String app(FinishedPage page, List<String> names) {
    return switch (code) {
      case REACT, TYPESCRIPT -> jsx(page, names);
      case VUE ->
          "<script setup>\n"
              + imports(names, ".vue", "")
              + "</script>\n\n<template>\n"
              + tags(page, names, "  ")
              + "</template>\n";
      case SVELTE ->
          "<script>\n" + imports(names, ".svelte", "  ") + "</script>\n\n" + tags(page, names, "");
      case HTML -> throw new IllegalArgumentException("HTML has no components");
    };
  }

  private String jsx(FinishedPage page, List<String> names) {
    boolean typed = code == CodeFormat.TYPESCRIPT;
    return (typed ? "import type { ReactElement } from \"react\";\n" : "")
        + imports(names, typed ? "" : ".jsx", "")
        + "\nexport default function App()"
        + (typed ? ": ReactElement" : "")
        + " {\n  return (\n    <>\n"
        + tags(page, names, "      ")
        + "    </>\n  );\n}\n";
  }

  private static String imports(List<String> names, String ending, String indent) {
    var lines = new StringBuilder();
    for (String name : names) {
      lines
          .append(indent)
          .append("import ")
          .append(name)
          .append(" from \"./sections/")
          .append(name)
          .append(ending)
          .append("\";\n");
    }
    return lines.toString();
  }

  private static String tags(FinishedPage page, List<String> names, String indent) {
    var lines = new StringBuilder();
    int start = page.mainStart();
    int end = page.mainEnd();
    boolean main = start < end;
    for (int i = 0; i < names.size(); i++) {
      if (main && i == start) lines.append(indent).append("<main>\n");
      String deeper = main && i >= start && i < end ? indent + "  " : indent;
      lines.append(deeper).append('<').append(names.get(i)).append(" />\n");
      if (main && i == end - 1) lines.append(indent).append("</main>\n");
    }
    return lines.toString();
  }
}
