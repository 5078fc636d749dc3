package pageloom.http;

import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import pageloom.page.LoggedEvent;
import pageloom.page.PageId;

/// What is done for each event that a viewer gets.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FrameBenchmark {
  private final PageId page = PageId.random();
  private LoggedEvent event = new LoggedEvent(1, Instant.EPOCH, "status", "{}");

  @Setup
  public void read() throws Exception {
    String html = Files.readString(Path.of(System.getProperty("section")));
    String json = "{\"type\":\"section_complete\",\"data\":{\"html\":" + new JsonPrimitive(html) + "}}";
    event = new LoggedEvent(17, Instant.EPOCH, "section_complete", json);
  }

  @Benchmark
  public byte[] encode() {
    return SseFrame.RESUMABLE.of(page, event);
  }
}
