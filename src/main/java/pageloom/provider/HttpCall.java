package pageloom.provider;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A call over HTTP: attempts one after the other on the thread that awaits it, pauses between
/// them.
final class HttpCall implements ChatCall {
  /// A name of an endpoint's making as we pass it on.
  private static final Pattern NAME = Pattern.compile("[\\w./:@~+-]{1,200}");

  private final Line line;
  private final Iterator<Target> others;
  private final AtomicReference<@Nullable Thread> owner = new AtomicReference<>();
  private volatile @Nullable Exchange current;
  private volatile boolean cancelled;

  /// What is asked now; belongs to the thread that awaits.
  private Target target;

  /// A request as it is sent.
  record Target(ChatRequest request, HttpRequest http) {}

  /// @param targets what to ask, at least one; each further one where another model may help
  HttpCall(Line line, List<Target> targets) {
    this.line = line;
    this.others = targets.iterator();
    this.target = others.next();
  }

  @Override
  public Completion await(CallWatcher watcher) throws InterruptedException {
    if (!owner.compareAndSet(null, Thread.currentThread())) {
      throw new IllegalStateException("a call is awaited once");
    }
    line.live().add(this);
    try {
      return attempts(watcher);
    } finally {
      line.live().remove(this);
    }
  }

  private Completion attempts(CallWatcher watcher) throws InterruptedException {
    RetryPolicy policy = line.config().retries();
    Duration patience = policy.longest();
    int sent = 0;
    int ofThisModel = 0;
    while (true) {
      Optional<Duration> closed = line.breaker().admit();
      if (closed.isPresent()) {
        var open = new Failure.BreakerOpen(closed.get());
        patience = patience.minus(closed.get());
        if (patience.isNegative() || !watcher.again(open)) throw new ProviderException(open, sent);
        pause(watcher, open, closed.get(), sent);
        continue;
      }
      var errors = new ErrorBody(target.request().model(), line.config().key() != null);
      Exchange exchange =
          new Exchange(line.config().timeouts(), line.timer(), errors, line.clock());
      Attempt attempt = attempt(exchange, sent + 1, watcher);
      sent++;
      ofThisModel++;
      Failure failure = attempt.failure();
      if (failure == null) return completion(attempt, exchange.answer());
      Optional<Duration> pause = policy.pause(ofThisModel, failure, line.random());
      boolean other = pause.isEmpty() && failure.otherModelMayHelp() && others.hasNext();
      if ((pause.isEmpty() && !other) || !watcher.again(failure)) {
        throw new ProviderException(failure, sent);
      }
      if (other) {
        target = others.next();
        ofThisModel = 0;
      } else {
        pause(watcher, failure, pause.orElseThrow(), sent);
      }
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    Exchange exchange = current;
    if (exchange != null) exchange.end(new Failure.Cancelled());
    LockSupport.unpark(owner.get());
  }

  /// Sends the request once, having been let in by the breaker, and tells what became of it.
  private Attempt attempt(Exchange exchange, int number, CallWatcher watcher)
      throws InterruptedException {
    // Whatever is thrown below, a watcher's exception too, the request must not outlive it.
    Answer.Result result = new Answer.Failed(new Failure.Cancelled());
    Attempt attempt;
    boolean sent = false;
    try {
      current = exchange;
      if (cancelled) throw new ProviderException(new Failure.Cancelled(), number - 1);
      if (!line.config().base().mayBeCalled()) {
        throw new ProviderException(new Failure.AddressRefused(), number - 1);
      }
      sent = true;
      exchange.send(line.http(), target.http());
      result = exchange.follow(watcher, () -> identify(exchange, watcher));
    } finally {
      exchange.end(new Failure.Cancelled());
      current = null;
      attempt = describe(exchange, number, result);
      line.breaker().report(attempt.failure());
      if (sent) watcher.ended(attempt);
    }
    return attempt;
  }

  private void identify(Exchange exchange, CallWatcher watcher) {
    var id = new AtomicReference<@Nullable String>();
    exchange.whileStill(() -> id.set(generationId(exchange)));
    String known = id.get();
    if (known != null) watcher.identified(known);
  }

  private Attempt describe(Exchange exchange, int number, Answer.Result result) {
    var read = new AtomicReference<@Nullable Attempt>();
    exchange.whileStill(() -> read.set(read(exchange, number, result)));
    return Objects.requireNonNull(read.get());
  }

  private Attempt read(Exchange exchange, int number, Answer.Result result) {
    Answer answer = exchange.answer();
    String model = Objects.requireNonNullElse(harmless(answer.model), target.request().model());
    Failure failure = result instanceof Answer.Failed(var why) ? why : null;
    Price price =
        line.prices().of(model).or(() -> line.prices().of(target.request().model())).orElse(null);
    return new Attempt(
        number,
        model,
        usage(exchange, failure).priced(price),
        result instanceof Answer.Answered(var finish) ? finish : null,
        failure,
        generationId(exchange),
        exchange.toFirstToken(),
        exchange.took());
  }

  /// What the endpoint says, or else what it must have done: read the request if it may have, and
  /// written what came.
  private Usage usage(Exchange exchange, @Nullable Failure failure) {
    Answer answer = exchange.answer();
    if (answer.usage != null) return answer.usage;
    // An error instead of an answer is not billed, although its status was good.
    if (answer.failure != null && answer.tokens == 0) return Usage.NONE;
    HttpResponse.ResponseInfo head = exchange.head();
    boolean refused =
        head == null
            ? failure instanceof Failure.ConnectionLost(var fault) && fault != Failure.Fault.BROKEN
            : head.statusCode() != 200;
    if (refused) return Usage.NONE;
    return Tokens.soFar(target.request(), answer.text);
  }

  private @Nullable String generationId(Exchange exchange) {
    if (line.config().dialect() != Dialect.OPENROUTER) return null;
    HttpResponse.ResponseInfo head = exchange.head();
    if (head == null) return null;
    String id = head.headers().firstValue("X-Generation-Id").orElse(exchange.answer().id);
    return harmless(id);
  }

  /// The name, or null where it is none; an endpoint may send anything for one, even our key.
  private @Nullable String harmless(@Nullable String name) {
    if (name == null || !NAME.matcher(name).matches()) return null;
    ApiKey key = line.config().key();
    return key != null && name.contains(key.secret()) ? null : name;
  }

  private static Completion completion(Attempt attempt, Answer answer) {
    return new Completion(
        answer.text.from(0),
        attempt.finish() == null ? Finish.MISSING : attempt.finish(),
        attempt.model(),
        attempt.usage(),
        attempt.generationId(),
        attempt.toFirstToken() == null ? attempt.took() : attempt.toFirstToken(),
        attempt.number());
  }

  private void pause(CallWatcher watcher, Failure because, Duration pause, int sent)
      throws InterruptedException {
    watcher.waiting(because, line.clock().instant().plus(pause));
    long until = System.nanoTime() + pause.toNanos();
    while (true) {
      if (cancelled) throw new ProviderException(new Failure.Cancelled(), sent);
      if (Thread.interrupted()) throw new InterruptedException();
      long left = until - System.nanoTime();
      if (left <= 0) return;
      LockSupport.parkNanos(this, left);
    }
  }
}
