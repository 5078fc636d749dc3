package pageloom.page;

import java.math.BigDecimal;

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

  /// What somebody wants to set aside.
  ///
  /// @param owner whose page it is
  /// @param amountUsd the most that the call can cost
  record Claim(PageId page, String owner, BigDecimal amountUsd, Budgets budgets) {}

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
