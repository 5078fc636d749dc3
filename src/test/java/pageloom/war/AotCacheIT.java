package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `java -jar pageloom.war aot`, and the server that is started with what it made.
@Timeout(180)
final class AotCacheIT {
  private static final String PAGE = "{\"prompt\":\"Build a modern SaaS landing page\"}";

  @TempDir Path folder;

  private Map<String, String> here() {
    return Map.of(
        "PAGELOOM_DATA", folder.resolve("data").toString(),
        "XDG_CACHE_HOME", folder.resolve("cache").toString());
  }

  private Path cache() throws Exception {
    try (var war = WarProcess.start(here(), "aot")) {
      assertEquals(0, war.exit(), war.output());
      return Path.of(war.output().strip());
    }
  }

  @Test
  void a_server_with_the_cache_takes_its_classes_from_there_and_makes_pages() throws Exception {
    Path cache = cache();
    var made = Files.getLastModifiedTime(cache);
    assertEquals(cache, cache(), "it is made once");
    assertEquals(made, Files.getLastModifiedTime(cache));
    assertTrue(Files.notExists(folder.resolve("data")), "the first page was not the owner's");

    Path loaded = folder.resolve("loaded.txt");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = cache.resolveSibling("pageloom.jar").toString();
    // With AOTMode=on a cache that does not fit ends the JVM.
    List<String> command =
        List.of(
            java,
            "-XX:AOTMode=on",
            "-XX:AOTCache=" + cache,
            "-Xlog:class+load:file=" + loaded,
            "-jar",
            jar,
            "--port",
            "0");
    try (var server = WarProcess.startBy(command, here())) {
      String page = server.post("/api/generate-multi-section-stream", PAGE).body();
      assertTrue(page.contains("\"type\":\"complete\""), page);
      assertTrue(!server.output().contains("WARNING"), server.output());
      assertEquals(200, server.get("/full-page-builder.js").statusCode());
      assertEquals(404, server.get("/WEB-INF/aot/pageloom.jar").statusCode());
    }
    List<String> ours =
        Files.readAllLines(loaded).stream()
            .filter(line -> line.contains(" pageloom.") && !line.contains("$$"))
            .toList();
    long cached = ours.stream().filter(line -> line.contains("shared objects file")).count();
    assertTrue(cached > 0.95 * ours.size(), cached + " of " + ours.size() + " classes");
  }
}
