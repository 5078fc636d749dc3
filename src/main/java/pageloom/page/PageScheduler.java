package pageloom.page;

/// The port to whatever decides which process works on which page: it picks pages that have
/// something left to do, one process for each, and gives a page to another process when the first
/// one dies.
public interface PageScheduler extends AutoCloseable {
  /// From now on picks pages.
  ///
  /// @param work run for each, many at a time, each on a virtual thread of its own
  void start(Work work);

  /// There may be a page to pick: look now.
  void wake();

  /// Picks no more.
  void pause();

  /// Waits until all work has returned, then stops.
  @Override
  void close();

  /// That a page was picked.
  ///
  /// @param by the name of the process
  /// @param version how often the page was picked, given back or revived
  record Pick(String by, long version) {}

  /// What is done with a page that was picked.
  @FunctionalInterface
  interface Work {
    /// Works on it as far as possible.
    ///
    /// @return whether it was retired; if not, somebody picks it again
    boolean run(PageId page, Pick pick);
  }
}
