package pageloom.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import pageloom.PostgresServer;

/// The page log on a real PostgreSQL server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresPageLogTest extends PageLogContract {
  private PostgresServer server;
  private String url = "";

  @BeforeAll
  void start() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @AfterEach
  void forget() {
    url = "";
  }

  @Override
  Database database() throws Exception {
    if (url.isEmpty()) url = server.database();
    return PostgresDatabase.open(new PostgresDatabase.Access(url, "postgres", null, 10));
  }
}
