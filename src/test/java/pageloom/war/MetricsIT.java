package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The numbers of a running server, and whoever relies on their names.
@Timeout(60)
final class MetricsIT {
  private static final Pattern NAME = Pattern.compile("\\bpageloom_[a-z_]+");

  /// Those that have labels alone are there from the first time on.
  private static final Set<String> LATER =
      Set.of(
          "pageloom_append_failures_total",
          "pageloom_model_calls_total",
          "pageloom_model_tokens_total",
          "pageloom_pages_ended_total",
          "pageloom_sections_total",
          "pageloom_spent_usd_total");

  @TempDir Path folder;
  private WarProcess war;

  @BeforeEach
  void start() throws Exception {
    war = WarProcess.serving(folder);
  }

  @AfterEach
  void stop() {
    war.close();
  }

  private String value(String sample) throws Exception {
    return war.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .map(line -> line.substring(sample.length() + 1))
        .findFirst()
        .orElse("none");
  }

  @Test
  void a_page_is_counted() throws Exception {
    String wish = "{\"prompt\":\"Build a modern SaaS landing page\"}";
    assertEquals(200, war.post("/api/generate-multi-section", wish).statusCode());
    assertEquals("1.0", value("pageloom_pages_started_total"));
    assertEquals("1.0", value("pageloom_pages_ended_total{state=\"completed\"}"));
    assertEquals("7.0", value("pageloom_section_attempts_total"));
    assertEquals("7.0", value("pageloom_sections_total{outcome=\"completed\"}"));
    assertEquals("7", value("pageloom_section_seconds_count"));
    assertEquals("0.0", value("pageloom_takeovers_total"));
    assertTrue(Double.parseDouble(value("pageloom_commit_seconds_count")) >= 9);
    assertTrue(Double.parseDouble(value("process_resident_memory_bytes")) > 1e7);
  }

  @Test
  void both_text_formats_are_spoken() throws Exception {
    var plain = war.get("/metrics");
    assertTrue(
        plain.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"),
        plain.headers().toString());
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(war.base() + "/metrics"))
              .header("Accept", "application/openmetrics-text; version=1.0.0")
              .build();
      var open = client.send(request, BodyHandlers.ofString());
      assertTrue(open.body().endsWith("# EOF\n"), "not OpenMetrics");
    }
  }

  @Test
  void the_documents_dashboard_and_alerts_name_what_there_is() throws Exception {
    Set<String> there =
        war.get("/metrics")
            .body()
            .lines()
            .filter(line -> line.startsWith("# TYPE pageloom_"))
            .map(line -> line.split(" ")[2])
            .collect(Collectors.toCollection(TreeSet::new));
    there.addAll(LATER);
    assertEquals(there, named("docs/operations.md"));
    assertEquals(there, named("deploy/grafana-dashboard.json"));
    for (String name : named("deploy/pageloom-alerts.yml")) assertTrue(there.contains(name), name);
  }

  private static Set<String> named(String file) throws Exception {
    Set<String> names = new TreeSet<>();
    var found = NAME.matcher(Files.readString(Path.of(file)));
    while (found.find()) names.add(found.group().replaceFirst("_(bucket|sum|count)$", ""));
    return names;
  }
}
