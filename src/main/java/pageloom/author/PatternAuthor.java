package pageloom.author;

import java.util.List;
import pageloom.markup.CodeFormat;
import pageloom.markup.Sanitized;
import pageloom.markup.Sanitizer;
import pageloom.markup.SectionCode;
import pageloom.page.SectionAuthor;

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
  public Outcome write(Job job) {
    var section = job.section();
    String fragment = library.render(job.plan().brief(), section, job.plan().sections());
    Sanitized safe = sanitizer.sanitize(fragment, section.anchor());
    CodeFormat format = CodeFormat.of(job.outputFormat()).orElseThrow();
    String code = SectionCode.of(format, section.name(), safe.html());
    return new Written(safe.html(), code, List.of(), NAME);
  }
}
