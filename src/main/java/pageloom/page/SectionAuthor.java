package pageloom.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pageloom.plan.Plan;
import pageloom.plan.SectionPlan;

/// Writes sections. Called on a virtual thread of its own, so it may block; an interrupt means that
/// nobody wants the result any more.
public interface SectionAuthor {
  /// Makes one section.
  Outcome write(Job job, Desk desk) throws InterruptedException;

  /// The model that this job is given to, or null where no model writes.
  default @Nullable String model(Job job) {
    return null;
  }

  /// What a call really cost, where the endpoint tells; else the estimate. May block for half a
  /// minute, for the endpoint knows late.
  ///
  /// @param generationId the endpoint's name for the answer
  default Spend settled(String generationId, Spend estimate) throws InterruptedException {
    return estimate;
  }

  /// What to make.
  ///
  /// @param prompt the person's words
  /// @param section one of the plan's
  /// @param outputFormat name of the format of the code
  /// @param model the model asked for, or null
  /// @param wish what a person wants of it beyond that
  record Job(
      PageId page,
      String prompt,
      Plan plan,
      SectionPlan section,
      String outputFormat,
      @Nullable String model,
      Wish wish) {}

  /// What a person wants of a section.
  ///
  /// @param instruction in the person's words, or null
  /// @param present the fragment to be changed, or null to begin anew
  /// @param time how many times the section was asked for before: another time is another draw
  record Wish(@Nullable String instruction, @Nullable String present, int time) {
    public static final Wish NONE = new Wish(null, null, 0);
  }

  /// Whether a person's instructions are understood: a model follows them, patterns can't.
  default boolean followsInstructions() {
    return false;
  }

  /// Where an author asks for money and says how far it is. Used by the author's thread.
  interface Desk {
    /// Sets the worst case of a call aside.
    ///
    /// @return the reservation, to be settled by [#used] or given back by [#release]
    /// @throws Ledger.OverBudget where a budget does not cover it
    String reserve(String model, BigDecimal worstCaseUsd);

    /// Notes how the endpoint calls the answer to the call that this was reserved for.
    void identified(String reservation, String generationId);

    /// Gives back what no call was made for.
    void release(String reservation);

    /// Writes down what a call used; settles its reservation.
    void used(Spend spend);

    /// The same for a call of which only the endpoint knows what it cost: it is asked while the
    /// page goes on, and the estimate counts if it does not tell.
    void used(Spend estimate, String generationId);

    /// Whether anybody would see a draft now; making one for nobody is wasted.
    boolean watched();

    /// Shows how far the section is; may be skipped.
    void draft(Draft draft);

    /// Says that nothing happens until then.
    ///
    /// @param reason in words for a person
    void waiting(String reason, Instant until);
  }

  /// A section half made.
  ///
  /// @param html what there is, sanitized
  /// @param costUsd so far, an estimate; null where no price is known
  record Draft(String html, long outputTokens, @Nullable BigDecimal costUsd) {}

  /// What came of it.
  sealed interface Outcome {}

  /// A section that may be shown: sanitized and converted.
  ///
  /// @param author `pattern` or `model`
  /// @param model the model that wrote it, or null
  record Written(
      String html, String code, List<String> dependencies, String author, @Nullable String model)
      implements Outcome {
    public Written {
      dependencies = List.copyOf(dependencies);
    }
  }

  /// No section, and no use in trying again by itself.
  ///
  /// @param message why, in words for a person
  /// @param findings what was wrong with the markup in the end, for whoever knows markup
  record Refused(String message, List<String> findings) implements Outcome {
    public Refused {
      findings = List.copyOf(findings);
    }

    public Refused(String message) {
      this(message, List.of());
    }
  }
}
