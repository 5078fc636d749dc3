package pageloom.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The files of an exported page. That they build and look right, `ExportIT` shows.
final class PageExportTest {
  private static final FinishedPage PAGE =
      new FinishedPage(
          "Tom & \"Jerry\" </title>",
          "en",
          "auto",
          ":root{color-scheme:light;--pl-ink:#111;--pl-font:\"A;B\",serif}\n"
              + "@media (prefers-color-scheme:dark){:root[data-mode=auto]{--pl-ink:#eee}}\n",
          List.of(
              new FinishedPage.Section("Navigation", "<nav id=\"navigation\">Menu</nav>"),
              new FinishedPage.Section(
                  "Hero", "<section class=\"[&amp;&gt;p]:mt-2\" id=\"hero\"><p>Hi</p></section>"),
              new FinishedPage.Section("../Hero", "<section id=\"x\">{x}</section>"),
              new FinishedPage.Section("Footer", "<footer id=\"footer\">End</footer>")));

  private final PageExport export =
      new PageExport(
          classes -> "/* " + String.join(" ", classes) + " </style> */",
          "@import \"tailwindcss\";\n");

  private static byte[] bytes(Download file) throws IOException {
    var out = new ByteArrayOutputStream();
    file.writeTo(out);
    return out.toByteArray();
  }

  private Map<String, String> unzipped(ExportFormat format) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    byte[] zip = bytes(export.of(PAGE, format));
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        files.put(e.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void the_single_file_has_everything_in_it_and_no_script() throws IOException {
    Download file = export.of(PAGE, ExportFormat.HTML);
    assertEquals("tom-jerry-title.html", file.name());
    assertEquals(
        """
        <!doctype html>
        <html lang="en" data-mode="auto">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Tom &amp; &quot;Jerry&quot; &lt;/title&gt;</title>
        <style>
        :root{color-scheme:light;--pl-ink:#111;--pl-font:"A;B",serif}
        @media (prefers-color-scheme:dark){:root[data-mode=auto]{--pl-ink:#eee}}

        /* [&>p]:mt-2 <\\/style> */
        </style>
        </head>
        <body>
        <nav id="navigation">Menu</nav>

        <main>
        <section class="[&amp;&gt;p]:mt-2" id="hero"><p>Hi</p></section>

        <section id="x">{x}</section>
        </main>

        <footer id="footer">End</footer>
        </body>
        </html>
        """,
        new String(bytes(file), StandardCharsets.UTF_8));
  }

  @Test
  void a_project_has_a_component_for_each_section_and_one_that_joins_them() throws IOException {
    Map<String, String> files = unzipped(ExportFormat.SVELTE);
    assertEquals(
        List.of(
            "README.md",
            ".gitignore",
            "index.html",
            "package.json",
            "svelte.config.js",
            "vite.config.js",
            "src/main.js",
            "src/styles.css",
            "src/theme.css",
            "src/App.svelte",
            "src/sections/Navigation.svelte",
            "src/sections/Hero.svelte",
            "src/sections/HeroPart2.svelte",
            "src/sections/Footer.svelte",
            "src/classes.txt"),
        files.keySet().stream().map(f -> f.replace("tom-jerry-title/", "")).toList());
    assertEquals(
        """
        <script>
          import Navigation from "./sections/Navigation.svelte";
          import Hero from "./sections/Hero.svelte";
          import HeroPart2 from "./sections/HeroPart2.svelte";
          import Footer from "./sections/Footer.svelte";
        </script>

        <Navigation />
        <main>
          <Hero />
          <HeroPart2 />
        </main>
        <Footer />
        """,
        files.get("tom-jerry-title/src/App.svelte"));
    assertEquals("[&>p]:mt-2\n", files.get("tom-jerry-title/src/classes.txt"));
    assertEquals(
        """
        :root {
          color-scheme: light;
          --pl-ink: #111;
          --pl-font: "A;B",serif;
        }
        @media (prefers-color-scheme:dark) {
          :root[data-mode=auto] {
            --pl-ink: #eee;
          }
        }
        """,
        files.get("tom-jerry-title/src/theme.css"));
    for (String text : files.values()) assertFalse(text.contains("${"), text);
  }

  @ParameterizedTest
  @EnumSource
  void the_same_page_gives_the_same_bytes_in_any_time_zone(ExportFormat format) throws IOException {
    TimeZone here = TimeZone.getDefault();
    byte[] first = bytes(export.of(PAGE, format));
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertArrayEquals(first, bytes(export.of(PAGE, format)));
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_page_of_which_nothing_is_done_yet_is_a_page(ExportFormat format) throws IOException {
    var empty = new FinishedPage("", "en", "light", "", List.of());
    Download file = export.of(empty, format);
    assertTrue(file.name().startsWith("page"), file.name());
    assertEquals(file.size(), bytes(file).length);
  }
}
