import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An endpoint that answers every section with the fragment that the built-in patterns have for it,
/// in chunks at a steady pace. A prompt must hold "reference r" and a number. One thread does it all.
final class LoopbackModel implements AutoCloseable {
  static final int CHUNKS = 100;
  private static final Pattern ROOT = Pattern.compile("Root: <\\w+ id=\\\\\"([a-z-]+)\\\\\">");
  private static final Pattern REFERENCE = Pattern.compile("reference (r\\d+)");
  private static final Pattern COMPLETE =
      Pattern.compile("\\{\"type\":\"section_complete\",\"section\":\"(\\w+)\"");
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  final Map<String, Long> ended = new ConcurrentHashMap<>();
  final Map<String, String> kept = new ConcurrentHashMap<>();
  final AtomicInteger asked = new AtomicInteger();
  volatile boolean keep;

  private final Map<String, byte[][]> answers = new LinkedHashMap<>();
  private final long stepNanos;
  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener = ServerSocketChannel.open();
  private final PriorityQueue<Stream> due =
      new PriorityQueue<>((a, b) -> Long.compare(a.dueAt, b.dueAt));

  /// One connection and the answer that it gets at the moment.
  private static final class Stream {
    final SocketChannel channel;
    ByteBuffer in = ByteBuffer.allocate(64 << 10);
    byte[][] answer = {};
    String reference = "";
    ByteBuffer out = ByteBuffer.allocate(0);
    int next;
    long dueAt;

    Stream(SocketChannel channel) {
      this.channel = channel;
    }
  }

  /// One section as the built-in patterns make it.
  ///
  /// @param json its members `html`, `code` and so on as the server spells them
  record Section(String name, String anchor, String html, String json) {}

  /// The sections of a SaaS page, by anchor.
  static Map<String, Section> sections(Path war) throws Exception {
    Process server = WarServer.start(war);
    try (var client = HttpClient.newHttpClient()) {
      URI base = WarServer.ready(server);
      var request =
          HttpRequest.newBuilder(base.resolve("/api/generate-multi-section-stream"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"prompt\":\"Build a modern SaaS landing page\",\"pageType\":\"saas\"}"))
              .build();
      Map<String, Section> sections = new LinkedHashMap<>();
      for (String line : client.send(request, BodyHandlers.ofLines()).body().toList()) {
        Matcher complete = COMPLETE.matcher(line);
        if (!complete.find()) continue;
        String html = Json.unescape(Json.raw(line, "html"));
        Matcher id = Pattern.compile("^<\\w+[^>]* id=\"([a-z-]+)\"").matcher(html);
        if (!id.find()) throw new IOException("no id: " + html.substring(0, 80));
        sections.put(id.group(1), new Section(complete.group(1), id.group(1), html, line));
      }
      return sections;
    } finally {
      server.toHandle().destroy();
      server.waitFor();
    }
  }

  /// How a server is told of it.
  static Map<String, String> settings(String base) {
    return Map.of("PAGELOOM_BASE_URL", base, "PAGELOOM_MODEL", "loop/one");
  }

  LoopbackModel(Map<String, Section> sections, int streamMillis) throws IOException {
    stepNanos = streamMillis * 1_000_000L / CHUNKS;
    sections.forEach((anchor, section) -> answers.put(anchor, answer(section.html())));
    listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 2048);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    Thread.ofPlatform().daemon().name("model").start(this::run);
  }

  String base() throws IOException {
    return "http://127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort() + "/v1";
  }

  /// The head with the role, the chunks, and the end with finish, usage and `[DONE]`.
  private static byte[][] answer(String html) {
    String text = "<<<SECTION\n" + html + "\nSECTION>>>";
    byte[][] parts = new byte[CHUNKS + 2][];
    parts[0] =
        bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + framed(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null", "")));
    for (int i = 0; i < CHUNKS; i++) {
      int from = edge(text, (int) ((long) text.length() * i / CHUNKS));
      int to = edge(text, (int) ((long) text.length() * (i + 1) / CHUNKS));
      String content = Json.escape(text.substring(from, to));
      parts[i + 1] = bytes(framed(chunk("{\"content\":\"" + content + "\"}", "null", "")));
    }
    String usage = ",\"usage\":{\"prompt_tokens\":3000,\"completion_tokens\":%d,\"total_tokens\":%d}";
    int tokens = text.length() / 4;
    parts[CHUNKS + 1] =
        bytes(
            framed(
                    chunk("{}", "\"stop\"", "")
                        + event(
                            "{\"id\":\"gen-1\",\"object\":\"chat.completion.chunk\",\"created\":1,"
                                + "\"model\":\"loop/one\",\"choices\":[]"
                                + usage.formatted(tokens, tokens + 3000)
                                + "}")
                        + event("[DONE]"))
                + "0\r\n\r\n");
    return parts;
  }

  private static int edge(String text, int at) {
    return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }

  private static String chunk(String delta, String finish, String more) {
    return event(
        "{\"id\":\"gen-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"loop/one\","
            + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]"
            + more + "}");
  }

  private static String event(String data) {
    return "data: " + data + "\n\n";
  }

  private static String framed(String body) {
    return Integer.toHexString(bytes(body).length) + "\r\n" + body + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void run() {
    try {
      while (listener.isOpen()) {
        long wait = due.isEmpty() ? 100_000_000 : due.peek().dueAt - System.nanoTime();
        if (wait > 500_000) selector.select(Math.max(1, wait / 1_000_000));
        else selector.selectNow();
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isAcceptable()) accept();
          else read((Stream) key.attachment(), key);
        }
        selector.selectedKeys().clear();
        long now = System.nanoTime();
        while (!due.isEmpty() && due.peek().dueAt - now <= 0) write(due.poll(), now);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() throws IOException {
    SocketChannel channel = listener.accept();
    if (channel == null) return;
    channel.configureBlocking(false);
    channel.socket().setTcpNoDelay(true);
    channel.register(selector, SelectionKey.OP_READ, new Stream(channel));
  }

  private void read(Stream stream, SelectionKey key) throws IOException {
    int count;
    try {
      count = stream.channel.read(stream.in);
    } catch (IOException broken) {
      count = -1;
    }
    if (count < 0) {
      key.cancel();
      stream.channel.close();
      return;
    }
    int head = headEnd(stream.in);
    if (head < 0) return;
    String headers = new String(stream.in.array(), 0, head, StandardCharsets.US_ASCII);
    Matcher length = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)").matcher(headers);
    int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
    if (stream.in.position() < head + size) return;
    String body = new String(stream.in.array(), head, size, StandardCharsets.UTF_8);
    stream.in.clear();
    answer(stream, headers, body);
  }

  private static int headEnd(ByteBuffer in) {
    for (int i = 0; i + 4 <= in.position(); i++) {
      if (in.get(i) == '\r' && Arrays.equals(in.array(), i, i + 4, HEAD_END, 0, 4)) return i + 4;
    }
    return -1;
  }

  private void answer(Stream stream, String headers, String body) throws IOException {
    stream.out = ByteBuffer.allocate(0);
    stream.next = 0;
    stream.dueAt = System.nanoTime();
    if (headers.startsWith("GET")) {
      String list = "{\"data\":[{\"id\":\"loop/one\",\"name\":\"Loop\",\"context_length\":100000}]}";
      stream.reference = "";
      stream.answer =
          new byte[][] {
            bytes("HTTP/1.1 200 OK\r\nContent-Length: " + list.length() + "\r\n\r\n" + list)
          };
    } else {
      asked.incrementAndGet();
      Matcher root = ROOT.matcher(body);
      Matcher reference = REFERENCE.matcher(body);
      if (!root.find() || !reference.find()) throw new IOException("whose task is this? " + body);
      if (keep) kept.put(root.group(1), body);
      stream.reference = reference.group(1) + "/" + root.group(1);
      stream.answer = answers.get(root.group(1));
    }
    due.add(stream);
  }

  private void write(Stream stream, long now) throws IOException {
    if (!stream.out.hasRemaining()) {
      stream.out = ByteBuffer.wrap(stream.answer[stream.next++]);
      if (stream.next == stream.answer.length) ended.put(stream.reference, System.nanoTime());
    }
    try {
      stream.channel.write(stream.out);
    } catch (IOException gone) {
      stream.channel.close();
      return;
    }
    if (stream.out.hasRemaining()) stream.dueAt = now + 1_000_000;
    else if (stream.next < stream.answer.length) stream.dueAt += stepNanos;
    else return;
    due.add(stream);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    selector.wakeup();
  }
}
