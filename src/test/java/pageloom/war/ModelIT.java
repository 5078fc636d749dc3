package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.Chromium;
import pageloom.author.LoopbackModel;
import pageloom.author.ModelPages;
import pageloom.plan.Plan;

/// The archive with a model behind it: an endpoint on the loopback address that writes slowly, and
/// one that is hostile.
@Timeout(120)
final class ModelIT {
  private static final Plan PLAN = ModelPages.plan(ModelPages.PROMPT);
  private static final Map<String, String> GOOD = ModelPages.fragments(ModelPages.PROMPT);
  private static final String KEY = "sk-canary-7f3a91";

  @TempDir Path data;

  private WarProcess war(LoopbackModel model) throws Exception {
    return war(model.base());
  }

  private WarProcess war(URI endpoint) throws Exception {
    var war =
        WarProcess.start(
            Map.of(
                "PAGELOOM_DATA",
                data.toString(),
                "PAGELOOM_BASE_URL",
                endpoint.toString(),
                "PAGELOOM_MODEL",
                "loop/one",
                "PAGELOOM_API_KEY",
                KEY),
            "--port",
            "0");
    war.base();
    return war;
  }

  private static LoopbackModel.Answer good(LoopbackModel.Request request) {
    String fragment = GOOD.get(ModelPages.section(request, PLAN));
    return new LoopbackModel.Text(
        "<<<SECTION\n" + fragment + "\nSECTION>>>", "stop", new BigDecimal("0.004"), 100);
  }

  @Test
  void sections_grow_while_they_stream_and_finished_ones_do_not_move() throws Exception {
    try (var model = new LoopbackModel(ModelIT::good);
        var war = war(model);
        var chromium = Chromium.open()) {
      model.pace = Duration.ofMillis(25);
      Page page = chromium.page();
      page.navigate(war.base() + "/");
      assertThat(page.locator("#generate")).containsText("Generate with AI");
      // Watches the preview: how often the hero is repainted before it is done, and whether the
      // finished navigation above it ever moves.
      page.evaluate(
          """
          () => {
            window.paints = new Set();
            window.tops = new Set();
            const look = () => {
              const doc = document.querySelector('#preview').contentDocument;
              const hero = doc?.querySelector('#hero');
              const card = document.querySelector('[data-section="Hero"]');
              if (hero && card?.dataset.state === 'generating') window.paints.add(hero.innerHTML.length);
              const nav = doc?.querySelector('#navigation');
              const done = document.querySelector('[data-section="Navigation"]')?.dataset.state === 'completed';
              if (nav && done) window.tops.add(Math.round(nav.getBoundingClientRect().top + doc.defaultView.scrollY));
              requestAnimationFrame(look);
            };
            look();
          }\
          """);
      page.locator("#prompt").fill(ModelPages.PROMPT);
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#progress"))
          .containsText(
              "All sections generated!",
              new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                  .setTimeout(90_000));
      int paints = ((Number) page.evaluate("window.paints.size")).intValue();
      assertTrue(paints >= 5, paints + " paints of the hero before it was done");
      assertEquals(List.of(0), page.evaluate("[...window.tops]"));
      assertThat(page.locator("[data-section=Hero]")).containsText("$0.004");
      assertThat(page.locator("#work")).containsText("$0.028");
      System.out.println("ModelIT: the hero was painted " + paints + " times before it was done");
    }
  }

  @Test
  void a_person_chooses_sections_and_the_model_of_each() throws Exception {
    Map<String, String> asked = new ConcurrentHashMap<>();
    Function<LoopbackModel.Request, LoopbackModel.Answer> writer =
        request -> {
          boolean hero = request.messages().get(1).contains("<header id=\"hero\"");
          asked.put(hero ? "Hero" : "Footer", request.model());
          String fragment =
              hero
                  ? "<header id=\"hero\"><h1>What this page is about, in a line</h1></header>"
                  : "<footer id=\"footer\" class=\"bg-red-500\">A line that says a little</footer>";
          return new LoopbackModel.Text(fragment, "stop", new BigDecimal("0.001"), 3);
        };
    try (var model = new LoopbackModel(writer);
        var war = war(model);
        var chromium = Chromium.open()) {
      Page page = chromium.page();
      page.navigate(war.base() + "/");
      assertThat(page.locator("#generate")).containsText("Generate with AI");
      page.locator("#prompt").fill(ModelPages.PROMPT);
      page.locator("#sections-summary").click();
      page.getByText("Add a section").click();
      page.keyboard().type("Hero");
      page.getByLabel("Model of section 1").fill("loop/two");
      page.getByText("Add a section").click();
      page.keyboard().type("Footer");
      assertThat(page.locator("#sections-summary"))
          .hasText("2 sections chosen by you, 1 with another model");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#progress"))
          .containsText("1 of 2 sections generated: Footer failed");
      assertThat(page.locator("[data-section=Hero]")).containsText("loop/two");
      assertThat(page.locator("[data-section=Footer]"))
          .containsText("it has colours outside the theme");
      page.getByText("What was wrong").click();
      assertThat(page.locator("[data-section=Footer]"))
          .containsText("The class bg-red-500 is no colour of the theme");
      assertEquals(Map.of("Hero", "loop/two", "Footer", "loop/one"), asked);
    }
  }

  @Test
  void a_call_that_a_crash_cut_off_costs_what_the_endpoint_says() throws Exception {
    var usage = crashWhileTheHeroIsWritten(LoopbackModel::openRouter, new BigDecimal("0.0123"));
    assertEquals(0, new BigDecimal("0.0123").compareTo(usage.get("cost_usd").getAsBigDecimal()));
    assertFalse(usage.get("estimated").getAsBoolean());
    assertEquals(80, usage.get("output_tokens").getAsInt());
  }

  @Test
  void a_call_that_a_crash_cut_off_costs_the_worst_case_where_nobody_can_say() throws Exception {
    var usage = crashWhileTheHeroIsWritten(LoopbackModel::base, new BigDecimal("0.0123"));
    // The cap of 4,000 tokens at $4 a million, and the prompt on top.
    assertTrue(usage.get("cost_usd").getAsBigDecimal().doubleValue() > 0.016, usage.toString());
    assertTrue(usage.get("estimated").getAsBoolean());
  }

  /// Kills the server in the middle of a call and starts it again.
  ///
  /// @return what the page's log says of that call
  private JsonObject crashWhileTheHeroIsWritten(
      Function<LoopbackModel, URI> endpoint, BigDecimal booked) throws Exception {
    var crashed = new AtomicBoolean();
    try (var model =
        new LoopbackModel(request ->
            ModelPages.section(request, PLAN).equals("Hero") && !crashed.get()
                ? new LoopbackModel.Endless("<<<SECTION\n<header id=\"hero\">Half a")
                : good(request))) {
      model.booked = booked;
      String id;
      try (var war = war(endpoint.apply(model))) {
        String page = war.post("/api/pages", "{\"prompt\":\"" + ModelPages.PROMPT + "\"}").body();
        id = JsonParser.parseString(page).getAsJsonObject().get("id").getAsString();
        // Whoever sees the half section knows that the call was noted before.
        String seen = war.readUntil("/api/pages/" + id + "/events", "Half a");
        assertTrue(seen.contains("\"type\":\"section_delta\",\"section\":\"Hero\""), seen);
        war.kill();
        crashed.set(true);
      }
      try (var war = war(endpoint.apply(model))) {
        String events = war.readUntil("/api/pages/" + id + "/events", "\"type\":\"complete\"");
        List<JsonObject> usages =
            events
                .lines()
                .filter(line -> line.startsWith("data: {\"type\":\"usage\""))
                .map(line -> JsonParser.parseString(line.substring(6)).getAsJsonObject())
                .toList();
        assertEquals(8, usages.size(), "seven sections and the call that was cut off");
        var snapshot = JsonParser.parseString(war.get("/api/pages/" + id).body()).getAsJsonObject();
        assertEquals(
            0,
            usages.stream()
                .map(u -> u.get("cost_usd").getAsBigDecimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .compareTo(snapshot.get("costUsd").getAsBigDecimal()));
        return usages.stream()
            .filter(u -> u.get("outcome").getAsString().equals("abandoned"))
            .findFirst()
            .orElseThrow();
      }
    }
  }

  @Test
  void neither_the_key_nor_what_the_endpoint_says_reaches_answers_log_or_database()
      throws Exception {
    String body = "{\"error\":{\"message\":\"body-canary " + KEY + "\",\"code\":400}}";
    try (var model = new LoopbackModel(request -> new LoopbackModel.Status(400, body, ""));
        var war = war(model)) {
      String prompt = "Build a page for prompt-canary-55";
      String stream =
          war.post("/api/generate-multi-section-stream", "{\"prompt\":\"" + prompt + "\"}").body();
      String init = stream.lines().findFirst().orElseThrow().substring(6);
      String id = JsonParser.parseString(init).getAsJsonObject().get("page_id").getAsString();
      String answers = stream;
      for (String path :
          List.of(
              "/api/pages/" + id, "/api/pages/" + id + "/events", "/api/models", "/api/pages")) {
        answers += war.get(path).body();
      }
      assertTrue(stream.contains("\"type\":\"error\""), stream);
      assertFalse(answers.contains(KEY), "the key in an answer");
      assertFalse(answers.contains("body-canary"), "the endpoint's words in an answer");
      assertFalse(stream.contains("prompt-canary-55"), "the prompt in an event");
      war.terminate();
      war.exit();
      assertFalse(war.output().contains(KEY), "the key in the log");
      assertFalse(war.output().contains("canary"), war.output());
    }
    try (var files = Files.list(data)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(KEY), "the key in " + file);
        assertFalse(bytes.contains("body-canary"), "the endpoint's words in " + file);
      }
    }
  }
}
