package pageloom.launch;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What the launcher itself must know: where to listen. Arguments win over the environment, which
/// wins over the settings file; all other settings are the application's.
///
/// @param config the settings file, or null
/// @param help whether only the help was asked for
/// @param task what to do instead of serving, or null
record Options(String host, int port, @Nullable String config, boolean help, @Nullable Task task) {
  private static final String DEFAULT_HOST = "127.0.0.1";
  private static final String DEFAULT_PORT = "8080";

  /// Something that is done without a server.
  ///
  /// @param name `backup`, `restore` or `aot`
  /// @param file what it is done to; null for `aot`
  record Task(String name, @Nullable Path file) {}

  /// An option that can't be used; the message is for a person.
  static final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    Invalid(String message) {
      super(message);
    }
  }

  static Options of(String[] arguments, Map<String, String> environment) {
    var given = new Properties();
    @Nullable Task task = null;
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      switch (name) {
        case "--help", "-h" -> {
          return new Options(DEFAULT_HOST, 0, null, true, null);
        }
        case "--port", "--host", "--config" -> {
          if (++i == arguments.length) throw new Invalid(name + " needs a value.");
          given.setProperty(name, arguments[i]);
        }
        case "backup", "restore" -> {
          if (++i == arguments.length) throw new Invalid(name + " needs the name of a file.");
          task = new Task(name, Path.of(arguments[i]));
        }
        case "aot" -> task = new Task(name, null);
        default -> throw new Invalid("unknown option " + name + "; see --help.");
      }
    }
    @Nullable String config = given.getProperty("--config", environment.get("PAGELOOM_CONFIG"));
    Properties file = config == null ? new Properties() : read(config);
    String host = choose(given.getProperty("--host"), "PAGELOOM_HOST", environment, file);
    String port = choose(given.getProperty("--port"), "PAGELOOM_PORT", environment, file);
    String way = choose(null, "PAGELOOM_AUTH", environment, file);
    if ("container".equals(way)) {
      throw new Invalid("PAGELOOM_AUTH=container is for a servlet container; here use password.");
    }
    boolean login = way != null || choose(null, "PAGELOOM_PASSWORD", environment, file) != null;
    return new Options(
        address(host == null ? DEFAULT_HOST : host, login),
        port(port == null ? DEFAULT_PORT : port),
        config,
        false,
        task);
  }

  private static @Nullable String choose(
      @Nullable String argument, String name, Map<String, String> environment, Properties file) {
    if (argument != null) return argument;
    String value = environment.get(name);
    return value != null ? value : file.getProperty(name);
  }

  private static Properties read(String config) {
    var properties = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(config))) {
      properties.load(in);
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      throw new Invalid("the settings file " + config + " can't be read.");
    }
  }

  private static int port(String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) return Integer.parseInt(text);
    throw new Invalid("--port must be a number from 0 to 65535, not \"" + text + "\".");
  }

  /// Whoever reaches this server can spend its owner's money, so without a login it listens to this
  /// machine alone.
  private static String address(String host, boolean login) {
    try {
      if (login || InetAddress.getByName(host).isLoopbackAddress()) return host;
    } catch (UnknownHostException e) {
      throw new Invalid("--host " + host + " is no address of this machine.");
    }
    throw new Invalid(
        "--host "
            + host
            + " is open to other machines, so people must sign in. Set PAGELOOM_PASSWORD (at least"
            + " 12 characters) and PAGELOOM_PUBLIC_URL, the address that browsers use; or"
            + " PAGELOOM_AUTH=proxy (see docs/security.md).");
  }
}
