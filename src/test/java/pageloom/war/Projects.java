package pageloom.war;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;

/// What a person does with an export: unpack it, put it on a web server, look at it.
final class Projects {
  private Projects() {}

  /// Unpacks an archive, without its own folder, over what was there.
  static void unpack(byte[] zip, Path into) throws IOException {
    Files.createDirectories(into);
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String path = entry.getName();
        Path file = into.resolve(path.substring(path.indexOf('/') + 1)).normalize();
        if (!file.startsWith(into)) throw new AssertionError("leads out of its folder: " + path);
        Files.createDirectories(file.getParent());
        Files.write(file, in.readAllBytes());
      }
    }
  }

  /// A web server for a folder, at a free port of this machine.
  static HttpServer serve(Path folder) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server =
        SimpleFileServer.createFileServer(
            address, folder.toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
    server.start();
    return server;
  }

  /// The share of pixels that are not the same, all of those included that only one picture has.
  static double difference(byte[] one, byte[] other) throws IOException {
    BufferedImage a = ImageIO.read(new ByteArrayInputStream(one));
    BufferedImage b = ImageIO.read(new ByteArrayInputStream(other));
    int width = Math.max(a.getWidth(), b.getWidth());
    int height = Math.max(a.getHeight(), b.getHeight());
    long different = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean inBoth =
            x < a.getWidth() && x < b.getWidth() && y < a.getHeight() && y < b.getHeight();
        if (!inBoth || a.getRGB(x, y) != b.getRGB(x, y)) different++;
      }
    }
    return (double) different / ((long) width * height);
  }
}
