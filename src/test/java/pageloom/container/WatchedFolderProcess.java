package pageloom.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A container that serves what lies in a folder, and looks now and then what came or went.
abstract class WatchedFolderProcess extends ContainerProcess {
  /// The name without its ending of the archive that is served at the root.
  private final String root;

  WatchedFolderProcess(Place place, String root) throws IOException {
    super(place);
    this.root = root;
  }

  /// The folder.
  abstract Path deployments();

  private Path archive(String path) {
    return deployments().resolve((path.isEmpty() ? root : path.substring(1)) + ".war");
  }

  @Override
  final void put(String path) throws IOException {
    copyArchive(archive(path));
  }

  @Override
  final void take(String path) throws IOException {
    Files.delete(archive(path));
  }
}
