package pageloom.page;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Something that a person wants of a page that exists. What it names is checked when it is
/// applied, against the page as it is then.
public sealed interface Command {
  /// Begin no further section.
  ///
  /// @param stop whether sections in the making are stopped too, or may finish
  record Pause(boolean stop) implements Command {}

  /// Go on, after a pause or a cancel.
  record Resume() implements Command {}

  /// Stop at once, and keep what is done.
  record Cancel() implements Command {}

  /// Make a section again.
  ///
  /// @param model the model to ask, or null for the one it had
  record Retry(String section, @Nullable String model) implements Command {}

  /// Have a model change a section.
  ///
  /// @param instruction what to change, in the person's words
  /// @param model the model to ask, or null for the one it had
  record Rewrite(
      String section,
      String instruction,
      @Nullable String model,
      @Nullable Integer expectedRevision)
      implements Command {}

  /// Replace a section's markup by a person's.
  record Write(String section, String html, @Nullable Integer expectedRevision)
      implements Command {}

  /// Bring an earlier revision back, of a section that was removed too.
  record Restore(String section, int revision) implements Command {}

  /// Take a section out of the page.
  record Remove(String section) implements Command {}

  /// Put a section elsewhere.
  ///
  /// @param order its new place, from 0
  record Move(String section, int order) implements Command {}

  /// Have another section made.
  ///
  /// @param instruction what it is to be, in the person's words, or null
  /// @param order its place, from 0, or null for before the end
  /// @param model the model to ask, or null for the page's
  record Add(
      String name, @Nullable String instruction, @Nullable Integer order, @Nullable String model)
      implements Command {}

  /// Change how the page looks. A part that is null stays as it is.
  record Restyle(
      @Nullable String palette,
      @Nullable String mode,
      @Nullable String type,
      @Nullable String radius,
      @Nullable String density)
      implements Command {}

  /// Give the page another title in lists.
  record Rename(String title) implements Command {}

  /// Change what the page may cost.
  record Budget(BigDecimal budgetUsd) implements Command {}

  /// A command as it came.
  ///
  /// @param id what makes a repeated command the same one
  /// @param json its body, kept with the page: it holds a person's words, which events do not
  record Order(String id, String json, Command command) {}

  /// A command that can't be carried out. Nothing was changed.
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Reason reason;
    private final String field;

    /// Why not.
    public enum Reason {
      /// What it names is not there, or it says something impossible.
      INVALID,
      /// The page is not as the sender thinks.
      CONFLICT
    }

    /// @param message what a person can do, without the field's name
    public Refused(Reason reason, String field, String message) {
      super(message, null, false, false);
      this.reason = reason;
      this.field = field;
    }

    /// A command whose id stands for another one.
    public static Refused idInUse() {
      return new Refused(Reason.CONFLICT, "id", "it was used for another command; use a new one.");
    }

    public Reason reason() {
      return reason;
    }

    /// The field that is to blame.
    public String field() {
      return field;
    }
  }
}
