package pageloom.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import pageloom.page.PageBus;

/// A PostgreSQL database that several processes share. Every write is a transaction of its own on a
/// connection of the pool: the server groups commits by itself.
public final class PostgresDatabase implements Database {
  /// What a transaction that lost against another one fails with: unique violation, serialization
  /// failure, deadlock. Run again, it sees what the other one did.
  private static final Set<String> LOST = Set.of("23505", "40001", "40P01");

  private static final int ATTEMPTS = 5;

  /// Whatever takes part in the ledger's queue.
  private static final long LEDGER = 0x7061_6765_6c6f_6f6dL;

  private final DataSource pool;
  private final @Nullable HikariDataSource own;
  private final PostgresBus bus;
  private volatile long aheadMillis;
  private volatile Consumer<Duration> commits = took -> {};

  /// How to get in.
  ///
  /// @param url JDBC's, `jdbc:postgresql://...`
  /// @param connections at most so many at once, without the two for hints
  public record Access(
      String url, @Nullable String user, @Nullable String password, int connections) {
    /// Without the password, which must not get into a log.
    @Override
    public String toString() {
      return url.replaceFirst("\\?.*", "") + (user == null ? "" : " as " + user);
    }
  }

  private PostgresDatabase(DataSource pool, @Nullable HikariDataSource own) {
    this.pool = pool;
    this.own = own;
    this.bus = new PostgresBus(pool::getConnection, this::compareClocks);
  }

  /// Opens a database with connections of its own.
  ///
  /// @throws CannotOpen with what is wrong and what to do
  public static PostgresDatabase open(Access access) {
    var config = new HikariConfig();
    config.setPoolName("page-log");
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(access.url());
    config.setUsername(access.user());
    config.setPassword(access.password());
    config.setMaximumPoolSize(access.connections() + 2);
    config.setConnectionTimeout(5_000);
    config.setValidationTimeout(3_000);
    config.setKeepaliveTime(30_000);
    config.setInitializationFailTimeout(10_000);
    // A server that is cut off answers nothing: no call may wait for it for ever.
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "15");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "pageloom");
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(config);
      return over(pool, pool, access.toString());
    } catch (CannotOpen known) {
      if (pool != null) pool.close();
      throw known;
    } catch (SQLException | RuntimeException e) {
      if (pool != null) pool.close();
      throw new CannotOpen(
          "The database " + access + " can't be opened: " + why(e) + ". See PAGELOOM_DB_URL.", e);
    }
  }

  /// Opens a database with the connections of a container, which closes them.
  ///
  /// @throws CannotOpen with what is wrong
  public static PostgresDatabase open(DataSource container) {
    try {
      return over(container, null, "of the container");
    } catch (SQLException e) {
      throw new CannotOpen("The database of the container can't be opened: " + why(e) + ".", e);
    }
  }

  private static PostgresDatabase over(
      DataSource pool, @Nullable HikariDataSource own, String named) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      if (!product.equals("PostgreSQL")) {
        throw new CannotOpen(
            "The database " + named + " is " + product + "; Pageloom needs PostgreSQL there.");
      }
    }
    try {
      Migrations.run(pool, 0);
    } catch (FlywayException e) {
      throw new CannotOpen(
          "The database " + named + " can't be brought up to date: " + e.getMessage(), e);
    }
    var database = new PostgresDatabase(pool, own);
    database.compareClocks();
    database.bus.start();
    return database;
  }

  private static String why(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return SqlFailure.of(sql).getMessage() + "";
      }
    }
    return e.getMessage() + "";
  }

  @Override
  public <T> T write(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !LOST.contains(e.getSQLState() + "")) throw SqlFailure.of(e);
      }
    }
  }

  private <T> T attempt(Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      long from = System.nanoTime();
      connection.setAutoCommit(false);
      try (Sql sql = new Sql(connection)) {
        T result = work.run(sql);
        connection.commit();
        commits.accept(Duration.ofNanos(System.nanoTime() - from));
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      } finally {
        if (!connection.isClosed()) connection.setAutoCommit(true);
      }
    }
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      if (!connection.isClosed()) connection.rollback();
    } catch (SQLException connectionIsGone) {
      cause.addSuppressed(connectionIsGone);
    }
  }

  @Override
  public void watch(Consumer<Duration> listener) {
    commits = listener;
  }

  @Override
  public void serialize(Sql sql) throws SQLException {
    sql.query("SELECT pg_advisory_xact_lock(?)", row -> true, LEDGER);
  }

  @Override
  public Connection reader() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public DataSource scheduling() {
    return pool;
  }

  @Override
  public boolean shared() {
    return true;
  }

  /// This process's clock, set right by the server's.
  @Override
  public InstantSource clock() {
    return () -> Instant.now().plusMillis(aheadMillis);
  }

  private void compareClocks() {
    try (Connection connection = pool.getConnection();
        Sql sql = new Sql(connection)) {
      long before = System.currentTimeMillis();
      long there =
          sql.first(
                  "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
                  row -> row.getLong(1))
              .orElseThrow();
      long after = System.currentTimeMillis();
      aheadMillis = there - (before + after) / 2;
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  @Override
  public PageBus bus() {
    return bus;
  }

  @Override
  public void close() {
    bus.close();
    if (own != null) own.close();
    SqliteDatabase.forgetDrivers();
  }
}
