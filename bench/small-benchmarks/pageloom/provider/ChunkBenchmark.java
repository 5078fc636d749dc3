package pageloom.provider;

import com.google.gson.JsonPrimitive;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What is done to a model's answer: one section, in 100 chunks.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChunkBenchmark {
  private static final int CHUNKS = 100;

  private ByteBuffer stream = ByteBuffer.allocate(0);

  @Setup
  public void read() throws Exception {
    String html = Files.readString(Path.of(System.getProperty("section")));
    var body = new StringBuilder();
    for (int i = 0; i < CHUNKS; i++) {
      String piece = html.substring(html.length() * i / CHUNKS, html.length() * (i + 1) / CHUNKS);
      body.append("data: {\"id\":\"gen-1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,")
          .append("\"delta\":{\"role\":\"assistant\",\"content\":")
          .append(new JsonPrimitive(piece))
          .append("},\"finish_reason\":null}]}\n\n");
    }
    body.append("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
    stream = ByteBuffer.wrap(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Benchmark
  public Answer parse() {
    var answer = new Answer();
    var errors = new ErrorBody("model", true);
    var quiet = new Quiet();
    var readers =
        new AnswerBody.Readers(
            answer, new ChunkReader(answer, errors), errors, quiet, InstantSource.system());
    var reader = new EventReader(readers, quiet);
    reader.feed(stream.duplicate());
    reader.end();
    if (!quiet.decided) throw new IllegalStateException("the answer did not end");
    return answer;
  }

  /// Nobody listens.
  private static final class Quiet implements AnswerBody.Progress, EventReader.Verdict {
    private boolean decided;

    @Override
    public void token() {}

    @Override
    public void closing() {}

    @Override
    public void ended(Answer.Result result, boolean orderly) {}

    @Override
    public void drained() {}

    @Override
    public void decide(Answer.Result result, boolean orderly) {
      decided = true;
    }

    @Override
    public void fail(Failure failure) {
      throw new IllegalStateException(failure.toString());
    }

    @Override
    public boolean decided() {
      return decided;
    }
  }
}
