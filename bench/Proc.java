import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Linux and the JVM know of a process.
final class Proc {
  private static final double MILLIS_A_TICK = 10; // USER_HZ of Linux is 100

  private Proc() {}

  /// @param field of /proc/PID/status, such as VmRSS (resident now) or VmHWM (at most so far)
  static double kilobytes(Process process, String field) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith(field + ":")) return Double.parseDouble(line.replaceAll("\\D", ""));
    }
    throw new IOException("no " + field);
  }

  /// User and system time of all its threads so far.
  static double cpuMillis(Process process) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_A_TICK;
  }

  /// What is left of a JVM's heap after a full collection.
  static double liveKilobytes(Process jvm) throws Exception {
    jcmd(jvm, "GC.run");
    String info = jcmd(jvm, "GC.heap_info");
    double used = 0;
    for (String line : info.lines().toList()) {
      if (!line.matches(".*(heap|generation) .*used \\d+K.*")) continue;
      used += Double.parseDouble(line.replaceFirst(".*used (\\d+)K.*", "$1"));
    }
    if (used == 0) throw new IOException(info);
    return used;
  }

  static String jcmd(Process jvm, String... command) throws Exception {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var builder = new ProcessBuilder(jcmd, Long.toString(jvm.pid()));
    builder.command().addAll(List.of(command));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IOException(output);
    return output;
  }
}
