package pageloom.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Durations that were measured, and how they are told.
final class Figures {
  private final List<Duration> all = new ArrayList<>();

  synchronized void add(Duration one) {
    all.add(one);
  }

  /// At this share of them, 1 for the longest.
  synchronized Duration at(double share) {
    List<Duration> sorted = all.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  Duration longest() {
    return at(1);
  }

  @Override
  public String toString() {
    return "median "
        + at(0.5).toMillis()
        + " ms, p99 "
        + at(0.99).toMillis()
        + " ms, longest "
        + longest().toMillis()
        + " ms of "
        + all.size();
  }
}
