package pageloom.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pageloom.access.Logins;
import pageloom.access.Person;
import pageloom.page.NewPage;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.Plans;
import pageloom.page.Shares;

/// Logins and links, whatever the database.
abstract class AccessContract {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private Database database;
  private Instant now = START;

  /// An empty database.
  abstract Database database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = database();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Logins logins(String password) {
    return new Logins(new JdbcLogins(database), () -> now, password);
  }

  @Test
  void a_login_ends_eight_hours_after_the_last_request() {
    Logins logins = logins("a long password");
    String token = logins.begin(Person.LOCAL);
    for (int i = 0; i < 3; i++) {
      now = now.plus(HOUR.multipliedBy(7));
      assertTrue(logins.holds(token), "in use");
    }
    now = now.plus(HOUR.multipliedBy(8).plusMinutes(6));
    assertFalse(logins.holds(token));
    now = START;
    assertFalse(logins.holds(token), "and is gone for good");
  }

  @Test
  void a_login_ends_after_seven_days_however_much_it_is_used() {
    Logins logins = logins("a long password");
    String token = logins.begin(Person.LOCAL);
    for (int hours = 0; hours < 7 * 24; hours += 4) {
      now = START.plus(HOUR.multipliedBy(hours));
      assertTrue(logins.holds(token));
    }
    now = START.plus(Duration.ofDays(7)).plusSeconds(1);
    assertFalse(logins.holds(token));
  }

  @Test
  void signing_out_everywhere_ends_all_and_another_password_finds_none() {
    Logins logins = logins("a long password");
    String one = logins.begin(Person.LOCAL);
    String two = logins.begin(Person.LOCAL);
    assertFalse(logins("another password").holds(one));
    logins.end(one);
    assertFalse(logins.holds(one));
    assertTrue(logins.holds(two));
    logins.endAll(Person.LOCAL);
    assertFalse(logins.holds(two));
    assertFalse(logins.holds(""));
  }

  @Test
  void what_is_kept_is_not_what_opens() throws Exception {
    String token = logins("a long password").begin(Person.LOCAL);
    try (var connection = database.reader();
        var sql = new Sql(connection)) {
      List<String> ids = sql.query("SELECT id FROM login", row -> row.getString(1));
      assertEquals(1, ids.size());
      assertFalse(ids.getFirst().contains(token));
      assertFalse(logins("a long password").holds(ids.getFirst()));
    }
  }

  private static Shares.Share share(PageId page, String id, Instant from, Duration life) {
    return new Shares.Share(id, page, 1, from, from.plus(life));
  }

  @Test
  void a_link_shows_what_was_kept_until_it_expires_or_is_taken_back() {
    PageLog log = new JdbcPageLog(database, () -> now);
    var shares = new JdbcShares(database);
    NewPage page = Plans.create(log, "Hero");
    PageId id = page.id();
    assertTrue(shares.keep(share(id, "s1", START, HOUR), "f1", "<p>1"));
    assertTrue(shares.keep(share(id, "s2", START.plusSeconds(1), HOUR), "f2", "<p>2"));
    assertEquals(Optional.of("<p>1"), shares.open("f1", START));
    assertEquals(Optional.empty(), shares.open("s1", START));
    assertEquals(Optional.empty(), shares.open("f1", START.plus(HOUR)), "expired");
    List<String> both = shares.of(id, START).stream().map(Shares.Share::id).toList();
    assertEquals(List.of("s2", "s1"), both);
    assertFalse(shares.revoke(PageId.random(), "s1"), "another page's");
    assertTrue(shares.revoke(id, "s1"));
    assertFalse(shares.revoke(id, "s1"));
    assertEquals(Optional.empty(), shares.open("f1", START));
    assertTrue(log.delete(id));
    assertEquals(Optional.empty(), shares.open("f2", START), "gone with its page");
    assertFalse(shares.keep(share(id, "s3", START, HOUR), "f3", "<p>3"), "no such page");
  }
}
