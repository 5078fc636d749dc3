package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `java -jar pageloom.war`: what can go wrong is said in a line, with a non-zero exit.
@Timeout(120)
final class LauncherIT {
  @TempDir Path data;

  private static void assertEnds(int code, String line, WarProcess war) throws Exception {
    try (war) {
      assertEquals(code, war.exit(), war.output());
      assertTrue(war.output().contains(line), war.output());
      assertTrue(!war.output().contains("\tat "), "a stack trace:\n" + war.output());
    }
  }

  private Map<String, String> here() {
    return Map.of("PAGELOOM_DATA", data.toString());
  }

  @Test
  void help_names_every_setting() throws Exception {
    try (var war = WarProcess.start(Map.of(), "--help")) {
      assertEquals(0, war.exit());
      for (String name :
          List.of("--port", "--host", "--config", "PAGELOOM_DATA", "PAGELOOM_MAX_QUEUED")) {
        assertTrue(war.output().contains(name), name);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--port x,--port must be a number",
    "--port 65536,--port must be a number",
    "--port,--port needs a value",
    "--prot 80,unknown option --prot",
    "--host 0.0.0.0,so people must sign in",
    "--host 192.0.2.7,so people must sign in",
    "--config /does/not/exist,can't be read"
  })
  void a_bad_argument_is_one_clear_line(String arguments, String line) throws Exception {
    assertEnds(78, line, WarProcess.start(here(), arguments.split(" ")));
  }

  @Test
  void every_bad_setting_is_named_at_once() throws Exception {
    Path file = data.resolve("settings.properties");
    Files.writeString(
        file, "PAGELOOM_MAX_QUEUED=many\nPAGELOOM_MAX_GENERATING=0\nPAGELOOM_COLOUR=blue\n");
    var war = WarProcess.start(here(), "--port", "0", "--config", file.toString());
    assertEnds(78, "PAGELOOM_MAX_QUEUED: must be a whole number", war);
    assertTrue(war.output().contains("PAGELOOM_MAX_GENERATING: must be"), war.output());
    assertTrue(war.output().contains("PAGELOOM_COLOUR: there is no such setting"), war.output());
  }

  @Test
  void a_port_in_use_is_one_clear_line() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      assertEnds(
          1, "port " + port + " of 127.0.0.1 is in use", WarProcess.start(here(), "--port", port));
    }
  }

  @Test
  void a_data_folder_in_use_is_one_clear_line() throws Exception {
    try (var first = WarProcess.serving(data)) {
      assertEnds(
          1, "Another Pageloom uses the data folder", WarProcess.start(here(), "--port", "0"));
      assertEquals(200, first.get("/healthz").statusCode());
    }
  }

  @Test
  void a_damaged_database_is_one_clear_line() throws Exception {
    Files.writeString(data.resolve("pageloom.db"), "not a database at all. ".repeat(500));
    assertEnds(1, "is damaged or is no database", WarProcess.start(here(), "--port", "0"));
  }

  @Test
  void a_data_folder_that_is_a_file_is_one_clear_line() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "x");
    assertEnds(
        1,
        "can't be written",
        WarProcess.start(Map.of("PAGELOOM_DATA", file.toString()), "--port", "0"));
  }

  @Test
  void an_old_java_is_one_clear_line() throws Exception {
    Optional<Path> java = olderJava();
    if (java.isPresent()) {
      assertEnds(
          78, "needs Java 25 or newer; this is Java", WarProcess.startWith(java.get(), here()));
    } else {
      System.out.println("LauncherIT: no Java below 25 on this machine; checked its bytecode only");
    }
    // Bytecode of Java 8 (class file version 52), or an old JVM would not get as far as the line.
    try (var war = new ZipFile(WarProcess.archive().toFile());
        var main = war.getInputStream(war.getEntry("pageloom/launch/Main.class"))) {
      byte[] head = main.readNBytes(8);
      assertEquals(52, head[7]);
    }
  }

  private static Optional<Path> olderJava() throws IOException {
    if (!Files.isDirectory(Path.of("/usr/lib/jvm"))) return Optional.empty();
    try (var homes = Files.list(Path.of("/usr/lib/jvm"))) {
      return homes.filter(LauncherIT::isOlder).map(home -> home.resolve("bin/java")).findFirst();
    }
  }

  private static boolean isOlder(Path home) {
    try {
      Matcher version =
          Pattern.compile("JAVA_VERSION=\"(\\d+)")
              .matcher(Files.readString(home.resolve("release")));
      return Files.isExecutable(home.resolve("bin/java"))
          && version.find()
          && Integer.parseInt(version.group(1)) < 25;
    } catch (IOException noJdk) {
      return false;
    }
  }

  @Test
  void sigterm_ends_it_in_good_order() throws Exception {
    try (var war = WarProcess.serving(data)) {
      Instant asked = Instant.now();
      war.terminate();
      assertEquals(143, war.exit());
      assertTrue(war.output().contains("Pageloom stopped in"), war.output());
      assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 15);
    }
  }

  @Test
  void nothing_under_web_inf_is_served_and_the_root_is_the_builder() throws Exception {
    try (var war = WarProcess.serving(data)) {
      for (String path :
          List.of("/WEB-INF/web.xml", "/WEB-INF/lib/", "/web-inf/web.xml", "/WEB-INF/launcher/")) {
        assertEquals(404, war.get(path).statusCode(), path);
      }
      var page = war.get("/");
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("full-page-builder.js"));
      assertTrue(!page.body().contains("${"), "a placeholder was left");
      assertTrue(
          page.headers().firstValue("Content-Security-Policy").orElse("").contains("sha256-"));
    }
  }
}
