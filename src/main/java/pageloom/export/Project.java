package pageloom.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import pageloom.markup.SectionCode;

/// A page as the files of a project: Vite, a framework and Tailwind, whose own plugin makes the
/// styles from the components.
final class Project {
  /// What is spelled otherwise in a template than it is in a class name.
  private static final Pattern ESCAPED = Pattern.compile("[&<>\"'`{}\\\\]|[^\\x20-\\x7E]");

  private Project() {}

  /// Text by path.
  ///
  /// @param tokens the style sheet with the theme's tokens, as Tailwind reads it
  static SequencedMap<String, String> files(FinishedPage page, Framework framework, String tokens) {
    List<String> names =
        FileNames.sections(page.sections().stream().map(FinishedPage.Section::name).toList());
    String name = FileNames.asciiSlug(page.title());
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("README.md", Resources.text("README.md"));
    files.put(".gitignore", "node_modules\ndist\n");
    files.put("index.html", Html.shell(page, "/" + framework.script()));
    for (String fixed : framework.fixed()) {
      String text = Resources.text(framework.folder() + "/" + fixed);
      files.put(fixed, text.replace("${name}", name).replace("${tailwindcss}", Resources.TAILWIND));
    }
    files.put("src/styles.css", "@import \"./theme.css\";\n" + tokens);
    files.put("src/theme.css", ReadableCss.of(page.themeCss()));
    files.put(framework.page(), framework.app(page, names));
    for (int i = 0; i < names.size(); i++) {
      files.put(
          "src/sections/" + names.get(i) + "." + framework.code().extension(),
          SectionCode.of(framework.code(), names.get(i), page.sections().get(i).html()));
    }
    Set<String> escaped = escaped(page.classes());
    if (!escaped.isEmpty()) files.put("src/classes.txt", String.join("\n", escaped) + "\n");
    return files;
  }

  /// Tailwind reads components as plain text. Classes that it would not recognise there stand in a
  /// file of their own.
  private static Set<String> escaped(Set<String> classes) {
    Set<String> escaped = new TreeSet<>();
    for (String name : classes) if (ESCAPED.matcher(name).find()) escaped.add(name);
    return escaped;
  }
}
