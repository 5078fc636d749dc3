package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pageloom.Chromium;
import pageloom.Npm;
import pageloom.export.Scaffold;

/// The code for Vue and for Svelte, built by their own compilers in the project that is handed out,
/// and mounted in a browser, is the fragment again.
final class BuiltConversionTest {
  private static final int RANDOM_FRAGMENTS = Integer.getInteger("pageloom.built", 1_000);

  private static final Map<CodeFormat, String> MAINS =
      Map.of(
          CodeFormat.VUE,
          """
          import { createApp } from "vue";
          const parts = import.meta.glob("./fragments/*.vue", { eager: true, import: "default" });
          window.mount = (at, target) => createApp(parts[`./fragments/F${at}.vue`]).mount(target);
          """,
          CodeFormat.SVELTE,
          """
          import { flushSync, mount } from "svelte";
          const parts = import.meta.glob("./fragments/*.svelte", { eager: true, import: "default" });
          window.mount = (at, target) => flushSync(() => mount(parts[`./fragments/F${at}.svelte`], { target }));
          """);

  @ParameterizedTest
  @EnumSource(names = {"VUE", "SVELTE"})
  void fragments_come_back_as_they_are(CodeFormat format) throws Exception {
    List<String> fragments = fragments();
    Path folder = Path.of("target/exports/fragments-" + format.wire()).toAbsolutePath();
    Npm npm = Scaffold.in(folder, format);
    Scaffold.write(folder.resolve("src/main.js"), MAINS.get(format));
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < fragments.size(); i++) {
      String code = SectionCode.of(format, "Test", fragments.get(i));
      codes.add(code);
      Scaffold.write(folder.resolve("src/fragments/F" + i + "." + format.extension()), code);
    }
    npm.script("build");

    List<?> lines = mounted(folder.resolve("dist"), fragments);

    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      String line = difference((Map<?, ?>) lines.get(i));
      if (!line.isEmpty()) {
        wrong.add(line + "\nfragment " + i + ": " + fragments.get(i) + "\n" + codes.get(i));
      }
    }
    assertEquals(List.of(), wrong, () -> wrong.size() + " wrong:\n" + String.join("\n\n", wrong));
  }

  /// What is not the same in the two trees. White space that is not rendered does not count: these
  /// languages keep a space for the ends of lines around text.
  private static String difference(Map<?, ?> answer) {
    if (answer.get("error") instanceof String error) return error;
    var expected = shape(canonical((String) answer.get("expected")), "");
    var actual = shape(canonical((String) answer.get("actual")), "");
    return expected.equals(actual) ? "" : "expected\n" + expected + "but got\n" + actual;
  }

  private static Node.Element canonical(String html) {
    return Whitespace.canonical(FragmentParser.root(FragmentParser.parse(html)));
  }

  private static String shape(Node node, String indent) {
    return switch (node) {
      case Node.Text(String text) -> indent + JsString.literal(text) + "\n";
      case Node.Element element -> {
        var lines = new StringBuilder(indent).append('<').append(element.name());
        new TreeMap<>(element.attributes())
            .forEach((name, value) -> lines.append(' ').append(name).append('=').append(value));
        lines.append(">\n");
        element.children().forEach(child -> lines.append(shape(child, indent + "  ")));
        yield lines.toString();
      }
    };
  }

  private static List<String> fragments() {
    var sanitizer = new Sanitizer();
    long seed = Long.getLong("pageloom.seed", 20260101L);
    Stream<String> random =
        Stream.iterate(seed, s -> s + 1)
            .limit(RANDOM_FRAGMENTS)
            .map(s -> new RandomMarkup(s).fragment());
    return Stream.concat(NastyFragments.all().stream(), random)
        .map(html -> sanitizer.sanitize(html, "hero").html())
        .toList();
  }

  private static List<?> mounted(Path site, List<String> fragments) throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server =
        SimpleFileServer.createFileServer(address, site, SimpleFileServer.OutputLevel.NONE);
    server.start();
    try (var chromium = Chromium.open()) {
      Page page = chromium.page();
      page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      page.addScriptTag(new Page.AddScriptTagOptions().setContent(shapes()));
      return (List<?>) page.evaluate("fragments => fragments.map(checkMounted)", fragments);
    } finally {
      server.stop(0);
    }
  }

  private static String shapes() throws Exception {
    try (InputStream in = BuiltConversionTest.class.getResourceAsStream("render.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
