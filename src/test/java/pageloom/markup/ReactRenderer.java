package pageloom.markup;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pageloom.Chromium;

/// React itself, in a real browser: renders the code that was made from fragments, into a page and
/// to static markup, and says where either is not the fragment's own tree. Open one a class.
public final class ReactRenderer implements AutoCloseable {
  private static final int BATCH = 100;
  private static final List<String> LIBRARIES =
      List.of(
          "react/18.3.1/umd/react.development.js",
          "react-dom/18.3.1/umd/react-dom.development.js",
          "react-dom/18.3.1/umd/react-dom-server-legacy.browser.development.js",
          "babel__standalone/7.21.2/babel.min.js");

  private final Chromium chromium;
  private final Page page;

  private ReactRenderer(Chromium chromium, Page page) {
    this.chromium = chromium;
    this.page = page;
  }

  /// @param wrong one line for each fragment whose code renders something else
  /// @param warnings what React had to say about the code
  public record Outcome(List<String> wrong, List<String> warnings) {}

  /// Starts the browser and loads the libraries, from the class path.
  public static ReactRenderer open() {
    Chromium chromium = Chromium.open();
    Page page = chromium.page();
    page.setContent("<!doctype html><title>React</title>");
    for (String library : LIBRARIES) {
      page.addScriptTag(
          new Page.AddScriptTagOptions()
              .setContent(resource("/META-INF/resources/webjars/" + library)));
    }
    page.addScriptTag(
        new Page.AddScriptTagOptions().setContent(resource("/pageloom/markup/render.js")));
    return new ReactRenderer(chromium, page);
  }

  /// Renders the code of sanitized fragments in both formats.
  public Outcome render(List<String> fragments) {
    return render(fragments, List.of(CodeFormat.REACT, CodeFormat.TYPESCRIPT));
  }

  /// Renders a hundred fragments in one format, the next hundred in the other.
  Outcome renderByTurns(List<String> fragments) {
    return render(fragments, List.of());
  }

  private Outcome render(List<String> fragments, List<CodeFormat> all) {
    List<String> wrong = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (int start = 0; start < fragments.size(); start += BATCH) {
      List<String> batch = fragments.subList(start, Math.min(start + BATCH, fragments.size()));
      CodeFormat turn = start / BATCH % 2 == 0 ? CodeFormat.REACT : CodeFormat.TYPESCRIPT;
      for (CodeFormat format : all.isEmpty() ? List.of(turn) : all) {
        render(batch, format, wrong, warnings);
      }
    }
    return new Outcome(wrong, warnings.stream().distinct().toList());
  }

  private void render(
      List<String> fragments, CodeFormat format, List<String> wrong, List<String> warnings) {
    List<String> codes =
        fragments.stream().map(html -> SectionCode.of(format, "Test", html)).toList();
    List<Map<String, Object>> cases = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      cases.add(
          Map.of(
              "html", fragments.get(i),
              "code", codes.get(i),
              "typescript", format == CodeFormat.TYPESCRIPT));
    }
    var answer = (Map<?, ?>) page.evaluate("cases => checkAll(cases)", cases);
    var lines = (List<?>) answer.get("wrong");
    for (int i = 0; i < codes.size(); i++) {
      if (lines.get(i) instanceof String line) {
        wrong.add(
            format.wire() + ": " + line + "\nfragment: " + fragments.get(i) + "\n" + codes.get(i));
      }
    }
    for (Object warning : (List<?>) answer.get("warnings")) {
      warnings.add((String) warning);
    }
  }

  private static String resource(String path) {
    try (InputStream in = ReactRenderer.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chromium.close();
  }
}
