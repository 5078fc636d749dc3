package pageloom.store;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import pageloom.WithPostgres;

/// The ledger on a real PostgreSQL server.
final class PostgresLedgerTest extends LedgerContract {
  @RegisterExtension static final WithPostgres POSTGRES = new WithPostgres();

  private @Nullable String url;

  @Override
  Database database() throws Exception {
    if (url == null) url = POSTGRES.database();
    return PostgresDatabase.open(new PostgresDatabase.Access(url, "postgres", null, 10));
  }
}
