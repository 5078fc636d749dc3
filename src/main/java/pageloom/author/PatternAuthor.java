package pageloom.author;

import java.util.List;
import pageloom.markup.CodeFormat;
import pageloom.markup.Sanitized;
import pageloom.markup.Sanitizer;
import pageloom.markup.SectionCode;
import pageloom.page.SectionAuthor;
import pageloom.plan.Plan;
import pageloom.plan.SectionPlan;

/// Writes sections from the built-in pattern library: at once, at no cost, with no model. What it
/// makes passes the sanitizer like everybody's.
public final class PatternAuthor implements SectionAuthor {
  /// What an event and a snapshot call this author.
  static final String NAME = "pattern";

  private final PatternLibrary library;
  private final Sanitizer sanitizer;

  public PatternAuthor(PatternLibrary library, Sanitizer sanitizer) {
    this.library = library;
    this.sanitizer = sanitizer;
  }

  @Override
  public Outcome write(Job job, Desk desk) {
    CodeFormat format = CodeFormat.of(job.outputFormat()).orElseThrow();
    return write(job.plan(), job.section(), format);
  }

  /// Makes a section of a plan, at no cost.
  public Written write(Plan plan, SectionPlan section, CodeFormat format) {
    String fragment = library.render(plan.brief(), section, plan.sections());
    Sanitized safe = sanitizer.sanitize(fragment, section.anchor());
    String code = SectionCode.of(format, section.name(), safe);
    return new Written(safe.html(), code, List.of(), NAME, null);
  }
}
