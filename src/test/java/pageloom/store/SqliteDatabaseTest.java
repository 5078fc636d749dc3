package pageloom.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import pageloom.page.NewPage;
import pageloom.page.PageEvent;
import pageloom.page.PageId;
import pageloom.page.PageJson;
import pageloom.page.PageLog;
import pageloom.page.Plans;
import pageloom.page.StorageException;

/// What can happen to a file.
final class SqliteDatabaseTest {
  @TempDir Path folder;
  private SqliteDatabase database;
  private PageLog log;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder);
    log = new JdbcPageLog(database, InstantSource.system());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private NewPage create() {
    return Plans.create(log, "Hero", "Footer");
  }

  @Test
  void a_full_disk_refuses_writes_and_reads_go_on() {
    NewPage page = create();
    // The same code path as a full disk: SQLite may not make the file any larger.
    database.write(sql -> sql.query("PRAGMA max_page_count = 1", row -> row.getLong(1)));
    List<PageEvent> large = new ArrayList<>();
    for (int i = 0; i < 400; i++) large.add(Plans.completed("Hero"));
    assertThrows(
        StorageException.Full.class,
        () -> log.append(page.id(), new PageLog.Grip(1, 1), Plans.entries(large)));
    assertEquals(1, log.read(page.id(), 0, 10).size());
    database.write(sql -> sql.query("PRAGMA max_page_count = 1000000", row -> row.getLong(1)));
    assertEquals(
        2,
        log.append(
                page.id(), new PageLog.Grip(1, 1), Plans.entries(List.of(Plans.completed("Hero"))))
            .getFirst()
            .seq());
  }

  @Test
  void a_second_server_on_the_same_folder_is_refused_in_words() {
    var refused = assertThrows(Database.CannotOpen.class, () -> SqliteDatabase.open(folder));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("Another Pageloom uses"),
        refused.toString());
  }

  @Test
  void a_damaged_file_is_refused_in_words() throws Exception {
    Path other = folder.resolve("damaged");
    Files.createDirectories(other);
    Files.writeString(
        other.resolve("pageloom.db"), "this is no database, by any means".repeat(200));
    var refused = assertThrows(Database.CannotOpen.class, () -> SqliteDatabase.open(other));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("damaged or is no database"),
        refused.toString());
  }

  @Test
  void a_file_that_is_damaged_in_the_middle_is_refused_with_what_to_do() throws Exception {
    Path other = folder.resolve("middle");
    try (var opened = SqliteDatabase.open(other)) {
      var full = new JdbcPageLog(opened, InstantSource.system());
      for (int i = 0; i < 200; i++) Plans.create(full, "Hero", "Footer");
    }
    Path file = other.resolve("pageloom.db");
    assertFalse(Files.exists(other.resolve("pageloom.db-wal")), "not one file when closed");
    byte[] bytes = Files.readAllBytes(file);
    int middle = bytes.length / 4096 / 2 * 4096;
    Arrays.fill(bytes, middle, middle + 4096, (byte) 7);
    Files.write(file, bytes);
    var refused = assertThrows(Database.CannotOpen.class, () -> SqliteDatabase.open(other));
    assertTrue(refused.getMessage().startsWith(file + " is damaged: "), refused.getMessage());
    assertTrue(
        refused.getMessage().endsWith("or move the file away to begin anew."),
        refused.getMessage());
    // Nothing was written to it.
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  @Test
  void a_file_that_lost_its_end_is_refused_in_words() throws Exception {
    Path other = folder.resolve("short");
    try (var opened = SqliteDatabase.open(other)) {
      var full = new JdbcPageLog(opened, InstantSource.system());
      for (int i = 0; i < 200; i++) Plans.create(full, "Hero", "Footer");
    }
    Path file = other.resolve("pageloom.db");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    var refused = assertThrows(Database.CannotOpen.class, () -> SqliteDatabase.open(other));
    assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
  }

  /// The schema as the version before Flyway made it.
  @Test
  void a_file_of_an_earlier_version_is_brought_up_to_date_without_loss() throws Exception {
    Path other = folder.resolve("old");
    Files.createDirectories(other);
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + other.resolve("pageloom.db"));
    NewPage page = Plans.page(Plans.of("Hero"));
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String script : Migrations.SCRIPTS.subList(0, Migrations.LAST_BEFORE_FLYWAY)) {
        try (InputStream in = Migrations.class.getResourceAsStream(script)) {
          statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      statement.executeUpdate("PRAGMA user_version = " + Migrations.LAST_BEFORE_FLYWAY);
      try (Sql sql = new Sql(connection)) {
        PageTable.insert(sql, page, PageJson.write(page.plan()));
        sql.update("UPDATE page SET last_seq = 1, active = 1");
        sql.update(
            "INSERT INTO page_event (page_id, seq, type, json, at) VALUES (?, 1, 'init', ?, 5)",
            page.id().value(),
            PageJson.write(Plans.init(page)));
      }
    }
    try (var opened = SqliteDatabase.open(other)) {
      var read = new JdbcPageLog(opened, InstantSource.system());
      assertEquals(page.plan(), read.find(page.id()).orElseThrow().plan());
      assertEquals(1, read.read(page.id(), 0, 10).size());
      var picked = new CompletableFuture<PageId>();
      try (var scheduler = new JdbcPageScheduler(opened, 1)) {
        scheduler.start((id, pick) -> {
          picked.complete(id);
          return false;
        });
        assertEquals(page.id(), picked.get(20, TimeUnit.SECONDS));
        scheduler.pause();
      }
      // What the earlier version looks at is as it was, so that it can be gone back to.
      int version =
          opened.write(sql -> sql.first("PRAGMA user_version", row -> row.getInt(1))).get();
      assertEquals(Migrations.LAST_BEFORE_FLYWAY, version);
    }
  }

  /// While nodes are replaced one by one, and after a step back, the version before this one works
  /// on the same tables: it must find all that it knows.
  @Test
  void migrations_after_the_first_release_with_flyway_only_add() throws Exception {
    var allowed =
        Pattern.compile(
            "(?is)\\s*(CREATE (TABLE|INDEX)|INSERT INTO|ALTER TABLE \\w+ ADD COLUMN"
                + " (?!.*NOT NULL(?!.*DEFAULT))).*");
    for (String script :
        Migrations.SCRIPTS.subList(Migrations.LAST_BEFORE_FLYWAY, Migrations.SCRIPTS.size())) {
      String text;
      try (InputStream in = Migrations.class.getResourceAsStream(script)) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      for (String statement : text.replaceAll("--[^\\n]*", "").split(";", -1)) {
        if (statement.isBlank()) continue;
        assertTrue(allowed.matcher(statement).matches(), script + ": " + statement);
      }
    }
  }
}
