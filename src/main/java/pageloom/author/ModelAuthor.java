package pageloom.author;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pageloom.markup.CodeFormat;
import pageloom.markup.Finding;
import pageloom.markup.Findings;
import pageloom.markup.FindingsContext;
import pageloom.markup.MarkupRejected;
import pageloom.markup.RawMarkup;
import pageloom.markup.Sanitized;
import pageloom.markup.Sanitizer;
import pageloom.markup.SectionCode;
import pageloom.page.Ledger;
import pageloom.page.SectionAuthor;
import pageloom.page.Spend;
import pageloom.plan.SectionPlan;
import pageloom.plan.Themes;
import pageloom.provider.ChatProvider;
import pageloom.provider.ChatRequest.Message;
import pageloom.provider.ProviderException;
import pageloom.provider.Usage;

/// Writes sections with a model: asks, takes the fragment out of the answer, checks it, and has
/// what is wrong repaired, at most twice. The same findings twice in a row end it: another try
/// would cost money and change nothing.
public final class ModelAuthor implements SectionAuthor {
  private static final String NAME = "model";
  private static final int MAX_REPAIRS = 2;
  private static final int FAULTS_SAID = 3;

  private final ChatProvider provider;
  private final Sanitizer sanitizer;
  private final Models models;
  private final Consumer<Duration> firstTokens;

  /// Which models write.
  ///
  /// @param preset the model of a section that names none
  /// @param fallbacks what to ask, in this order, where a section's model can't answer
  public record Models(String preset, List<String> fallbacks) {
    public Models {
      fallbacks = List.copyOf(fallbacks);
    }

    private List<String> besides(String model) {
      return fallbacks.stream().filter(other -> !other.equals(model)).toList();
    }
  }

  /// @param firstTokens told how long each call took to its first text
  public ModelAuthor(
      ChatProvider provider, Sanitizer sanitizer, Models models, Consumer<Duration> firstTokens) {
    this.provider = provider;
    this.sanitizer = sanitizer;
    this.models = models;
    this.firstTokens = firstTokens;
  }

  @Override
  public String model(Job job) {
    String asked = job.model();
    return asked == null ? models.preset() : asked;
  }

  @Override
  public boolean followsInstructions() {
    return true;
  }

  @Override
  public Spend settled(String generationId, Spend estimate) throws InterruptedException {
    return provider.settled(generationId).map(usage -> settled(estimate, usage)).orElse(estimate);
  }

  private static Spend settled(Spend estimate, Usage usage) {
    return new Spend(
        estimate.reservation(),
        estimate.model(),
        usage.inputTokens(),
        usage.outputTokens(),
        usage.cost(),
        usage.estimated(),
        estimate.outcome());
  }

  @Override
  public Outcome write(Job job, Desk desk) throws InterruptedException {
    String model = model(job);
    var prompts = new Prompts(job.prompt(), job.plan());
    List<String> fallbacks = models.besides(model);
    var conversation =
        new Conversation(
            new Assignment(provider, sanitizer, prompts, job, desk, model, fallbacks, firstTokens));
    try {
      return write(job, conversation, prompts);
    } catch (ProviderException e) {
      return new Refused(e.failure().message());
    } catch (Ledger.OverBudget | UnknownPrice e) {
      return new Refused(String.valueOf(e.getMessage()));
    } catch (MarkupRejected e) {
      return new Refused("The model's markup can't be used: " + e.getMessage());
    }
  }

  private Outcome write(Job job, Conversation conversation, Prompts prompts)
      throws InterruptedException {
    FindingsContext context = context(job);
    List<Message> messages = conversation.task();
    List<Finding> before = List.of();
    for (int repair = 0; ; repair++) {
      String fragment = conversation.ask(messages);
      var markup = new RawMarkup(fragment);
      List<Finding> findings = Findings.of(markup, context);
      if (findings.isEmpty()) return written(job, markup, conversation.model());
      if (repair == MAX_REPAIRS || Finding.same(before, findings)) return refused(findings);
      before = findings;
      messages = Conversation.then(messages, fragment, prompts.repair(findings));
    }
  }

  private Outcome written(Job job, RawMarkup markup, String model) {
    SectionPlan section = job.section();
    Sanitized safe = sanitizer.sanitize(markup, section.anchor());
    CodeFormat format = CodeFormat.of(job.outputFormat()).orElseThrow();
    String code = SectionCode.of(format, section.name(), safe);
    return new Written(safe.html(), code, List.of(), NAME, model);
  }

  private static Outcome refused(List<Finding> findings) {
    List<String> faults =
        findings.stream().map(finding -> finding.kind().words()).distinct().toList();
    String said = String.join("; ", faults.subList(0, Math.min(FAULTS_SAID, faults.size())));
    String more = faults.size() > FAULTS_SAID ? "; and more" : "";
    return new Refused(
        "What the model wrote still has faults after repair: "
            + said
            + more
            + ". Try again or choose another model.",
        findings.stream().map(Finding::instruction).toList());
  }

  private static FindingsContext context(Job job) {
    Set<String> anchors =
        job.plan().sections().stream().map(SectionPlan::anchor).collect(Collectors.toSet());
    return new FindingsContext(
        job.section().anchor(),
        job.section().kind(),
        anchors,
        Themes.variables(job.plan().brief().theme()).light(),
        stated(job));
  }

  /// What copy may repeat: the person's words, and what the plan made of them.
  private static String stated(Job job) {
    var brief = job.plan().brief();
    var stated = new StringBuilder(job.prompt()).append('\n').append(brief.brand());
    brief.facts().forEach(fact -> stated.append('\n').append(fact.text()));
    Wish wish = job.wish();
    if (wish.instruction() != null) stated.append('\n').append(wish.instruction());
    // What stands there already was the person's, or was accepted by them.
    if (wish.present() != null) stated.append('\n').append(wish.present());
    return stated.toString();
  }
}
