package pageloom.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import pageloom.page.PageBus;
import pageloom.page.PageId;

/// Hints on their way out, and how they are spelled: one a line, below the line of whoever says
/// them. A newer hint about the same thing takes the place of the older one. Thread-safe.
///
/// ```
/// from <process>
/// grown <page> <seq>
/// called <page>
/// listening <page>
/// whisper <page> <section> <json>
/// ```
///
/// The last two words are Base64 of UTF-8, the very last one of gzip (RFC 1952); it is missing
/// where the last whisper is taken back.
final class Hints {
  /// A payload must be shorter than 8,000 bytes (PostgreSQL's manual, NOTIFY).
  private static final int LONGEST_MESSAGE = 7_900;

  private final String process = UUID.randomUUID().toString();

  // Under this object's lock: what each hint is about, and the hint.
  private final Map<String, String> waiting = new LinkedHashMap<>();

  void grown(PageId page, long seq) {
    add("grown " + page, "grown " + page + " " + seq);
  }

  void called(PageId page) {
    add("called " + page, "called " + page);
  }

  void listening(PageId page) {
    add("listening " + page, "listening " + page);
  }

  void whisper(PageId page, String section, @Nullable String json) {
    String about = "whisper " + page + " " + base64(section.getBytes(StandardCharsets.UTF_8));
    add(about, json == null ? about : about + " " + base64(zipped(json)));
  }

  /// What is too long for one message is dropped: only whispers are, and they may be.
  private synchronized void add(String about, String hint) {
    if (hint.length() > LONGEST_MESSAGE - 100) return;
    waiting.remove(about);
    waiting.put(about, hint);
    notifyAll();
  }

  /// Waits until there is something to say.
  synchronized void await() throws InterruptedException {
    while (waiting.isEmpty()) wait();
  }

  /// Takes all that there is to say, as messages.
  synchronized List<String> take() {
    List<String> messages = new ArrayList<>();
    String from = "from " + process;
    var message = new StringBuilder(from);
    for (String hint : waiting.values()) {
      if (message.length() + 1 + hint.length() > LONGEST_MESSAGE) {
        messages.add(message.toString());
        message = new StringBuilder(from);
      }
      message.append('\n').append(hint);
    }
    waiting.clear();
    messages.add(message.toString());
    return messages;
  }

  /// Tells what another process says. What can't be read is a newer version's, and is passed over.
  void tell(String message, PageBus.Listener listener) {
    String[] lines = message.split("\n", -1);
    if (lines[0].equals("from " + process)) return;
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      PageId page = words.length < 2 ? null : PageId.of(words[1]).orElse(null);
      if (page == null) continue;
      switch (words[0]) {
        case "grown" -> listener.grown(page, Long.parseLong(words[2]));
        case "called" -> listener.called(page);
        case "listening" -> listener.listening(page);
        case "whisper" ->
            listener.whisper(
                page,
                new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8),
                words.length < 4 ? null : unzipped(Base64.getDecoder().decode(words[3])));
        default -> {}
      }
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] zipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String unzipped(byte[] bytes) {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
