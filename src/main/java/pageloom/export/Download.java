package pageloom.export;

import java.io.IOException;
import java.io.OutputStream;

/// A file to save. Immutable.
public final class Download {
  private final String name;
  private final String mediaType;
  private final byte[] bytes;

  Download(String name, String mediaType, byte[] bytes) {
    this.name = name;
    this.mediaType = mediaType;
    this.bytes = bytes;
  }

  /// What to call it, ending included; may have letters of any script.
  public String name() {
    return name;
  }

  /// With its charset, where it is text.
  public String mediaType() {
    return mediaType;
  }

  /// Its length in bytes.
  public int size() {
    return bytes.length;
  }

  /// Writes all of it.
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }
}
