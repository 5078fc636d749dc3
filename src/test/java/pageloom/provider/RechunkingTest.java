package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Where packets end says nothing: any cut of the same bytes gives the same text.
final class RechunkingTest {
  private static final String[] PIECES = {
    "a",
    "<section class=\"x\">",
    "\n\t",
    "\\",
    "é",
    "漢字",
    "😀",
    "\u2028",
    "\"",
    "data: ",
    "\u0001",
    " ",
    ""
  };

  private final Random random = new Random();

  static Answer.Result read(byte[] body, Answer answer, Random cuts) {
    var errors = new ErrorBody("m", true);
    var outcome = new ArrayList<Answer.Result>();
    var progress =
        new AnswerBody.Progress() {
          @Override
          public void token() {}

          @Override
          public void closing() {}

          @Override
          public void ended(Answer.Result result, boolean orderly) {
            outcome.add(result);
          }

          @Override
          public void drained() {}
        };
    var reader =
        new AnswerBody(
            new Head(),
            new AnswerBody.Readers(
                answer, new ChunkReader(answer, errors), errors, progress, InstantSource.system()));
    for (int at = 0; at < body.length; ) {
      List<ByteBuffer> packet = new ArrayList<>();
      for (int i = cuts.nextInt(3); i >= 0 && at < body.length; i--) {
        int size = Math.min(body.length - at, cuts.nextInt(cuts.nextBoolean() ? 4 : 400));
        packet.add(ByteBuffer.wrap(body, at, size).asReadOnlyBuffer());
        at += size;
      }
      reader.onNext(packet);
    }
    reader.onComplete();
    assertEquals(1, outcome.size());
    return outcome.getFirst();
  }

  private record Head() implements HttpResponse.ResponseInfo {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(Map.of(), (_, _) -> true);
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }

  private String piece() {
    var piece = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--)
      piece.append(PIECES[random.nextInt(PIECES.length)]);
    return piece.toString();
  }

  /// As gson writes it, or with every character beyond ASCII escaped.
  private String quoted(String piece) {
    String json = new JsonPrimitive(piece).toString();
    if (random.nextBoolean()) return json;
    var ascii = new StringBuilder();
    for (char c : json.toCharArray()) {
      if (c < 0x80) ascii.append(c);
      else ascii.append("\\u%04X".formatted((int) c));
    }
    return ascii.toString();
  }

  @RepeatedTest(50)
  void any_cut_gives_the_same_text(RepetitionInfo repetition) {
    random.setSeed(repetition.getCurrentRepetition());
    var expected = new StringBuilder();
    var body = new ByteArrayOutputStream();
    for (int i = 0; i < 300; i++) {
      String end = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
      String piece = piece();
      expected.append(piece);
      String colon = random.nextBoolean() ? ":" : ": ";
      String data = Chunks.delta("\"content\"" + colon + quoted(piece));
      String event =
          switch (random.nextInt(8)) {
            case 0 -> ": comment" + end + "data:" + data + end + end;
            case 1 -> "event: message" + end + "data: " + data + end + "id: 1" + end + end;
            case 2 ->
                "data: " + data.replace(",\"choices\"", "," + end + "data:\"choices\"") + end + end;
            case 3 ->
                "data: " + data.replace("null", "null,\"logprobs\":{\"content\":null}") + end + end;
            default -> "data: " + data + end + end;
          };
      body.writeBytes(event.getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("data: " + Chunks.finish("stop") + "\n\n").getBytes(StandardCharsets.UTF_8));
    for (int cut = 0; cut < 4; cut++) {
      var answer = new Answer();
      Answer.Result result = read(body.toByteArray(), answer, random);
      assertEquals(new Answer.Answered(Finish.STOP), result);
      assertEquals(expected.toString(), answer.text.from(0));
    }
  }

  @RepeatedTest(20)
  void the_template_never_reads_what_the_parser_would_read_otherwise(RepetitionInfo repetition) {
    random.setSeed(repetition.getCurrentRepetition());
    for (int i = 0; i < 500; i++) {
      byte[] learned = Chunks.content(piece()).getBytes(StandardCharsets.UTF_8);
      byte[] broken = Chunks.content(piece()).getBytes(StandardCharsets.UTF_8);
      for (int k = random.nextInt(3); k > 0; k--) {
        broken[random.nextInt(broken.length)] =
            (byte) "\"\\{}[]:,nu0x\u0000".charAt(random.nextInt(13));
      }
      var template = new ChunkTemplate();
      template.learn(learned, 0, learned.length);
      var text = new StreamedText();
      if (template.read(broken, 0, broken.length, text)) {
        String parsed =
            JsonParser.parseString(new String(broken, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonArray("choices")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("delta")
                .get("content")
                .getAsString();
        assertEquals(parsed, text.from(0));
      } else {
        assertEquals(0, text.length());
      }
    }
  }

  @Test
  void the_template_reads_the_common_chunk() {
    byte[] first = Chunks.content("a").getBytes(StandardCharsets.UTF_8);
    byte[] second = Chunks.content("<b>\n\"é😀\"").getBytes(StandardCharsets.UTF_8);
    var template = new ChunkTemplate();
    var text = new StreamedText();
    assertTrue(!template.read(second, 0, second.length, text));
    template.learn(first, 0, first.length);
    assertTrue(template.read(second, 0, second.length, text));
    assertEquals("<b>\n\"é😀\"", text.from(0));
  }
}
