package pageloom.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import pageloom.page.PageLog;

/// The numbers of one process, under the names that docs/operations.md lists. Labels have few
/// values: nothing that a person wrote, no page and no address becomes one. Thread-safe.
public final class Metrics {
  private static final double[] SECTION_SECONDS = {0.1, 0.5, 1, 2, 5, 10, 20, 40, 60, 120, 300};
  private static final double[] TOKEN_SECONDS = {0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60};
  private static final double[] DISK_SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();

  final Counter pagesStarted =
      counter("pageloom_pages_started_total", "Pages that were started here");
  final Counter pagesEnded =
      counter("pageloom_pages_ended_total", "Ends of pages, by how", "state");
  final Counter attempts =
      counter("pageloom_section_attempts_total", "Attempts at a section that were begun");
  final Counter sections =
      counter("pageloom_sections_total", "Attempts at a section that ended, by how", "outcome");
  final Histogram sectionSeconds =
      seconds("pageloom_section_seconds", "How long a section took to be made", SECTION_SECONDS);
  final Counter calls =
      counter("pageloom_model_calls_total", "Calls to models", "model", "outcome");
  final Counter tokens = counter("pageloom_model_tokens_total", "Tokens", "model", "direction");
  final Counter spent =
      counter("pageloom_spent_usd_total", "What calls to models cost, in US dollars", "model");
  private final Histogram firstToken =
      seconds(
          "pageloom_model_first_token_seconds",
          "From a call to the first text of its answer",
          TOKEN_SECONDS);
  final Histogram appendSeconds =
      seconds("pageloom_append_seconds", "Until an append to a log was durable", DISK_SECONDS);
  private final Histogram commitSeconds =
      seconds("pageloom_commit_seconds", "How long a transaction took", DISK_SECONDS);
  final Counter refused =
      counter("pageloom_append_failures_total", "Appends that were refused, by why", "reason");
  final Counter takeovers =
      counter("pageloom_takeovers_total", "Pages taken over that somebody had worked on before");
  final Counter fences =
      counter(
          "pageloom_fences_total",
          "Appends that came after another process had taken the page over");

  /// Not at the start: it loads all of JMX, which takes longer than the rest of the metrics.
  private final AtomicBoolean aboutJvm = new AtomicBoolean();

  // Without exemplars, which nobody feeds: the library has a thread for them that never ends, and
  // with it would keep the application's classes in a container that has undeployed it.
  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }

  private Histogram seconds(String name, String help, double[] bounds) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .unit(Unit.SECONDS)
        .classicOnly()
        .classicUpperBounds(bounds)
        .withoutExemplars()
        .register(registry);
  }

  /// Something that goes up and down, asked for at each scrape.
  public void gauge(String name, String help, DoubleSupplier now) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(report -> report.call(now.getAsDouble()))
        .register(registry);
  }

  /// Something that is counted elsewhere.
  public void total(String name, String help, DoubleSupplier soFar) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(report -> report.call(soFar.getAsDouble()))
        .register(registry);
  }

  /// The same log, watched.
  public PageLog over(PageLog log) {
    return new MeteredLog(log, this);
  }

  /// A model's answer has begun.
  ///
  /// @param toFirstToken how long after the call
  public void answered(Duration toFirstToken) {
    firstToken.observe(seconds(toFirstToken));
  }

  /// A transaction is over.
  public void committed(Duration took) {
    commitSeconds.observe(seconds(took));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  /// How the numbers are written for whoever accepts this.
  ///
  /// @param accept the request's header
  public String contentType(@Nullable String accept) {
    return format(accept).getContentType();
  }

  /// Writes all numbers.
  public void write(@Nullable String accept, OutputStream out) throws IOException {
    if (aboutJvm.compareAndSet(false, true)) JvmMetrics.builder().register(registry);
    format(accept).write(out, registry.scrape());
  }

  /// Prometheus' text or OpenMetrics, as they were agreed on; nothing binary.
  private static ExpositionFormatWriter format(@Nullable String accept) {
    var formats = ExpositionFormats.init();
    boolean open = accept != null && accept.contains("application/openmetrics-text");
    return open
        ? formats.getOpenMetricsTextFormatWriter()
        : formats.getPrometheusTextFormatWriter();
  }
}
