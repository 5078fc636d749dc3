package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pageloom.provider.Asking.KEY;
import static pageloom.provider.Asking.PROMPT;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An endpoint may say our key and our prompt back to us, anywhere. They end there.
@Timeout(60)
final class SecretsTest {
  private static final String ECHO = KEY + " " + PROMPT;

  private static final List<ScriptedEndpoint.Script> PARROTS =
      List.of(
          c -> c.say(ECHO + "\r\n\r\n"),
          c -> c.say("HTTP/1.1 " + ECHO + "\r\n\r\n"),
          c -> c.say("HTTP/1.1 200 OK\r\n" + ECHO + "\r\n\r\n"),
          c -> c.say("HTTP/1.1 200 OK\r\nContent-Length: " + ECHO + "\r\n\r\n"),
          c -> c.say(ScriptedEndpoint.SSE + "Transfer-Encoding: chunked\r\n\r\n" + ECHO + "\r\n"),
          c -> c.head("401 " + ECHO, "X-Request-Id: " + ECHO).say(error("401")),
          c -> c.head("400 Bad Request").say(error("400")),
          c -> c.head("429 No", "Retry-After: " + ECHO).say(error("429")),
          c -> c.head("500 No").say(ECHO),
          c -> c.head("302 Found", "Location: http://127.0.0.1/?" + KEY),
          c -> c.head("200 OK").say("<p>" + ECHO),
          c -> c.head("200 OK").say(error("\"" + KEY + "\"")),
          c -> c.sse().event(error("502")),
          c -> c.sse().say("error: " + ECHO + "\n\n"),
          c -> c.sse().event("{" + ECHO),
          c -> c.sse().content("a").event(ECHO),
          c -> c.sse().content("a").finish(KEY),
          c -> {
            String model = Chunks.content("a").replace("m/answered", KEY).replace("gen-1", KEY);
            c.head("200 OK", "X-Generation-Id: " + KEY).event(model).finish("stop");
          });

  private static String error(String code) {
    return "{\"error\":{\"code\":%s,\"message\":\"%s\",\"type\":\"%s\",\"metadata\":{\"raw\":\"%s\"}}}"
        .formatted(code, ECHO, KEY, ECHO);
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void neither_key_nor_prompt_comes_out_of_a_call() throws Exception {
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    var ear = new Ear(said);
    Logger root = Logger.getLogger("");
    Logger ours = Logger.getLogger("pageloom");
    root.addHandler(ear);
    ours.addHandler(ear);
    ours.setUseParentHandlers(false);
    ours.setLevel(Level.ALL);
    try {
      for (ScriptedEndpoint.Script parrot : PARROTS) hear(parrot, said);
    } finally {
      ours.setLevel(null);
      ours.setUseParentHandlers(true);
      ours.removeHandler(ear);
      root.removeHandler(ear);
    }
    assertTrue(said.size() > 3 * PARROTS.size());
    for (String line : said) {
      assertFalse(line.contains(KEY), line);
      assertFalse(line.contains("canary"), line);
      assertFalse(line.contains("Lisbon"), line);
    }
  }

  private static void hear(ScriptedEndpoint.Script parrot, List<String> said) throws Exception {
    try (var endpoint = new ScriptedEndpoint(parrot)) {
      endpoint.lookup = parrot;
      ProviderConfig config =
          Asking.config(endpoint)
              .withDialect(Dialect.OPENROUTER)
              .withRetries(Asking.THRICE)
              .withBreaker(new BreakerPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1)));
      said.add(config.toString());
      said.add(Asking.REQUEST.toString());
      said.add(Asking.REQUEST.messages().toString());
      var notes = new Asking.Notes();
      try (var provider = new OpenAiCompatible(config)) {
        ChatCall call = provider.prepare(Asking.REQUEST);
        said.add(call.toString());
        try {
          said.add(call.await(notes).toString());
        } catch (ProviderException e) {
          said.add(trace(e));
          said.add(e.failure().toString());
          said.add(e.failure().message());
        }
        said.add(provider.models().toString());
        said.add(provider.worstCase(Asking.REQUEST).toString());
      }
      said.add(notes.attempts.toString());
      said.add(notes.waits.toString());
    }
  }

  /// Hears all that is logged.
  private static final class Ear extends Handler {
    private final List<String> said;

    Ear(List<String> said) {
      this.said = said;
    }

    @Override
    public void publish(LogRecord entry) {
      var formatter = new SimpleFormatter();
      said.add(formatter.format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
