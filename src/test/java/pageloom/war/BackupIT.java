package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.PostgresServer;

/// Copies of a database and their way back, as whoever runs a server makes them.
@Timeout(120)
final class BackupIT {
  @TempDir Path folder;

  /// What a command said.
  private record Said(int code, String output) {}

  private Said run(Path data, String... arguments) throws Exception {
    try (var war = WarProcess.start(Map.of("PAGELOOM_DATA", data.toString()), arguments)) {
      return new Said(war.exit(), war.output());
    }
  }

  private static String begin(WarProcess war) throws Exception {
    var answer = war.post("/api/pages", "{\"prompt\":\"A sourdough bakery in Lisbon\"}");
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("id").getAsString();
  }

  private static String events(WarProcess war, String page) throws Exception {
    return war.readUntil("/api/pages/" + page + "/events", "\"type\":\"complete\"")
        .replaceFirst("retry: \\d+", "");
  }

  @Test
  void a_copy_made_while_pages_are_made_brings_them_all_back() throws Exception {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    List<String> pages = new ArrayList<>();
    String first;
    try (var war = WarProcess.serving(data)) {
      pages.add(begin(war));
      first = events(war, pages.getFirst());
      for (int i = 0; i < 5; i++) pages.add(begin(war));
      Said said = run(data, "backup", copy.toString());
      assertEquals(0, said.code(), said.output());
      assertEquals("Copied 6 pages of " + data + " to " + copy + ".", said.output().strip());
      war.kill();
    }
    Path other = folder.resolve("other");
    Said said = run(other, "restore", copy.toString());
    assertEquals(0, said.code(), said.output());
    try (var war = WarProcess.serving(other)) {
      assertEquals(first, events(war, pages.getFirst()));
      for (String page : pages) events(war, page);
    }
  }

  @Test
  void what_was_there_before_is_kept() throws Exception {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    String later;
    try (var war = WarProcess.serving(data)) {
      begin(war);
      assertEquals(0, run(data, "backup", copy.toString()).code());
      later = begin(war);
      events(war, later);
      war.kill();
    }
    Said said = run(data, "restore", copy.toString());
    assertEquals(0, said.code(), said.output());
    try (var war = WarProcess.serving(data)) {
      assertEquals(404, war.get("/api/pages/" + later).statusCode());
    }
    Path before;
    try (var files = Files.list(data)) {
      before =
          files
              .filter(file -> file.toString().matches(".*\\.before-restore-[\\d-]+"))
              .findFirst()
              .orElseThrow();
    }
    // What only the write-ahead log had when the server was killed is there, too.
    Path kept = Files.createDirectory(folder.resolve("kept"));
    for (String suffix : List.of("", "-wal")) {
      Files.copy(Path.of(before + suffix), kept.resolve("pageloom.db" + suffix));
    }
    try (var war = WarProcess.serving(kept)) {
      assertEquals(200, war.get("/api/pages/" + later).statusCode());
    }
  }

  @Test
  void what_cannot_be_done_is_one_clear_line_and_changes_nothing() throws Exception {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    assertFails(
        "There is no database in " + data + ". Name its folder with PAGELOOM_DATA.",
        run(data, "backup", copy.toString()));
    assertFails("There is no file " + copy + ".", run(data, "restore", copy.toString()));
    Path nonsense = Files.writeString(folder.resolve("nonsense"), "no database ".repeat(500));
    assertFails(
        nonsense
            + " is no backup of Pageloom, or damaged: the database file is damaged or is no"
            + " database.",
        run(data, "restore", nonsense.toString()));
    assertFalse(Files.exists(data.resolve("pageloom.db")));
    // As a restore leaves it that is killed between its steps.
    Files.createDirectories(data);
    Path draft = Files.writeString(data.resolve("pageloom.db.part"), "half");
    assertFails(
        "A restore into " + data + " was not finished. Run it again, or remove pageloom.db.part.",
        run(data, "--port", "0"));
    Files.delete(draft);
    try (var war = WarProcess.serving(data)) {
      events(war, begin(war));
      assertEquals(0, run(data, "backup", copy.toString()).code());
      byte[] bytes = Files.readAllBytes(copy);
      assertFails(
          copy + " is there already. Name another file, or remove it.",
          run(data, "backup", copy.toString()));
      assertArrayEquals(bytes, Files.readAllBytes(copy));
      assertFails(
          "Another Pageloom uses the data folder "
              + data
              + ". Stop it, or name another folder with PAGELOOM_DATA.",
          run(data, "restore", copy.toString()));
      // A page of the file's tree in the middle.
      Arrays.fill(bytes, 3 * 4096, 4 * 4096, (byte) 7);
      Path damaged = Files.write(folder.resolve("damaged.db"), bytes);
      Said said = run(folder.resolve("other"), "restore", damaged.toString());
      assertEquals(1, said.code(), said.output());
      assertTrue(said.output().startsWith("pageloom: " + damaged + " is "), said.output());
      assertTrue(said.output().contains("damaged"), said.output());
      assertEquals(1, said.output().strip().lines().count(), said.output());
    }
    Said noFile = run(data, "backup");
    assertEquals(78, noFile.code());
    assertEquals("pageloom: backup needs the name of a file.", noFile.output().strip());
  }

  private static void assertFails(String line, Said said) {
    assertEquals("pageloom: " + line, said.output().strip());
    assertEquals(1, said.code());
  }

  /// The commands of docs/backup.md.
  @Test
  void a_postgresql_database_is_copied_and_brought_back_by_its_own_tools() throws Exception {
    Path copy = folder.resolve("pageloom.dump");
    try (var server = PostgresServer.start()) {
      String from = server.database();
      String to = server.database();
      String page;
      String events;
      try (var war = WarProcess.start(settings(from), "--port", "0")) {
        page = begin(war);
        events = events(war, page);
        Files.write(copy, server.tool("pg_dump", "--format=custom", "--dbname=" + url(from)));
      }
      server.tool(
          "pg_restore", "--no-owner", "--exit-on-error", "--dbname=" + url(to), copy.toString());
      try (var war = WarProcess.start(settings(to), "--port", "0")) {
        assertEquals(events, events(war, page));
        events(war, begin(war));
      }
    }
  }

  private static Map<String, String> settings(String url) {
    return Map.of("PAGELOOM_DB_URL", url, "PAGELOOM_DB_USER", "postgres");
  }

  /// The address as PostgreSQL's own tools spell it.
  private static String url(String jdbc) {
    return jdbc.replace("jdbc:postgresql://", "postgresql://postgres@");
  }
}
