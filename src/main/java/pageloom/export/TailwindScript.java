package pageloom.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tailwind's modules as one script, for an engine that loads no modules: each becomes a function
/// that returns what it exports.
final class TailwindScript {
  private static final Pattern IMPORT = Pattern.compile("import\\{([^}]*)\\}from\"\\./([^\"]+)\";");
  private static final Pattern EXPORT = Pattern.compile("export\\{([^}]*)\\};?\\s*$");

  /// QuickJS takes no method of this name unless it is quoted.
  private static final Pattern STATIC_METHOD = Pattern.compile("(?<![\\w$.])static\\(");

  private final Map<String, String> modules = new LinkedHashMap<>();

  private TailwindScript() {}

  /// Defines `tailwind`.
  static String text() {
    var script = new TailwindScript();
    script.add("lib.mjs");
    return "const modules = {};\n"
        + String.join("", script.modules.values())
        + "const tailwind = modules[\"lib.mjs\"];\n";
  }

  private void add(String name) {
    if (modules.containsKey(name)) return;
    String source = Resources.tailwind("dist/" + name);
    var head = new StringBuilder();
    Matcher imports = IMPORT.matcher(source);
    int start = 0;
    while (imports.find(start) && imports.start() == start) {
      add(imports.group(2));
      String names = imports.group(1).replace(" as ", ": ");
      head.append("const {" + names + "} = modules[\"" + imports.group(2) + "\"];");
      start = imports.end();
    }
    Matcher exports = EXPORT.matcher(source);
    if (!exports.find()) throw new IllegalStateException(name + " exports nothing");
    List<String> returned = new ArrayList<>();
    for (String one : exports.group(1).split(",", -1)) {
      String[] names = one.split(" as ", -1);
      returned.add("\"" + names[names.length - 1] + "\": " + names[0]);
    }
    String body =
        STATIC_METHOD.matcher(source.substring(start, exports.start())).replaceAll("\"static\"(");
    modules.put(
        name,
        "modules[\""
            + name
            + "\"] = (() => {"
            + head
            + body
            + "return {"
            + String.join(", ", returned)
            + "};})();\n");
  }
}
