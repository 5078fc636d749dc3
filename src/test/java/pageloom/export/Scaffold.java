package pageloom.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pageloom.Npm;
import pageloom.markup.CodeFormat;

/// The project that is handed out with a page, without a page: for tests that put other code in it.
public final class Scaffold {
  private static final FinishedPage EMPTY =
      new FinishedPage("Fragments", "en", "light", "", List.of());

  private Scaffold() {}

  /// Writes its files into a folder and installs what they need.
  public static Npm in(Path folder, CodeFormat format) throws Exception {
    Framework framework =
        switch (format) {
          case REACT -> Framework.REACT;
          case TYPESCRIPT -> Framework.TYPESCRIPT;
          case VUE -> Framework.VUE;
          case SVELTE -> Framework.SVELTE;
          case HTML -> throw new IllegalArgumentException("HTML needs no project");
        };
    Map<String, String> files = Project.files(EMPTY, framework, "@import \"tailwindcss\";\n");
    clear(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(folder.resolve(file.getKey()), file.getValue());
    }
    var npm = new Npm(folder);
    npm.install();
    return npm;
  }

  /// Takes away what was unpacked or built before, but for what was installed.
  public static void clear(Path folder) throws IOException {
    for (String part : List.of("src", "dist")) {
      if (!Files.exists(folder.resolve(part))) continue;
      try (var files = Files.walk(folder.resolve(part))) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    }
  }

  /// Writes a file, with the folders above it.
  public static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
