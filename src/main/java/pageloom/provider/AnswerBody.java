package pageloom.provider;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Reads the body of an answer as it arrives: events, a JSON document, or an error's text, told
/// apart by the status and the first byte, for content types are often wrong. Called by the thread
/// that reads the sockets and, for an end that comes from elsewhere, by others; the lock keeps them
/// apart.
final class AnswerBody implements HttpResponse.BodySubscriber<Void>, EventReader.Verdict {
  private static final int MAX_ERROR_BYTES = 64 << 10;
  private static final int MAX_DOCUMENT_BYTES = 8 << 20;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final int status;
  private final HttpHeaders headers;
  private final Readers readers;
  private final CompletableFuture<Void> read = new CompletableFuture<>();
  private final Lock lock = new ReentrantLock();
  private final ByteArrayOutputStream document = new ByteArrayOutputStream();
  private final EventReader events;
  private Mode mode;
  private int markBytes;
  private boolean over;

  private enum Mode {
    START,
    EVENTS,
    DOCUMENT,
    ERROR
  }

  /// What a body is read into, and who hears of it.
  record Readers(
      Answer answer,
      ChunkReader chunks,
      ErrorBody errors,
      Progress progress,
      InstantSource clock) {}

  /// Hears how reading goes, under the lock of the body.
  interface Progress {
    /// There are more tokens.
    void token();

    /// The model is done; only formalities may follow.
    void closing();

    /// It is decided.
    ///
    /// @param orderly whether the connection may be used again once the body has ended
    void ended(Answer.Result result, boolean orderly);

    /// The body has ended.
    void drained();
  }

  AnswerBody(HttpResponse.ResponseInfo head, Readers readers) {
    this.status = head.statusCode();
    this.headers = head.headers();
    this.readers = readers;
    this.events = new EventReader(readers, this);
    this.mode = status == 200 ? Mode.START : Mode.ERROR;
  }

  @Override
  public CompletionStage<Void> getBody() {
    return read;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> arrived) {
    lock.lock();
    try {
      int before = readers.answer().tokens;
      boolean wasFinished = readers.answer().finishReason != null;
      for (ByteBuffer buffer : arrived) {
        if (!over) take(buffer);
      }
      if (readers.answer().tokens > before) readers.progress().token();
      if (!wasFinished && readers.answer().finishReason != null) readers.progress().closing();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onComplete() {
    lock.lock();
    try {
      if (!over) end();
    } finally {
      lock.unlock();
    }
    readers.progress().drained();
    read.complete(null);
  }

  @Override
  public void onError(Throwable broken) {
    breakOff(LineFaults.failure(broken));
    readers.progress().drained();
    read.completeExceptionally(broken);
  }

  /// Decides with what there is: nothing more comes, or nobody waits for it.
  ///
  /// @param failure the outcome of an answer that is not complete
  void breakOff(Failure failure) {
    lock.lock();
    try {
      if (over) return;
      boolean complete = readers.answer().finishReason != null && mode == Mode.EVENTS;
      if (mode == Mode.ERROR) end();
      else if (complete) decide(readers.answer().result(), false);
      else fail(failure);
    } finally {
      lock.unlock();
    }
  }

  /// Runs this while nobody writes to the answer.
  void whileStill(Runnable reading) {
    lock.lock();
    try {
      reading.run();
    } finally {
      lock.unlock();
    }
  }

  private void take(ByteBuffer in) {
    if (mode == Mode.START) begin(in);
    switch (mode) {
      case START -> {}
      case EVENTS -> events.feed(in);
      case DOCUMENT -> keep(in, MAX_DOCUMENT_BYTES);
      case ERROR -> keep(in, MAX_ERROR_BYTES);
    }
  }

  /// Looks for the first byte that tells what this is.
  private void begin(ByteBuffer in) {
    while (in.hasRemaining()) {
      byte b = in.get(in.position());
      if (markBytes < BYTE_ORDER_MARK.length && b == BYTE_ORDER_MARK[markBytes]) {
        markBytes++;
      } else if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
        if (b == '<') fail(new Failure.NotAChatEndpoint(Failure.Found.HTML));
        mode = b == '{' || b == '[' ? Mode.DOCUMENT : Mode.EVENTS;
        return;
      }
      in.get();
    }
  }

  private void keep(ByteBuffer in, int most) {
    // A document that grows is as good as a token: somebody is writing it.
    if (mode == Mode.DOCUMENT) readers.progress().token();
    byte[] bytes = new byte[Math.min(in.remaining(), most - document.size())];
    in.get(bytes);
    document.writeBytes(bytes);
    if (!in.hasRemaining()) return;
    if (mode == Mode.DOCUMENT) fail(new Failure.AnswerTooLarge());
    else end();
  }

  /// The body has ended in good order, or is cut here.
  private void end() {
    switch (mode) {
      case START -> decide(readers.answer().result(), true);
      case EVENTS -> events.end();
      case DOCUMENT -> endDocument(document.toByteArray());
      case ERROR -> {
        byte[] body = document.toByteArray();
        fail(readers.errors().of(status, headers, body, readers.clock().instant()));
      }
    }
  }

  private void endDocument(byte[] body) {
    Optional<JsonElement> json = JsonFacts.parse(body, 0, body.length);
    if (json.isPresent()
        && json.get() instanceof JsonObject object
        && ChunkReader.isAnswer(object)) {
      readers.chunks().object(object);
      if (readers.answer().text.length() > 0) readers.progress().token();
      decide(readers.answer().result(), true);
    } else if (json.isEmpty()) {
      fail(new Failure.Truncated());
    } else {
      fail(new Failure.NotAChatEndpoint(Failure.Found.OTHER_JSON));
    }
  }

  @Override
  public void fail(Failure failure) {
    decide(new Answer.Failed(failure), false);
  }

  @Override
  public void decide(Answer.Result result, boolean orderly) {
    if (over) return;
    over = true;
    readers.progress().ended(result, orderly);
  }

  @Override
  public boolean decided() {
    return over;
  }
}
