package pageloom.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a Java process holds, as the JDK's `jcmd` and the kernel tell it.
///
/// @param pid the process
public record Jvm(long pid) {
  private static final Pattern NAME = Pattern.compile("\"name\": \"([^\"]*)\"");

  /// The names of its threads, virtual ones too. Those of groups of threads are among them.
  public List<String> threads() throws IOException, InterruptedException {
    Path dump = Files.createTempFile("threads", ".json");
    try {
      jcmd("Thread.dump_to_file", "-overwrite", "-format=json", dump.toString());
      String json = Files.readString(dump);
      return NAME.matcher(json).results().map((MatchResult name) -> name.group(1)).toList();
    } finally {
      Files.delete(dump);
    }
  }

  /// How many class loaders hold the application's classes after a collection.
  public int applications() throws IOException, InterruptedException {
    // A first one finds what is to be finalized or closed by a cleaner, a second one collects that.
    jcmd("GC.run");
    jcmd("GC.run");
    String classes = jcmd("VM.class_hierarchy", "pageloom.app.Application");
    return (int) classes.lines().filter(line -> line.contains("pageloom.app.Application/")).count();
  }

  /// The files that are open, or mapped into memory, under a folder.
  public List<String> files(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path one : open.toList()) {
        String target = target(one);
        if (target.startsWith(folder + "/")) found.add(target);
      }
    }
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/maps"))) {
      if (line.contains(" " + folder + "/")) found.add(line.substring(line.indexOf('/')));
    }
    return found;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private String jcmd(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    all.add(Long.toString(pid));
    all.addAll(List.of(command));
    Process jcmd = new ProcessBuilder(all).redirectErrorStream(true).start();
    String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) throw new AssertionError(output);
    return output;
  }
}
