package pageloom.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The CSS custom properties of one theme, by full name (`--pl-surface`), in a fixed order.
///
/// @param light everything that does not depend on the mode, and the light colours
/// @param dark what differs in dark mode
public record ThemeVariables(Map<String, String> light, Map<String, String> dark) {
  public ThemeVariables {
    light = Collections.unmodifiableMap(new LinkedHashMap<>(light));
    dark = Collections.unmodifiableMap(new LinkedHashMap<>(dark));
  }
}
