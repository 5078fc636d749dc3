package pageloom.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import pageloom.page.Ledger;
import pageloom.page.Retention;
import pageloom.store.PostgresDatabase;

/// Every setting, checked. A setting is an environment variable; a settings file may give the same
/// names, and the environment wins.
///
/// @param dataFolder where the embedded database is
/// @param database the PostgreSQL server to use instead, or empty
/// @param maxGenerating how many pages are made at once
/// @param maxQueued how many more may wait for their turn
/// @param access who is let in
/// @param keep which pages are deleted by themselves
/// @param budgets the most that may be spent on models
/// @param development whether the gallery of patterns is served
/// @param model the model to write with, or empty where the built-in patterns write
record Config(
    Path dataFolder,
    Optional<PostgresDatabase.Access> database,
    int maxGenerating,
    int maxQueued,
    AccessSettings access,
    Retention.Limits keep,
    Ledger.Budgets budgets,
    boolean development,
    Optional<ModelSettings> model) {
  /// Every name there is. The launcher reads those of the address, `./run` the JVM options.
  static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              "PAGELOOM_HOST",
              "PAGELOOM_PORT",
              "PAGELOOM_CONFIG",
              "PAGELOOM_JAVA_OPTS",
              "PAGELOOM_DATA",
              "PAGELOOM_DB_URL",
              "PAGELOOM_DB_USER",
              "PAGELOOM_DB_PASSWORD",
              "PAGELOOM_DB_CONNECTIONS",
              "PAGELOOM_DEV",
              "PAGELOOM_AUTH",
              "PAGELOOM_PASSWORD",
              "PAGELOOM_PUBLIC_URL",
              "PAGELOOM_TOKEN",
              "PAGELOOM_PROXY",
              "PAGELOOM_PROXY_SECRET",
              "PAGELOOM_PROXY_USER_HEADER",
              "PAGELOOM_CORS_ORIGINS",
              "PAGELOOM_SHARING",
              "PAGELOOM_LIMITS",
              "PAGELOOM_PERSON_GENERATING",
              "PAGELOOM_PERSON_STARTS",
              "PAGELOOM_PERSON_STREAMS",
              "PAGELOOM_MAX_STREAMS",
              "PAGELOOM_MAX_GENERATING",
              "PAGELOOM_MAX_QUEUED",
              "PAGELOOM_KEEP_DAYS",
              "PAGELOOM_KEEP_MB",
              "PAGELOOM_API_KEY",
              "PAGELOOM_BASE_URL",
              "PAGELOOM_MODEL",
              "PAGELOOM_MODELS",
              "PAGELOOM_FALLBACK_MODELS",
              "PAGELOOM_PRICE",
              "PAGELOOM_BUDGET_PAGE",
              "PAGELOOM_BUDGET_PERSON_DAY",
              "PAGELOOM_BUDGET_DAY"));

  /// OpenRouter's own name for its key; read like PAGELOOM_API_KEY.
  private static final String OPENROUTER_API_KEY = "OPENROUTER_API_KEY";

  private static final System.Logger LOG = System.getLogger(Config.class.getName());

  /// Those that nobody but the owner of the file may read.
  private static final Set<String> SECRETS =
      Set.of(
          "PAGELOOM_API_KEY",
          OPENROUTER_API_KEY,
          "PAGELOOM_DB_PASSWORD",
          "PAGELOOM_PASSWORD",
          "PAGELOOM_TOKEN",
          "PAGELOOM_PROXY_SECRET");

  private static final int UNLIMITED = 100_000;

  /// Settings that can't be used, each with what is wrong with it.
  static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    Invalid(List<String> complaints) {
      super(String.join("\n", complaints));
    }
  }

  /// Whether counts and rates have limits.
  boolean limited() {
    return access.limited();
  }

  /// The settings of this process.
  ///
  /// @throws Invalid with every complaint at once
  static Config load() {
    Map<String, String> values = new HashMap<>();
    String file = System.getProperty("pageloom.config", System.getenv("PAGELOOM_CONFIG"));
    if (file != null) values.putAll(read(file));
    System.getenv()
        .forEach((name, value) -> {
          if (name.startsWith("PAGELOOM_") || name.equals(OPENROUTER_API_KEY)) {
            values.put(name, value);
          }
        });
    return of(values);
  }

  private static Map<String, String> read(String file) {
    var properties = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(file))) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new Invalid(List.of("The settings file " + file + " can't be read."));
    }
    Map<String, String> values = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      values.put(name, properties.getProperty(name).strip());
    }
    if (!Collections.disjoint(values.keySet(), SECRETS) && isOpenToOthers(Path.of(file))) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The settings file {0} holds secrets and others can read it: chmod 600",
          file);
    }
    return values;
  }

  private static boolean isOpenToOthers(Path file) {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException notOfThatKind) {
      return false;
    }
  }

  /// Checks the values given.
  static Config of(Map<String, String> values) {
    Map<String, String> known = new HashMap<>(values);
    String key = known.remove(OPENROUTER_API_KEY);
    if (key != null) known.putIfAbsent("PAGELOOM_API_KEY", key);
    var checked = new CheckedSettings(known);
    AccessSettings access = AccessSettings.of(checked);
    boolean limited = access.limited();
    for (String name : new TreeSet<>(known.keySet())) {
      if (!NAMES.contains(name)) checked.complain(name, "there is no such setting.");
    }
    var config =
        new Config(
            checked.folder("PAGELOOM_DATA", defaultFolder()),
            database(checked),
            limited ? checked.count("PAGELOOM_MAX_GENERATING", 100, 1, 10_000) : UNLIMITED,
            limited ? checked.count("PAGELOOM_MAX_QUEUED", 1_000, 0, 100_000) : UNLIMITED,
            access,
            new Retention.Limits(
                Duration.ofDays(checked.count("PAGELOOM_KEEP_DAYS", 0, 0, 36_500)),
                checked.count("PAGELOOM_KEEP_MB", 0, 0, 100_000_000) * 1_000_000L),
            new Ledger.Budgets(
                checked.dollars("PAGELOOM_BUDGET_PAGE", "0.50"),
                checked.dollars("PAGELOOM_BUDGET_PERSON_DAY", "5"),
                checked.dollars("PAGELOOM_BUDGET_DAY", "20")),
            checked.toggle("PAGELOOM_DEV"),
            ModelSettings.of(checked));
    checked.throwIfAny();
    return config;
  }

  private static Optional<PostgresDatabase.Access> database(CheckedSettings checked) {
    String url = checked.text("PAGELOOM_DB_URL");
    int connections = checked.count("PAGELOOM_DB_CONNECTIONS", 10, 2, 1_000);
    if (url == null) {
      for (String name : List.of("PAGELOOM_DB_USER", "PAGELOOM_DB_PASSWORD")) {
        if (checked.text(name) != null) checked.complain(name, "needs PAGELOOM_DB_URL.");
      }
      return Optional.empty();
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      checked.complain(
          "PAGELOOM_DB_URL",
          "must be the address of a PostgreSQL database, such as"
              + " jdbc:postgresql://127.0.0.1:5432/pageloom.");
      return Optional.empty();
    }
    return Optional.of(
        new PostgresDatabase.Access(
            url,
            checked.text("PAGELOOM_DB_USER"),
            checked.text("PAGELOOM_DB_PASSWORD"),
            connections));
  }

  /// The data folder of the XDG Base Directory Specification.
  private static Path defaultFolder() {
    String xdg = System.getenv("XDG_DATA_HOME");
    Path base =
        xdg != null && !xdg.isEmpty()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".local", "share");
    return base.resolve("pageloom");
  }
}
