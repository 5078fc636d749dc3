package pageloom.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// Every setting, checked. A setting is an environment variable; a settings file may give the same
/// names, and the environment wins.
///
/// @param dataFolder where the embedded database is
/// @param maxGenerating how many pages are made at once
/// @param maxQueued how many more may wait for their turn
record Config(Path dataFolder, int maxGenerating, int maxQueued) {
  /// Every name there is. The launcher reads those of the address, `./run` the JVM options.
  static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              "PAGELOOM_HOST",
              "PAGELOOM_PORT",
              "PAGELOOM_CONFIG",
              "PAGELOOM_JAVA_OPTS",
              "PAGELOOM_DATA",
              "PAGELOOM_MAX_GENERATING",
              "PAGELOOM_MAX_QUEUED"));

  /// Settings that can't be used, each with what is wrong with it.
  static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    Invalid(List<String> complaints) {
      super(String.join("\n", complaints));
    }
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
          if (name.startsWith("PAGELOOM_")) values.put(name, value);
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
    return values;
  }

  /// Checks the values given.
  static Config of(Map<String, String> values) {
    var checked = new Checked(values);
    for (String name : new TreeSet<>(values.keySet())) {
      if (!NAMES.contains(name)) checked.complain(name + ": there is no such setting.");
    }
    var config =
        new Config(
            checked.folder("PAGELOOM_DATA", defaultFolder()),
            checked.count("PAGELOOM_MAX_GENERATING", 100, 1, 10_000),
            checked.count("PAGELOOM_MAX_QUEUED", 1_000, 0, 100_000));
    if (!checked.complaints.isEmpty()) throw new Invalid(checked.complaints);
    return config;
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

  private static final class Checked {
    final Map<String, String> values;
    final List<String> complaints = new ArrayList<>();

    Checked(Map<String, String> values) {
      this.values = values;
    }

    void complain(String complaint) {
      complaints.add(complaint);
    }

    int count(String name, int otherwise, int least, int most) {
      String value = values.get(name);
      if (value == null) return otherwise;
      if (value.matches("\\d{1,9}")) {
        int count = Integer.parseInt(value);
        if (count >= least && count <= most) return count;
      }
      complain(name + ": must be a whole number from " + least + " to " + most + ".");
      return otherwise;
    }

    Path folder(String name, Path otherwise) {
      String value = values.get(name);
      if (value == null) return otherwise;
      try {
        if (!value.isBlank()) return Path.of(value).toAbsolutePath();
      } catch (InvalidPathException e) {
        // said below
      }
      complain(name + ": must be a folder.");
      return otherwise;
    }
  }
}
