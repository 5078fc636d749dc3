package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What goes out.
@Timeout(20)
final class RequestTest {
  private static final ChatRequest FULL =
      new ChatRequest(
          "a/b",
          List.of("c/d"),
          List.of(
              new ChatRequest.Message(ChatRequest.Role.SYSTEM, "rules"),
              new ChatRequest.Message(ChatRequest.Role.ASSISTANT, "<p>\"é\u2028\"")),
          900,
          "page-1",
          ChatRequest.Effort.LOW);

  private static String body(Dialect dialect) {
    return new String(RequestBody.of(FULL, dialect), StandardCharsets.UTF_8);
  }

  @Test
  void openrouter_gets_its_extras() {
    assertEquals(
        """
        {"model":"a/b","models":["a/b","c/d"],"messages":[{"role":"system","content":"rules"},\
        {"role":"assistant","content":"<p>\\"é\\u2028\\""}],"stream":true,\
        "stream_options":{"include_usage":true},"max_completion_tokens":900,\
        "session_id":"page-1","reasoning":{"effort":"low"}}\
        """,
        body(Dialect.OPENROUTER));
  }

  @Test
  void others_get_what_they_know() {
    String common =
        """
        {"model":"a/b","messages":[{"role":"system","content":"rules"},\
        {"role":"assistant","content":"<p>\\"é\\u2028\\""}],"stream":true,\
        "stream_options":{"include_usage":true},"max_completion_tokens":900,\
        """;
    assertEquals(common + "\"reasoning_effort\":\"low\"}", body(Dialect.OPENAI));
    assertEquals(common + "\"max_tokens\":900,\"reasoning_effort\":\"low\"}", body(Dialect.COMMON));
  }

  @Test
  void headers_say_who_asks_and_with_which_key() throws Exception {
    try (var endpoint = new ScriptedEndpoint(c -> c.head("401 No"));
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      assertThrows(
          ProviderException.class, () -> provider.prepare(Asking.REQUEST).await(CallWatcher.NONE));
      ScriptedEndpoint.Request sent = endpoint.requests.take();
      assertTrue(sent.head().startsWith("POST /v1/chat/completions HTTP/1.1\r\n"), sent.head());
      assertEquals("Bearer " + Asking.KEY, sent.header("Authorization"));
      assertEquals("application/json", sent.header("Content-Type"));
      assertEquals("Pageloom", sent.header("X-Title"));
      assertEquals("", sent.header("Upgrade"));
      assertTrue(!sent.header("HTTP-Referer").isEmpty());
      assertTrue(sent.body().contains(Asking.PROMPT));
    }
  }

  @Test
  void without_a_key_there_is_no_header_for_one() throws Exception {
    try (var endpoint = new ScriptedEndpoint(c -> c.head("401 No"));
        var provider =
            new OpenAiCompatible(
                new ProviderConfig(BaseUrl.of(endpoint.url()), null).withRetries(Asking.ONCE))) {
      var thrown =
          assertThrows(
              ProviderException.class,
              () -> provider.prepare(Asking.REQUEST).await(CallWatcher.NONE));
      assertEquals(new Failure.KeyRejected(false), thrown.failure());
      assertEquals("", endpoint.requests.take().header("Authorization"));
    }
  }

  @Test
  void a_call_is_awaited_once() throws Exception {
    try (var endpoint = new ScriptedEndpoint(c -> c.head("401 No"));
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      ChatCall call = provider.prepare(Asking.REQUEST);
      assertThrows(ProviderException.class, () -> call.await(CallWatcher.NONE));
      assertThrows(IllegalStateException.class, () -> call.await(CallWatcher.NONE));
    }
  }

  @Test
  void nothing_listens_there() throws Exception {
    var closed = new ScriptedEndpoint();
    closed.close();
    try (var provider = new OpenAiCompatible(Asking.config(closed))) {
      var thrown =
          assertThrows(
              ProviderException.class,
              () -> provider.prepare(Asking.REQUEST).await(CallWatcher.NONE));
      assertEquals(new Failure.ConnectionLost(Failure.Fault.REFUSED), thrown.failure());
    }
  }
}
