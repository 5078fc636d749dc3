package pageloom.store;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import pageloom.WithPostgres;

/// The page log on a real PostgreSQL server.
final class PostgresPageLogTest extends PageLogContract {
  @RegisterExtension static final WithPostgres POSTGRES = new WithPostgres();

  private @Nullable String url;

  @Override
  Database database() throws Exception {
    if (url == null) url = POSTGRES.database();
    return PostgresDatabase.open(new PostgresDatabase.Access(url, "postgres", null, 10));
  }
}
