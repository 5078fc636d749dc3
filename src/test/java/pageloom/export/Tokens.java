package pageloom.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The style sheet with the theme's tokens, as the archive has it.
final class Tokens {
  private Tokens() {}

  static String css() {
    try {
      return Files.readString(Path.of("src/main/webapp/tailwind/theme.css"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
