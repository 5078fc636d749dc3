package pageloom.export;

import io.roastedroot.quickjs4j.core.Builtins;
import io.roastedroot.quickjs4j.core.Engine;
import io.roastedroot.quickjs4j.core.HostFunction;
import java.util.List;
import java.util.Set;

/// Tailwind's own compiler, loaded and ready, in QuickJS, which runs as WebAssembly in Java. Takes
/// some seconds to make. Of the thread that made it.
final class TailwindEngine implements AutoCloseable {
  private final String tokens;
  private final Engine engine;
  private final int build;
  private Set<String> classes = Set.of();
  private String css = "";

  TailwindEngine(String tokens) {
    this.tokens = tokens;
    engine = Engine.builder().addBuiltins(host()).build();
    engine.exec(engine.compile(TailwindScript.text() + Resources.text("tailwind.js")));
    build = engine.compile("host.done(sheetOf(host.classes().split(\" \")));");
  }

  /// What the script can ask the application for.
  private Builtins host() {
    return Builtins.builder("host")
        .add(
            new HostFunction("tokens", List.of(), String.class, _ -> tokens),
            new HostFunction(
                "stylesheet",
                List.of(String.class),
                String.class,
                file -> Resources.tailwind((String) file.getFirst())),
            new HostFunction("classes", List.of(), String.class, _ -> String.join(" ", classes)),
            new HostFunction(
                "done",
                List.of(String.class),
                Boolean.class,
                sheet -> {
                  css = (String) sheet.getFirst();
                  return true;
                }))
        .build();
  }

  /// The style sheet of a page with these classes and no others.
  String sheetOf(Set<String> wanted) {
    classes = wanted;
    css = "";
    engine.exec(build);
    if (css.isEmpty())
      throw new IllegalStateException("Tailwind gave no sheet: " + engine.stderr());
    return css;
  }

  @Override
  public void close() {
    engine.close();
  }
}
