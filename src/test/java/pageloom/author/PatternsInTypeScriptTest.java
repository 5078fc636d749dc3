package pageloom.author;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import pageloom.Npm;
import pageloom.export.Scaffold;
import pageloom.markup.CodeFormat;
import pageloom.markup.SectionCode;

/// TypeScript's own compiler, strict as in the project that is handed out, on every pattern.
final class PatternsInTypeScriptTest {
  @Test
  void strict_typescript_accepts_every_pattern() throws Exception {
    Path folder = Path.of("target/exports/patterns").toAbsolutePath();
    Npm npm = Scaffold.in(folder, CodeFormat.TYPESCRIPT);
    List<String> fragments = PatternFragments.all();
    for (int i = 0; i < fragments.size(); i++) {
      String name = "Pattern" + i;
      String code = SectionCode.of(CodeFormat.TYPESCRIPT, name, fragments.get(i));
      Scaffold.write(folder.resolve("src/patterns/" + name + ".tsx"), code);
    }
    npm.program("tsc", "--noEmit", "--strict", "--project", "tsconfig.json");
  }
}
