package pageloom.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import pageloom.WithPostgres;

/// On a real PostgreSQL server.
final class PostgresAccessTest extends AccessContract {
  @RegisterExtension static final WithPostgres POSTGRES = new WithPostgres();

  @Override
  Database database() throws Exception {
    var access = new PostgresDatabase.Access(POSTGRES.database(), "postgres", null, 4);
    return PostgresDatabase.open(access);
  }
}
