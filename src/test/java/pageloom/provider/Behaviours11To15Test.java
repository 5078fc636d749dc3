package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pageloom.provider.Asking.ask;
import static pageloom.provider.Asking.assertAnswer;
import static pageloom.provider.Asking.fail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How endpoints end a stream, byte by byte, and what must come of it.
@Timeout(20)
final class Behaviours11To15Test {
  @Test
  void _11_an_empty_chunk_and_the_end_leave_the_text_to_be_checked() throws Exception {
    assertAnswer(
        "whole?",
        Finish.MISSING,
        ask(Chunks.events(Chunks.content("whole?"), Chunks.delta("\"content\":\"\""))));
  }

  @Test
  void _12_a_clean_end_without_finish_leaves_the_text_to_be_checked() throws Exception {
    assertAnswer("half", Finish.MISSING, ask(Chunks.events(Chunks.content("half"))));
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
    assertEquals(new Failure.EmptyAnswer(), fail(Chunks.events(Chunks.DONE)));
    assertEquals(new Failure.EmptyAnswer(), fail(Chunks.events()));
    assertEquals(
        new Failure.EmptyAnswer(), fail(Chunks.events(Chunks.finish("stop"), Chunks.DONE)));
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
    assertAnswer(
        "a", Finish.LENGTH, ask(Chunks.events(Chunks.content("a"), Chunks.finish("length"))));
    assertAnswer(
        "a", Finish.OTHER, ask(Chunks.events(Chunks.content("a"), Chunks.finish("whatever"))));
    assertAnswer("", Finish.LENGTH, ask(Chunks.events(Chunks.finish("length"), Chunks.DONE)));
  }

  @Test
  void _15_a_content_filter_is_final() {
    Failure found =
        fail(Chunks.events(Chunks.content("a"), Chunks.finish("content_filter"), Chunks.DONE));
    assertEquals(new Failure.ContentFiltered(), found);
    assertFalse(found.mayPass());
  }

  private static String chunked(String text) {
    return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length)
        + "\r\n"
        + text
        + "\r\n";
  }
}
