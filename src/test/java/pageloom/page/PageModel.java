package pageloom.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a page must be after commands, completions, failures and restarts, told as simply as it can
/// be told: no log, no threads, no database. The reference that the engine is compared with.
final class PageModel {
  private static final int PARALLELISM = 2;

  PageState state = PageState.GENERATING;
  final List<String> order = new ArrayList<>();
  final Map<String, Part> parts = new LinkedHashMap<>();
  final Map<String, Integer> inFlight = new LinkedHashMap<>();

  /// How often each was begun by the process that lives now.
  final Map<String, Integer> begun = new LinkedHashMap<>();

  private int added;

  /// A section.
  static final class Part {
    Section.State state = Section.State.PENDING;
    final List<String> versions = new ArrayList<>();
    int shown;
    boolean requested;
    int place;

    String html() {
      return shown == 0 ? "" : versions.get(shown - 1);
    }
  }

  PageModel(String... names) {
    for (String name : names) {
      order.add(name);
      parts.put(name, new Part());
    }
    begin();
  }

  Set<String> waiting() {
    return new TreeSet<>(inFlight.keySet());
  }

  private Part part(String name) {
    return parts.get(name);
  }

  private boolean settled(Part part) {
    return part.state == Section.State.COMPLETED || part.state == Section.State.FAILED;
  }

  /// Begins what is next, or ends the page.
  private void begin() {
    for (String name : order) {
      if (inFlight.size() >= PARALLELISM) break;
      Part part = part(name);
      boolean goesOn =
          state == PageState.GENERATING || (state == PageState.CANCELLED && part.requested);
      if (goesOn && !settled(part) && !inFlight.containsKey(name)) {
        part.state = Section.State.GENERATING;
        inFlight.put(name, part.shown);
        begun.merge(name, 1, Integer::sum);
      }
    }
    boolean done = inFlight.isEmpty() && order.stream().allMatch(n -> settled(part(n)));
    if (state == PageState.GENERATING && done) state = PageState.COMPLETED;
  }

  /// An author has come to an end.
  void end(String name, String html) {
    int before = inFlight.remove(name);
    Part part = part(name);
    part.requested = false;
    if (html.isEmpty()) {
      part.state = part.shown == 0 ? Section.State.FAILED : Section.State.COMPLETED;
    } else {
      part.versions.add(html);
      if (part.shown == before) part.shown = part.versions.size();
      part.state = Section.State.COMPLETED;
    }
    begin();
  }

  /// The process died and another one goes on.
  void restart() {
    inFlight.clear();
    begun.clear();
    begin();
  }

  /// @return whether the command is carried out
  boolean apply(Command command) {
    boolean done =
        switch (command) {
          case Command.Pause c -> pause(c.stop());
          case Command.Resume c -> resume();
          case Command.Cancel c -> cancel();
          case Command.Retry c -> order.contains(c.section()) && request(c.section());
          case Command.Rewrite c ->
              order.contains(c.section())
                  && (c.expectedRevision() == null
                      || c.expectedRevision() == part(c.section()).shown)
                  && part(c.section()).shown > 0
                  && request(c.section());
          case Command.Write c -> write(c);
          case Command.Restore c -> restore(c);
          case Command.Remove c -> remove(c.section());
          case Command.Move c -> move(c);
          case Command.Add c -> add(c);
          case Command.Restyle c -> true;
          case Command.Rename c -> true;
          case Command.Budget c -> true;
        };
    begin();
    return done;
  }

  private boolean pause(boolean stop) {
    if (state != PageState.GENERATING && state != PageState.PAUSED) return false;
    state = PageState.PAUSED;
    if (stop) for (String name : List.copyOf(inFlight.keySet())) stop(name, true);
    return true;
  }

  private boolean resume() {
    if (state != PageState.COMPLETED) state = PageState.GENERATING;
    return true;
  }

  private boolean cancel() {
    if (state == PageState.COMPLETED) return false;
    if (state == PageState.CANCELLED && inFlight.isEmpty()) return true;
    state = PageState.CANCELLED;
    for (String name : List.copyOf(inFlight.keySet())) stop(name, false);
    for (String name : order) if (part(name).requested) stop(name, false);
    return true;
  }

  private void stop(String name, boolean wanted) {
    inFlight.remove(name);
    Part part = part(name);
    boolean waits = part.shown == 0 || (wanted && part.requested);
    part.state = waits ? Section.State.PENDING : Section.State.COMPLETED;
    if (!wanted) part.requested = false;
  }

  private boolean request(String name) {
    Part part = part(name);
    inFlight.remove(name);
    part.state = Section.State.PENDING;
    part.requested = true;
    if (state == PageState.COMPLETED) state = PageState.GENERATING;
    return true;
  }

  private boolean write(Command.Write c) {
    if (!order.contains(c.section())) return false;
    Part part = part(c.section());
    if (c.expectedRevision() != null && c.expectedRevision() != part.shown) return false;
    if (part.html().equals(c.html())) return true;
    show(c.section(), c.html());
    return true;
  }

  private void show(String name, String html) {
    Part part = part(name);
    part.versions.add(html);
    part.shown = part.versions.size();
    if (!inFlight.containsKey(name) && part.state != Section.State.GENERATING) {
      part.state = Section.State.COMPLETED;
      part.requested = false;
    }
  }

  private boolean restore(Command.Restore c) {
    Part part = parts.get(c.section());
    if (part == null || c.revision() > part.versions.size()) return false;
    if (!order.contains(c.section())) {
      order.add(Math.min(part.place, order.size()), c.section());
    }
    if (part.shown != c.revision()) show(c.section(), part.versions.get(c.revision() - 1));
    return true;
  }

  private boolean remove(String name) {
    if (!order.contains(name)) return false;
    if (!settled(part(name)) || inFlight.containsKey(name)) stop(name, false);
    part(name).place = order.indexOf(name);
    order.remove(name);
    return true;
  }

  private boolean move(Command.Move c) {
    if (!order.remove(c.section())) return false;
    order.add(Math.min(c.order(), order.size()), c.section());
    return true;
  }

  private boolean add(Command.Add c) {
    String name = "New" + (added == 0 ? "" : added + 1);
    added++;
    order.add(Math.min(c.order() == null ? order.size() : c.order(), order.size()), name);
    parts.put(name, new Part());
    part(name).requested = true;
    if (state == PageState.COMPLETED) state = PageState.GENERATING;
    return true;
  }
}
