package pageloom.author;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import pageloom.markup.Finding;
import pageloom.plan.Plan;
import pageloom.plan.SectionPlan;

/// What models are told about one page. Everything before a section's task is the same bytes for
/// every section, so that providers read it once. The person's words are data between marks that
/// they can't contain. Immutable.
public final class Prompts {
  private static final int TAIL = 240;
  private static final String RULES = Resources.text("prompts/rules.md").strip() + "\n";
  private static final Template BRIEF = template("brief");
  private static final Template OUTLINE = template("outline");
  private static final Template TASK = template("task");
  private static final Template REPAIR = template("repair");
  private static final Template CONTINUE = template("continue");
  private static final Template REWRITE = template("rewrite");
  private static final Template WISH = template("wish");

  private final Plan plan;
  private final String page;

  /// @param prompt the person's words
  public Prompts(String prompt, Plan plan) {
    this.plan = plan;
    page =
        BRIEF.execute(brief(prompt, plan)).strip()
            + "\n\n"
            + OUTLINE.execute(Map.of("sections", outline(plan))).strip()
            + "\n";
  }

  /// What holds for every page: the system message.
  public String rules() {
    return RULES;
  }

  /// What holds for every section of this page: the beginning of the user's message.
  public String page() {
    return page;
  }

  /// What to do for one section: the end of the user's message.
  public String task(SectionPlan section) {
    return TASK.execute(new TaskView(plan, section)).strip() + "\n";
  }

  /// What to mend in the fragment that the model wrote last.
  public String repair(List<Finding> findings) {
    List<Map<String, Object>> views =
        IntStream.range(0, findings.size())
            .mapToObj(
                i -> Map.<String, Object>of("number", i + 1, "text", findings.get(i).instruction()))
            .toList();
    String count = findings.size() == 1 ? "one thing" : findings.size() + " things";
    return REPAIR.execute(Map.of("count", count, "findings", views)).strip() + "\n";
  }

  /// How to go on after an answer that ended for its length.
  public String continuation(String partial) {
    int from = Math.max(0, partial.length() - TAIL);
    if (from > 0 && Character.isLowSurrogate(partial.charAt(from))) {
      from++;
    }
    return CONTINUE.execute(Map.of("tail", partial.substring(from))).strip() + "\n";
  }

  /// What to change in a section that is there already; follows its task.
  ///
  /// @param present its markup
  /// @param instruction the person's words
  public String rewrite(String present, String instruction) {
    Map<String, Object> view =
        Map.of(
            "present", present.strip(),
            "fence", Fence.around(present),
            "instruction", instruction.strip(),
            "wish", Fence.around(instruction));
    return REWRITE.execute(view).strip() + "\n";
  }

  /// What a person wants of a section that is not there yet; follows its task.
  public String wish(String instruction) {
    Map<String, Object> view =
        Map.of("instruction", instruction.strip(), "wish", Fence.around(instruction));
    return WISH.execute(view).strip() + "\n";
  }

  private static Map<String, Object> brief(String prompt, Plan plan) {
    var brief = plan.brief();
    Map<String, Object> view = new HashMap<>();
    view.put("prompt", prompt.strip());
    view.put("fence", Fence.around(prompt));
    view.put("brand", Fence.line(brief.brand()));
    view.put("subject", Fence.line(brief.subject()));
    view.put("audience", Fence.line(brief.audience()));
    view.put("voice", Fence.line(brief.voice()));
    // A plan in English may stand for words in any language that has no decks.
    view.put("language", brief.language().equals("en") ? "" : brief.language());
    view.put("pageType", plan.pageType());
    view.put("palette", brief.theme().palette());
    view.put("type", brief.theme().type());
    view.put("radius", brief.theme().radius());
    view.put("density", brief.theme().density());
    view.put("mode", brief.theme().mode());
    view.put("hasFacts", !brief.facts().isEmpty());
    view.put(
        "facts",
        brief.facts().stream()
            .map(f ->
                Map.of(
                    "kind", f.kind().name().toLowerCase(Locale.ROOT), "text", Fence.line(f.text())))
            .toList());
    return view;
  }

  private static List<Map<String, Object>> outline(Plan plan) {
    List<Map<String, Object>> sections = new ArrayList<>();
    for (SectionPlan s : plan.sections()) {
      sections.add(
          Map.of(
              "number", sections.size() + 1,
              "name", s.name(),
              "anchor", s.anchor(),
              "kind", s.kind(),
              "layout", s.layout()));
    }
    return sections;
  }

  private static Template template(String name) {
    return Mustache.compiler()
        .escapeHTML(false)
        .defaultValue("")
        .emptyStringIsFalse(true)
        .compile(Resources.text("prompts/" + name + ".md"));
  }
}
