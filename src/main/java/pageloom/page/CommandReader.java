package pageloom.page;

/// The port to what commands look like as text.
@FunctionalInterface
public interface CommandReader {
  /// Reads a command from the body it came in.
  Command read(String json);
}
