package pageloom.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The port to where money is kept. The worst case of every call is set aside before it is made, in
/// the database, so that no crash and no second process can spend past a budget.
public interface Ledger {
  /// Sets an amount aside, or refuses.
  ///
  /// @return the entry's id; a [PageEvent.Usage] settles it
  /// @throws OverBudget where a budget would be passed
  String reserve(Claim claim);

  /// Gives back what was set aside for a call that was never made.
  void release(String reservation);

  /// Notes how the endpoint calls the answer, so that it can be asked for its cost after a crash.
  void identify(String reservation, String generationId);

  /// What is still set aside for a page: while nobody works on it, the calls that a process which
  /// died did not see the end of.
  List<Open> open(PageId page);

  /// Who pays, and within what.
  ///
  /// @param owner whose page it is
  record Purse(PageId page, String owner, Budgets budgets) {}

  /// What somebody wants to set aside.
  ///
  /// @param section what the call is for
  /// @param attempt the section's attempt that it belongs to
  /// @param model the one to be asked
  /// @param amountUsd the most that the call can cost
  record Claim(Purse purse, String section, int attempt, String model, BigDecimal amountUsd) {}

  /// A call whose end nobody wrote down.
  ///
  /// @param amountUsd what is set aside for it
  /// @param generationId the endpoint's name for its answer, null where none was heard
  record Open(
      String reservation,
      String section,
      int attempt,
      String model,
      BigDecimal amountUsd,
      @Nullable String generationId) {}

  /// The most that may be spent.
  ///
  /// @param pageUsd for one page
  /// @param personDayUsd by one person a day (UTC)
  /// @param instanceDayUsd by everybody a day (UTC)
  record Budgets(BigDecimal pageUsd, BigDecimal personDayUsd, BigDecimal instanceDayUsd) {
    /// The same with a page's own budget, which can only be smaller.
    Budgets forPage(BigDecimal budgetUsd) {
      return new Budgets(budgetUsd.min(pageUsd), personDayUsd, instanceDayUsd);
    }
  }

  /// A budget does not cover a call; it was not made. The message is for a person.
  final class OverBudget extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OverBudget(String message) {
      super(message);
    }
  }
}
