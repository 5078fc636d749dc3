package pageloom.author;

import pageloom.markup.CodeFormat;
import pageloom.markup.MarkupRejected;
import pageloom.markup.Sanitized;
import pageloom.markup.Sanitizer;
import pageloom.markup.SectionCode;
import pageloom.page.Command.Refused;
import pageloom.page.SectionEditor;
import pageloom.plan.SectionPlan;

/// Makes a person's markup a section. It passes the sanitizer like everybody's; what a person says
/// is theirs to say, so nothing else is checked.
public record PersonEditor(Sanitizer sanitizer) implements SectionEditor {
  @Override
  public Edited edit(SectionPlan section, String html, String outputFormat) {
    if (html.isBlank()) {
      throw new Refused(
          Refused.Reason.INVALID,
          "html",
          "there is no markup. To take the section out, remove it.");
    }
    CodeFormat format = CodeFormat.of(outputFormat).orElseThrow();
    try {
      Sanitized safe = sanitizer.sanitize(html, section.anchor());
      String code = SectionCode.of(format, section.name(), safe);
      return new Edited(safe.html(), code, safe.removed());
    } catch (MarkupRejected e) {
      throw new Refused(Refused.Reason.INVALID, "html", e.getMessage() + ".");
    }
  }
}
