package pageloom.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Style sheets without a browser. The compiler is loaded when the first one is asked for, on a
/// thread of its own, which also keeps what its libraries leave in thread locals away from the
/// threads of a container.
public final class Tailwind implements Stylesheets, AutoCloseable {
  private static final int REMEMBERED = 32;
  private static final long STACK_BYTES = 8L << 20;

  private final String tokens;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("tailwind").daemon().stackSize(STACK_BYTES).factory());

  // Both of that thread.
  private @Nullable TailwindEngine engine;
  private final Map<Set<String>, String> sheets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<String>, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// @param tokens the style sheet with the theme's tokens
  public Tailwind(String tokens) {
    this.tokens = tokens;
  }

  @Override
  public String of(Set<String> classes) {
    Set<String> wanted = Set.copyOf(classes);
    try {
      Future<String> sheet = thread.submit(() -> sheet(wanted));
      return sheet.get();
    } catch (RejectedExecutionException closed) {
      throw new IllegalStateException("the style compiler is closed", closed);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the styles could not be compiled", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while styles were compiled", e);
    }
  }

  private String sheet(Set<String> classes) {
    String known = sheets.get(classes);
    if (known != null) return known;
    TailwindEngine ready = engine;
    // After a failure nobody knows in which state it is; the next call makes a new one.
    engine = null;
    if (ready == null) ready = new TailwindEngine(tokens);
    String css = ready.sheetOf(classes);
    engine = ready;
    sheets.put(classes, css);
    return css;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (engine != null) engine.close();
  }
}
