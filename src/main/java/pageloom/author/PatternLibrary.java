package pageloom.author;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pageloom.plan.Brief;
import pageloom.plan.SectionPlan;

/// Writes sections without a model, from the templates under `patterns/{kind}/{layout}.html`. The
/// same brief and section give the same markup. Thread-safe; a template is compiled on its first
/// use.
public final class PatternLibrary {
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(true).defaultValue("").emptyStringIsFalse(true);

  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final int year;

  /// A library for this year, which footers name.
  public PatternLibrary() {
    this(Year.now(ZoneOffset.UTC));
  }

  /// @param year what footers name
  PatternLibrary(Year year) {
    this.year = year.getValue();
  }

  /// The markup of one section, not yet sanitized: one root element whose id is the section's
  /// anchor.
  ///
  /// @param all the sections of the page in order, which links lead to; may be the section alone
  /// @throws IllegalArgumentException if the library has no such layout
  public String render(Brief brief, SectionPlan section, List<SectionPlan> all) {
    var context = new PatternContext(brief, section, all, year);
    String html = template(file(section.kind(), section.layout())).execute(context).strip();
    return Signature.of(brief, section, all)
        .map(signature -> atTheEnd(html, template(signature.file()).execute(context)))
        .orElse(html);
  }

  /// The root element with one more child.
  private static String atTheEnd(String html, String child) {
    int end = html.lastIndexOf("</");
    return html.substring(0, end) + child + html.substring(end);
  }

  /// Whether there is a template for this layout of this kind.
  public boolean has(String kind, String layout) {
    return Resources.find(file(kind, layout)).isPresent();
  }

  private Template template(String name) {
    return templates.computeIfAbsent(
        name,
        file ->
            COMPILER.compile(
                Resources.find(file)
                    .orElseThrow(() -> new IllegalArgumentException("no pattern " + file))));
  }

  private static String file(String kind, String layout) {
    return "patterns/" + kind + "/" + layout + ".html";
  }
}
