package pageloom.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Text files that come with the application, and those of Tailwind's own archive.
final class Resources {
  /// Tailwind's version: the one that the builder runs, too.
  static final String TAILWIND = text("tailwind-version.txt").strip();

  private Resources() {}

  /// A file beside this class.
  static String text(String path) {
    return read("/pageloom/export/" + path);
  }

  /// A file of Tailwind's archive, e.g. `dist/lib.mjs`.
  static String tailwind(String path) {
    return read("/META-INF/resources/_static/tailwindcss/" + TAILWIND + "/" + path);
  }

  private static String read(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("missing in the application: " + path);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
