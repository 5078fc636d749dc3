package pageloom.markup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What is done to each section that a model wrote.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MarkupBenchmark {
  private final Sanitizer sanitizer = new Sanitizer();
  private String html = "";
  private Sanitized section = sanitizer.sanitize("<section id=\"hero\">x</section>", "hero");

  @Setup
  public void read() throws Exception {
    html = Files.readString(Path.of(System.getProperty("section")));
    section = sanitizer.sanitize(html, "pricing");
  }

  @Benchmark
  public Sanitized sanitize() {
    return sanitizer.sanitize(html, "pricing");
  }

  @Benchmark
  public String jsx() {
    return SectionCode.of(CodeFormat.REACT, "Pricing", section);
  }
}
