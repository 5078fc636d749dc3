package pageloom.page;

import java.util.Queue;

/// A run's place among the pages that are being made at once. Belongs to the page's thread.
final class Place {
  private final Slots slots;
  private final String owner;
  private final Runnable granted;
  private boolean wanted;
  private boolean held;

  Place(Slots slots, String owner, Queue<News> news) {
    this.slots = slots;
    this.owner = owner;
    this.granted = () -> news.add(new News.SlotGranted());
  }

  boolean isHeld() {
    return held;
  }

  /// Asks for a place, unless that was done; the answer is news.
  void want() {
    if (held || wanted) return;
    wanted = true;
    slots.request(owner, granted);
  }

  void granted() {
    if (!wanted) return;
    wanted = false;
    held = true;
  }

  /// Gives the place back, or what was asked for.
  void leave() {
    if (held || (wanted && !slots.withdraw(granted))) slots.release(owner);
    held = false;
    wanted = false;
  }
}
