package pageloom.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/// Brings a database to the schema of this version, with Flyway. A script is never changed once it
/// has been released, and a new one only adds: the version before this one must still be able to
/// use the database, while it is replaced node by node and after a step back.
final class Migrations {
  /// The same for both databases, in order.
  static final List<String> SCRIPTS =
      List.of(
          "V1__pages.sql",
          "V2__money.sql",
          "V3__calls.sql",
          "V4__commands.sql",
          "V5__work.sql",
          "V6__access.sql");

  /// How far a database may be that Flyway did not make: the number was in `PRAGMA user_version`.
  static final int LAST_BEFORE_FLYWAY = 4;

  /// Every step at every start is of no interest to who runs it. Held here, because loggers that
  /// nobody holds are forgotten with their level.
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("com.github.kagkarlsson"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  private Migrations() {}

  /// Runs what is missing.
  ///
  /// @param known how many scripts a database without Flyway's table has seen, 0 for an empty one
  static void run(DataSource source, int known) {
    if (isCurrent(source)) return;
    var flyway = Flyway.configure(Migrations.class.getClassLoader()).dataSource(source);
    flyway.loggers("slf4j");
    // No search through the class path, which some containers make slow or impossible.
    flyway.resourceProvider(new Scripts());
    flyway.javaMigrationClassProvider(List::of);
    flyway.callbackLocations(new String[0]);
    flyway.table("schema_version");
    flyway.ignoreMigrationPatterns("*:future");
    flyway.connectRetries(5);
    if (known > 0) flyway.baselineOnMigrate(true).baselineVersion(Integer.toString(known));
    flyway.load().migrate();
  }

  /// Whether the last script has run, and so all. Nearly every start finds that, and then needs
  /// none of Flyway's five hundred classes.
  private static boolean isCurrent(DataSource source) {
    try (Connection connection = source.getConnection();
        Sql sql = new Sql(connection)) {
      List<String> ran =
          sql.query(
              "SELECT script FROM schema_version WHERE success = ?", row -> row.getString(1), true);
      return ran.contains(SCRIPTS.getLast());
    } catch (SQLException noneYet) {
      return false;
    }
  }

  private static final class Scripts implements ResourceProvider {
    @Override
    @SuppressWarnings("NullAway") // no script of that name is null, by contract
    public LoadableResource getResource(String name) {
      return SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return SCRIPTS.stream()
          .filter(name -> name.startsWith(prefix) && List.of(suffixes).contains(".sql"))
          .map(name -> (LoadableResource) new Script(name))
          .toList();
    }
  }

  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      try (InputStream in = Migrations.class.getResourceAsStream(name)) {
        return new StringReader(
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
