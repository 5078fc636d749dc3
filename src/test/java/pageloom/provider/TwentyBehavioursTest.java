package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pageloom.provider.Asking.ask;
import static pageloom.provider.Asking.fail;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What endpoints are known to do, byte by byte, and what must come of it.
@Timeout(20)
final class TwentyBehavioursTest {
  private static ScriptedEndpoint.Script events(String... data) {
    return c -> {
      c.sse();
      for (String event : data) c.event(event);
    };
  }

  private static void assertAnswer(String text, Finish finish, Completion found) {
    assertEquals(text, found.text());
    assertEquals(finish, found.finish());
  }

  @Test
  void _01_comments_are_not_part_of_the_answer() throws Exception {
    assertAnswer(
        "Hello",
        Finish.STOP,
        ask(c ->
            c.sse()
                .say(": OPENROUTER PROCESSING\n\n")
                .content("Hel")
                .say(":\n")
                .say(": OPENROUTER PROCESSING\n")
                .content("lo")
                .finish("stop")
                .event(Chunks.DONE)));
  }

  @Test
  void _02_roles_and_null_content_are_not_text() throws Exception {
    assertAnswer(
        "ab",
        Finish.STOP,
        ask(
            events(
                Chunks.delta("\"role\":\"assistant\""),
                Chunks.delta("\"role\":\"assistant\",\"content\":null"),
                Chunks.delta("\"role\":\"assistant\",\"content\":\"a\""),
                Chunks.delta("\"role\":\"assistant\",\"content\":\"b\""),
                Chunks.delta("\"content\":null"),
                Chunks.finish("stop"),
                Chunks.DONE)));
  }

  @Test
  void _02_content_may_come_in_parts() throws Exception {
    assertAnswer(
        "ab",
        Finish.STOP,
        ask(
            events(
                Chunks.delta(
                    "\"content\":[{\"type\":\"thinking\",\"text\":\"no\"},"
                        + "{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"text\",\"text\":\"b\"}]"),
                Chunks.finish("stop"),
                Chunks.DONE)));
  }

  @Test
  void _03_usage_comes_in_a_chunk_without_choices() throws Exception {
    Completion found =
        ask(events(Chunks.content("a"), Chunks.finish("stop"), Chunks.USAGE, Chunks.DONE));
    assertEquals(new Usage(20, 16, 7, new BigDecimal("0.00012"), false), found.usage());
  }

  @Test
  void _04_without_usage_it_is_estimated() throws Exception {
    Completion found =
        ask(
            events(
                Chunks.chunk("\"choices\":[{\"delta\":{\"content\":\"abcdefg\"}}],\"usage\":null"),
                Chunks.finish("stop"),
                Chunks.DONE));
    assertTrue(found.usage().estimated());
    assertEquals(2, found.usage().outputTokens());
    assertTrue(found.usage().inputTokens() > 10);
  }

  @Test
  void _04_of_many_usages_the_last_counts_alone() throws Exception {
    String first =
        Chunks.chunk(
            "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":null}],"
                + "\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":1}");
    Completion found =
        ask(
            events(
                first,
                first.replace(":1}", ":2}"),
                Chunks.finish("stop"),
                Chunks.USAGE,
                Chunks.DONE));
    assertEquals("aa", found.text());
    assertEquals(7, found.usage().outputTokens());
    assertEquals(20, found.usage().inputTokens());
  }

  @Test
  void _05_reasoning_is_kept_out() throws Exception {
    assertAnswer(
        "yes",
        Finish.STOP,
        ask(
            events(
                Chunks.delta("\"content\":\"\",\"reasoning\":\"hmm\""),
                Chunks.delta("\"content\":null,\"reasoning_content\":\"hmm\""),
                Chunks.delta(
                    "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"hmm\"}]"),
                Chunks.content("yes"),
                Chunks.finish("stop"),
                Chunks.DONE)));
  }

  @Test
  void _06_an_error_within_the_stream_is_one_whatever_its_code() {
    String error =
        "{\"id\":\"gen-1\",\"error\":{\"code\":%s,\"message\":\"Provider disconnected\"},"
            + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}";
    assertEquals(
        new Failure.Unavailable(502, null),
        fail(events(Chunks.content("a"), error.formatted("502"), Chunks.DONE)));
    assertEquals(
        new Failure.Unavailable(500, null),
        fail(events(Chunks.content("a"), error.formatted("\"server_error\""))));
    assertEquals(
        new Failure.RateLimited(null),
        fail(events(Chunks.content("a"), error.formatted("\"429\""))));
    assertEquals(
        new Failure.Unavailable(0, null),
        fail(events(Chunks.content("a"), Chunks.finish("error"), Chunks.DONE)));
  }

  @Test
  void _07_an_error_without_a_code_may_pass() {
    Failure found = fail(events("{\"error\":{\"message\":\"oops\"}}"));
    assertEquals(new Failure.Unavailable(0, null), found);
    assertTrue(found.mayPass());
  }

  @Test
  void _08_done_after_an_error_does_not_make_it_good() {
    assertEquals(
        new Failure.BadRequest(400),
        fail(
            events(
                Chunks.content("a"),
                "{\"error\":{\"object\":\"error\",\"message\":\"x\",\"type\":\"BadRequestError\","
                    + "\"param\":null,\"code\":400}}",
                Chunks.DONE)));
  }

  @Test
  void _09_an_object_may_itself_be_the_error() {
    assertEquals(
        new Failure.Unavailable(500, null),
        fail(
            events(
                "{\"object\":\"error\",\"message\":\"x\",\"type\":\"InternalServerError\","
                    + "\"param\":null,\"code\":500}",
                Chunks.DONE)));
  }

  @Test
  void _10_errors_come_in_lines_and_events_of_their_own() {
    assertEquals(
        new Failure.Unavailable(503, null),
        fail(c ->
            c.sse()
                .content("a")
                .say(
                    "error: {\"code\":503,\"message\":\"x\",\"type\":\"unavailable_error\"}\n\n")));
    assertEquals(
        new Failure.Unavailable(500, null),
        fail(c ->
            c.sse()
                .content("a")
                .say("event: error\ndata: {\"error\":{\"type\":\"server_error\"}}\n\n")));
    assertEquals(
        new Failure.Unavailable(0, null),
        fail(c -> c.sse().content("a").say("event: error\ndata: it broke\n\n")));
    assertEquals(
        new Failure.Unavailable(0, null),
        fail(c -> c.sse().content("a").say("{\"error\":\"it broke\"}\n")));
  }

  @Test
  void _11_an_empty_chunk_and_the_end_leave_the_text_to_be_checked() throws Exception {
    assertAnswer(
        "whole?",
        Finish.MISSING,
        ask(events(Chunks.content("whole?"), Chunks.delta("\"content\":\"\""))));
  }

  @Test
  void _12_a_clean_end_without_finish_leaves_the_text_to_be_checked() throws Exception {
    assertAnswer("half", Finish.MISSING, ask(events(Chunks.content("half"))));
    assertEquals(
        new Failure.Truncated(),
        fail(c -> c.sse().content("a").say("data: {\"choices\":[{\"delta\":{\"con")));
  }

  @Test
  void _12_a_reset_is_a_lost_connection() {
    var lost = new Failure.ConnectionLost(Failure.Fault.BROKEN);
    assertEquals(lost, fail(c -> c.sse().content("a").reset()));
    assertEquals(lost, fail(c -> c.reset()));
    assertEquals(
        lost,
        fail(c -> c.say(ScriptedEndpoint.SSE + "Transfer-Encoding: chunked\r\n\r\n40\r\ndata: {")));
    assertEquals(
        lost, fail(c -> c.say(ScriptedEndpoint.SSE + "Content-Length: 4000\r\n\r\n").content("a")));
  }

  @Test
  void _12_a_reset_after_the_finish_takes_nothing_away() throws Exception {
    assertAnswer(
        "a",
        Finish.STOP,
        ask(c ->
            c.say(ScriptedEndpoint.SSE + "Content-Length: 4000\r\n\r\n")
                .content("a")
                .finish("stop")));
  }

  @Test
  void _13_done_alone_and_nothing_at_all_are_empty_answers() {
    assertEquals(new Failure.EmptyAnswer(), fail(events(Chunks.DONE)));
    assertEquals(new Failure.EmptyAnswer(), fail(events()));
    assertEquals(new Failure.EmptyAnswer(), fail(events(Chunks.finish("stop"), Chunks.DONE)));
    assertTrue(new Failure.EmptyAnswer().mayPass());
  }

  @Test
  void _14_done_ends_the_answer_although_the_socket_stays_open() throws Exception {
    long before = System.nanoTime();
    assertAnswer(
        "a",
        Finish.STOP,
        ask(c ->
            c.say(ScriptedEndpoint.SSE + "Transfer-Encoding: chunked\r\n\r\n")
                .say(chunked("data: " + Chunks.content("a") + "\n\n"))
                .say(chunked("data: " + Chunks.finish("stop") + "\n\ndata: [DONE]\n\n"))
                .awaitClosed()));
    assertTrue(System.nanoTime() - before < Duration.ofSeconds(5).toNanos());
  }

  @Test
  void _14_done_needs_no_blank_line() throws Exception {
    assertAnswer(
        "a",
        Finish.STOP,
        ask(c -> c.sse().content("a").finish("stop").say("data: [DONE]\n").awaitClosed()));
    assertAnswer(
        "a", Finish.STOP, ask(c -> c.sse().content("a").finish("stop").say("data:[DONE]")));
  }

  @Test
  void _14_after_a_finish_nobody_waits_long_for_done() throws Exception {
    assertAnswer("a", Finish.STOP, ask(c -> c.sse().content("a").finish("stop").awaitClosed()));
  }

  @Test
  void _15_length_and_unknown_finishes_are_for_the_author_to_judge() throws Exception {
    assertAnswer("a", Finish.LENGTH, ask(events(Chunks.content("a"), Chunks.finish("length"))));
    assertAnswer("a", Finish.OTHER, ask(events(Chunks.content("a"), Chunks.finish("whatever"))));
    assertAnswer("", Finish.LENGTH, ask(events(Chunks.finish("length"), Chunks.DONE)));
  }

  @Test
  void _15_a_content_filter_is_final() {
    Failure found = fail(events(Chunks.content("a"), Chunks.finish("content_filter"), Chunks.DONE));
    assertEquals(new Failure.ContentFiltered(), found);
    assertFalse(found.mayPass());
  }

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
            events(Chunks.content("a"), "{\"choices\":[{\"delta\":{\"content\":\"b", Chunks.DONE)));
    assertEquals(
        new Failure.NotAChatEndpoint(Failure.Found.SOMETHING_ELSE), fail(events("tick", "tock")));
  }

  private static String chunked(String text) {
    return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length)
        + "\r\n"
        + text
        + "\r\n";
  }
}
