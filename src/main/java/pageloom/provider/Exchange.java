package pageloom.provider;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One request and its answer. The thread that follows it sleeps while the thread that reads the
/// sockets fills the answer, and is woken for text if its watcher wants that, and for the end.
/// Whoever comes first with an end decides: the body, a watchdog, or a cancel.
final class Exchange implements AnswerBody.Progress {
  private final Answer answer = new Answer();
  private final Thread owner = Thread.currentThread();
  private final long startedAt = System.nanoTime();
  private final AtomicReference<Answer.@Nullable Result> result = new AtomicReference<>();
  private final Timeouts timeouts;
  private final ScheduledExecutorService timer;
  private final AnswerBody.Readers readers;

  private volatile Phase phase = Phase.HEADERS;
  private volatile long phaseSince = startedAt;
  private volatile long firstTokenAt;
  private volatile @Nullable CompletableFuture<HttpResponse<Void>> response;
  private volatile @Nullable AnswerBody body;
  private volatile HttpResponse.@Nullable ResponseInfo head;
  private volatile boolean wantsText;

  /// Guarded by this.
  private @Nullable Future<?> watch;

  private enum Phase {
    HEADERS,
    FIRST_TOKEN,
    NEXT_TOKEN,
    CLOSING
  }

  Exchange(
      Timeouts timeouts, ScheduledExecutorService timer, ErrorBody errors, InstantSource clock) {
    this.timeouts = timeouts;
    this.timer = timer;
    this.readers =
        new AnswerBody.Readers(answer, new ChunkReader(answer, errors), errors, this, clock);
  }

  Answer answer() {
    return answer;
  }

  /// The head of the answer, null where none came.
  HttpResponse.@Nullable ResponseInfo head() {
    return head;
  }

  @Nullable Duration toFirstToken() {
    return firstTokenAt == 0 ? null : Duration.ofNanos(firstTokenAt - startedAt);
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /// Sends the request. The name of the host is looked up on this thread.
  @SuppressWarnings("FutureReturnValueIgnored") // what follows the callback is of no interest
  void send(HttpClient http, HttpRequest request) {
    arm(least(timeouts.headers(), timeouts.total()));
    var sent = http.sendAsync(request, this::begin);
    response = sent;
    sent.whenComplete((_, failure) -> {
      if (failure != null) lost(LineFaults.failure(failure));
    });
    if (result.get() != null) close();
  }

  private AnswerBody begin(HttpResponse.ResponseInfo info) {
    head = info;
    var begun = new AnswerBody(info, readers);
    body = begun;
    enter(info.statusCode() == 200 ? Phase.FIRST_TOKEN : Phase.CLOSING);
    return begun;
  }

  /// Sleeps until the answer has ended, waking for text.
  ///
  /// @param begun is run once, when the first text is there
  Answer.Result follow(CallWatcher watcher, Runnable begun) throws InterruptedException {
    int seen = 0;
    long next = System.nanoTime();
    while (true) {
      Answer.Result ended = result.get();
      if (ended != null) return ended;
      if (Thread.interrupted()) throw new InterruptedException();
      Duration every = watcher.textEvery().orElse(null);
      long early = next - System.nanoTime();
      if (every == null) {
        LockSupport.park(this);
      } else if (early > 0) {
        LockSupport.parkNanos(this, early);
      } else {
        wantsText = true;
        int there = answer.text.length() + answer.text.reasoned();
        if (there == seen) {
          if (result.get() == null) LockSupport.park(this);
          continue;
        }
        wantsText = false;
        if (seen == 0) begun.run();
        seen = there;
        watcher.grew(answer.text);
        next = System.nanoTime() + every.toNanos();
      }
    }
  }

  /// Ends it from outside and closes the socket.
  void end(Failure failure) {
    ended(new Answer.Failed(failure), false);
  }

  /// Runs this while nobody writes to the answer.
  void whileStill(Runnable reading) {
    AnswerBody begun = body;
    if (begun == null) reading.run();
    else begun.whileStill(reading);
  }

  @Override
  public void token() {
    long now = System.nanoTime();
    if (firstTokenAt == 0) firstTokenAt = now;
    if (phase == Phase.FIRST_TOKEN) enter(Phase.NEXT_TOKEN);
    else phaseSince = now;
    if (wantsText) {
      wantsText = false;
      LockSupport.unpark(owner);
    }
  }

  @Override
  public void closing() {
    enter(Phase.CLOSING);
  }

  @Override
  public void ended(Answer.Result outcome, boolean orderly) {
    if (!result.compareAndSet(null, outcome)) return;
    if (orderly) schedule(this::close, timeouts.closing());
    else close();
    LockSupport.unpark(owner);
  }

  @Override
  public synchronized void drained() {
    if (watch != null) watch.cancel(false);
  }

  private void lost(Failure failure) {
    AnswerBody begun = body;
    if (begun == null) end(failure);
    else begun.breakOff(failure);
  }

  private void close() {
    drained();
    CompletableFuture<HttpResponse<Void>> sent = response;
    if (sent != null) sent.cancel(true);
  }

  private void enter(Phase next) {
    phaseSince = System.nanoTime();
    phase = next;
    if (result.get() == null) arm(limit(next));
  }

  private Duration limit(Phase of) {
    return switch (of) {
      case HEADERS -> timeouts.headers();
      case FIRST_TOKEN -> timeouts.firstToken();
      case NEXT_TOKEN -> timeouts.nextToken();
      case CLOSING -> timeouts.closing();
    };
  }

  private void arm(Duration after) {
    schedule(this::look, after);
  }

  private synchronized void schedule(Runnable task, Duration after) {
    if (watch != null) watch.cancel(false);
    watch = timer.schedule(task, after.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// The watchdog: runs when the time may be up, which tokens since then have put off.
  private void look() {
    if (result.get() != null) return;
    long now = System.nanoTime();
    Duration left = limit(phase).minusNanos(now - phaseSince);
    Duration leftInAll = timeouts.total().minusNanos(now - startedAt);
    if (!leftInAll.isPositive()) {
      lost(new Failure.TimedOut(Failure.Watchdog.TOTAL, timeouts.total()));
    } else if (!left.isPositive()) {
      lost(expired(phase));
    } else {
      arm(least(left, leftInAll));
    }
  }

  private Failure expired(Phase of) {
    return switch (of) {
      case HEADERS -> new Failure.TimedOut(Failure.Watchdog.HEADERS, timeouts.headers());
      case FIRST_TOKEN -> new Failure.TimedOut(Failure.Watchdog.FIRST_TOKEN, timeouts.firstToken());
      case NEXT_TOKEN, CLOSING ->
          new Failure.TimedOut(Failure.Watchdog.NEXT_TOKEN, timeouts.nextToken());
    };
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
