package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pageloom.provider.Asking.ask;
import static pageloom.provider.Asking.assertAnswer;
import static pageloom.provider.Asking.fail;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What endpoints put into a stream, byte by byte, and what must come of it.
@Timeout(20)
final class Behaviours01To10Test {
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
            Chunks.events(
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
            Chunks.events(
                Chunks.delta(
                    "\"content\":[{\"type\":\"thinking\",\"text\":\"no\"},"
                        + "{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"text\",\"text\":\"b\"}]"),
                Chunks.finish("stop"),
                Chunks.DONE)));
  }

  @Test
  void _03_usage_comes_in_a_chunk_without_choices() throws Exception {
    Completion found =
        ask(Chunks.events(Chunks.content("a"), Chunks.finish("stop"), Chunks.USAGE, Chunks.DONE));
    assertEquals(new Usage(20, 16, 7, new BigDecimal("0.00012"), false), found.usage());
  }

  @Test
  void _04_without_usage_it_is_estimated() throws Exception {
    Completion found =
        ask(
            Chunks.events(
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
            Chunks.events(
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
            Chunks.events(
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
        fail(Chunks.events(Chunks.content("a"), error.formatted("502"), Chunks.DONE)));
    assertEquals(
        new Failure.Unavailable(500, null),
        fail(Chunks.events(Chunks.content("a"), error.formatted("\"server_error\""))));
    assertEquals(
        new Failure.RateLimited(null),
        fail(Chunks.events(Chunks.content("a"), error.formatted("\"429\""))));
    assertEquals(
        new Failure.Unavailable(0, null),
        fail(Chunks.events(Chunks.content("a"), Chunks.finish("error"), Chunks.DONE)));
  }

  @Test
  void _06_usage_beside_an_error_counts() throws Exception {
    var notes = new Asking.Notes();
    String error =
        Chunks.chunk(
            "\"error\":{\"code\":502},\"choices\":[],"
                + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2,\"cost\":0.5}");
    try (var endpoint = new ScriptedEndpoint(Chunks.events(Chunks.content("a"), error));
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      assertThrows(ProviderException.class, () -> provider.prepare(Asking.REQUEST).await(notes));
    }
    assertEquals(
        new Usage(9, 0, 2, new BigDecimal("0.5"), false), notes.attempts.getFirst().usage());
  }

  @Test
  void _07_an_error_without_a_code_may_pass() {
    Failure found = fail(Chunks.events("{\"error\":{\"message\":\"oops\"}}"));
    assertEquals(new Failure.Unavailable(0, null), found);
    assertTrue(found.mayPass());
  }

  @Test
  void _08_done_after_an_error_does_not_make_it_good() {
    assertEquals(
        new Failure.BadRequest(400),
        fail(
            Chunks.events(
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
            Chunks.events(
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
}
