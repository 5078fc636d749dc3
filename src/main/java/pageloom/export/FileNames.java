package pageloom.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import pageloom.markup.SectionCode;

/// Names of files that every file system, archive and framework takes, whatever a page and its
/// sections are called.
final class FileNames {
  private static final int MAX_SLUG = 60;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_ASCII = Pattern.compile("[^A-Za-z0-9]+");

  /// Windows keeps these for devices, with any ending ("Naming Files, Paths, and Namespaces"). A
  /// project has an App of its own.
  private static final Pattern RESERVED =
      Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]|app|main|index", Pattern.CASE_INSENSITIVE);

  private FileNames() {}

  /// A page's title in lower case with dashes, letters of all scripts kept: the name that a browser
  /// saves it under.
  static String slug(String title) {
    return slug(Normalizer.normalize(title, Normalizer.Form.NFC), "[^\\p{L}\\p{N}\\p{M}]+");
  }

  /// The same in ASCII alone, as packages and folders are named.
  static String asciiSlug(String title) {
    return slug(unmarked(title), "[^a-z0-9]+");
  }

  /// A name for each section, in ASCII: a component's and a file's, unique even where file systems
  /// do not tell upper from lower case.
  static List<String> sections(List<String> names) {
    Set<String> taken = new HashSet<>();
    List<String> unique = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String base = component(names.get(i), i + 1);
      String name = base;
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) name = base + "Part" + n;
      unique.add(name);
    }
    return unique;
  }

  private static String component(String name, int place) {
    String ascii = NOT_ASCII.matcher(unmarked(name)).replaceAll(" ").strip();
    if (ascii.isEmpty()) return "Section" + place;
    String component = SectionCode.componentName(ascii);
    return RESERVED.matcher(component).matches() ? component + "Section" : component;
  }

  private static String slug(String title, String separators) {
    String dashed = title.toLowerCase(Locale.ROOT).replaceAll(separators, "-");
    String slug = dashed.replaceAll("^-+", "");
    int end = slug.offsetByCodePoints(0, Math.min(MAX_SLUG, slug.codePointCount(0, slug.length())));
    String cut = slug.substring(0, end).replaceAll("-+$", "");
    if (cut.isEmpty()) return "page";
    return RESERVED.matcher(cut).matches() ? cut + "-page" : cut;
  }

  /// Letters without what stands on or under them.
  private static String unmarked(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }
}
