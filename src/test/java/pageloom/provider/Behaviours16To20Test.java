package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pageloom.provider.Asking.ask;
import static pageloom.provider.Asking.assertAnswer;
import static pageloom.provider.Asking.fail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What endpoints send instead of a stream, and how they frame one, byte by byte.
@Timeout(20)
final class Behaviours16To20Test {
  @Test
  void _16_a_good_status_may_carry_an_error_a_completion_or_a_web_page() throws Exception {
    assertEquals(
        new Failure.KeyRejected(true),
        fail(c ->
            c.head("200 OK", "Content-Type: application/json")
                .say("{\"error\":{\"code\":401,\"message\":\"No auth\"}}")));
    Completion whole =
        ask(c ->
            c.head("200 OK", "Content-Type: application/json")
                .say(
                    "\n"
                        + "{\"id\":\"x\",\"object\":\"chat.completion\",\"model\":\"m/answered\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"all\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}\n"));
    assertAnswer("all", Finish.STOP, whole);
    assertEquals(3, whole.usage().inputTokens());
    assertEquals(
        new Failure.NotAChatEndpoint(Failure.Found.HTML),
        fail(c -> c.head("200 OK", "Content-Type: text/html").say("<!doctype html><p>Hi")));
    assertEquals(
        new Failure.NotAChatEndpoint(Failure.Found.OTHER_JSON),
        fail(c -> c.head("200 OK", "Content-Type: application/json").say("{\"ok\":true}")));
    assertEquals(
        new Failure.NotAChatEndpoint(Failure.Found.SOMETHING_ELSE),
        fail(c -> c.head("200 OK", "Content-Type: text/plain").say("It works!")));
    assertEquals(
        new Failure.NotAChatEndpoint(Failure.Found.REDIRECT),
        fail(c -> c.head("307 Temporary Redirect", "Location: http://127.0.0.1:1/")));
  }

  @Test
  void _17_errors_of_proxies_are_told_by_their_status() {
    assertEquals(
        new Failure.Unavailable(502, null),
        fail(c -> c.head("502 Bad Gateway").say("<html><h1>502 Bad Gateway</h1></html>")));
    assertEquals(
        new Failure.ModelUnknown("m/asked"),
        fail(c -> c.head("404 Not Found").say("{\"error\":\"model 'x' not found\"}")));
    assertEquals(
        new Failure.NotAChatEndpoint(Failure.Found.NOTHING_THERE),
        fail(c -> c.head("404 Not Found").say("<h1>Not Found</h1>")));
    assertEquals(
        new Failure.Unavailable(503, null),
        fail(c -> c.say("HTTP/1.1 503 Busy\r\nContent-Length: 900\r\n\r\n").awaitClosed()));
    for (int status : new int[] {408, 500, 503, 504, 524, 529}) {
      assertEquals(new Failure.Unavailable(status, null), fail(c -> c.head(status + " Busy")));
    }
  }

  @Test
  void _18_a_rate_limit_says_when() {
    assertEquals(
        new Failure.RateLimited(Duration.ofSeconds(7)),
        fail(c -> c.head("429 Too Many Requests", "Retry-After: 7")));
    Duration pause =
        fail(c ->
                c.head(
                    "429 Too Many Requests",
                    "Retry-After: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30))))
            .retryAfter()
            .orElseThrow();
    assertTrue(pause.toSeconds() >= 25 && pause.toSeconds() <= 30, pause::toString);
    assertEquals(
        new Failure.Unavailable(503, Duration.ofSeconds(12)),
        fail(c ->
            c.head("503 Busy")
                .say(
                    "{\"error\":{\"code\":503,\"message\":\"x\","
                        + "\"availability\":{\"retry_after\":12}}}")));
  }

  @Test
  void _19_what_a_person_must_mend_is_told_apart() {
    assertEquals(
        new Failure.CreditExhausted(1234),
        fail(c ->
            c.head("402 Payment Required")
                .say(
                    "{\"error\":{\"code\":402,\"message\":\"This request requires more credits, or"
                        + " fewer max_tokens. You requested up to 4096 tokens, but can only"
                        + " afford 1234.\"}}")));
    assertEquals(
        new Failure.KeyRejected(true),
        fail(c -> c.head("401 Unauthorized").say("{\"error\":{\"message\":\"x\",\"code\":401}}")));
    assertEquals(
        new Failure.Moderated(),
        fail(c ->
            c.head("403 Forbidden")
                .say(
                    "{\"error\":{\"code\":403,\"message\":\"x\",\"metadata\":{\"reasons\":[\"violence\"],"
                        + "\"flagged_input\":\"x\"}}}")));
    assertEquals(new Failure.NotAllowed(), fail(c -> c.head("403 Forbidden")));
    assertEquals(
        new Failure.ContextTooSmall("m/asked"),
        fail(c ->
            c.head("400 Bad Request")
                .say(
                    "{\"error\":{\"message\":\"This model's maximum context length is 4096"
                        + " tokens.\",\"code\":\"context_length_exceeded\"}}")));
    assertEquals(new Failure.RequestTooLarge(), fail(c -> c.head("413 Too Large")));
    assertEquals(new Failure.BadRequest(422), fail(c -> c.head("422 Unprocessable")));
    assertEquals(
        new Failure.CreditExhausted(null),
        fail(c -> c.head("429 No").say("{\"error\":{\"code\":\"insufficient_quota\"}}")));
    assertEquals(
        new Failure.ModelUnknown("m/asked"),
        fail(c ->
            c.head("400 Bad Request")
                .say("{\"error\":{\"code\":400,\"message\":\"x is not a valid model ID\"}}")));
  }

  @Test
  void _20_framing_is_read_as_the_standard_says_and_as_endpoints_write_it() throws Exception {
    byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    assertAnswer(
        "abcé😀",
        Finish.STOP,
        ask(c -> {
          c.sse().say(mark);
          c.say("data:" + Chunks.content("a") + "\r\n\r\n");
          c.say("id: 7\rretry: 10\rdata: " + Chunks.content("b") + "\r\r");
          String two = Chunks.content("c").replace(",\"choices\"", ",\ndata: \"choices\"");
          c.say("data: " + two + "\n\n");
          for (byte b :
              ("data: " + Chunks.content("é😀") + "\n\n").getBytes(StandardCharsets.UTF_8)) {
            c.say(new byte[] {b});
          }
          c.event(Chunks.chunk("\"choices\":null"));
          c.event(Chunks.chunk("\"choices\":[{\"index\":0,\"delta\":null}]"));
          c.finish("stop").event(Chunks.DONE);
        }));
  }

  @Test
  void _20_broken_json_is_never_taken_for_text() {
    assertEquals(
        new Failure.Garbled(),
        fail(
            Chunks.events(
                Chunks.content("a"), "{\"choices\":[{\"delta\":{\"content\":\"b", Chunks.DONE)));
    assertEquals(
        new Failure.NotAChatEndpoint(Failure.Found.SOMETHING_ELSE),
        fail(Chunks.events("tick", "tock")));
  }
}
