package pageloom.markup;

import java.util.Map;
import java.util.Set;

/// What a fragment is checked against.
///
/// @param anchor id that its root must have
/// @param kind id of the section's kind, e.g. `hero`
/// @param anchors ids of all sections of the page
/// @param colours the theme's colours, by token or by custom property (`ink`, `--pl-ink`); what is
///   no `#rrggbb` is passed over
/// @param stated what the person said: proof may repeat it, and only it
public record FindingsContext(
    String anchor, String kind, Set<String> anchors, Map<String, String> colours, String stated) {
  public FindingsContext {
    anchors = Set.copyOf(anchors);
    colours = Map.copyOf(colours);
  }
}
