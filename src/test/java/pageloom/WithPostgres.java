package pageloom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A PostgreSQL server for the tests of one class, which register this in a static field.
public final class WithPostgres implements BeforeAllCallback, AfterAllCallback {
  private @Nullable PostgresServer server;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    server = PostgresServer.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (server != null) server.close();
  }

  /// A new, empty database.
  ///
  /// @return its JDBC address
  public String database() throws Exception {
    return server().database();
  }

  public PostgresServer server() {
    if (server == null) throw new IllegalStateException("register this in a static field");
    return server;
  }
}
