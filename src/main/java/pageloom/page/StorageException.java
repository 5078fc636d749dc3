package pageloom.page;

/// The log could not do what was asked. Which one says whether trying again can help.
public abstract sealed class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private StorageException(String message, Throwable cause) {
    super(message, cause);
  }

  private StorageException(String message) {
    super(message);
  }

  /// No space is left to write to; reads go on.
  public static final class Full extends StorageException {
    private static final long serialVersionUID = 1;

    public Full(Throwable cause) {
      super("no space left for the database", cause);
    }
  }

  /// The database can't be used right now: locked, read-only, broken or gone.
  public static final class Unavailable extends StorageException {
    private static final long serialVersionUID = 1;

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }

    public Unavailable(String message) {
      super(message);
    }
  }

  /// Another owner has claimed the page: stop writing to it.
  public static final class Fenced extends StorageException {
    private static final long serialVersionUID = 1;

    public Fenced(PageId id) {
      super("page " + id + " has another owner now");
    }
  }

  /// An idempotency key came back with another body.
  public static final class KeyReused extends StorageException {
    private static final long serialVersionUID = 1;

    public KeyReused() {
      super("this Idempotency-Key was used with another body");
    }
  }
}
