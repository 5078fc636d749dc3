package pageloom.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finished section as it goes over the wire.
///
/// @param section its name
/// @param order its place in the page, from 0
/// @param componentType its kind
/// @param html the canonical fragment, sanitized
/// @param code the same in the page's output format
/// @param dependencies packages that the code imports
/// @param author `pattern`, `model` or `person`
/// @param model the model that wrote it, or null
/// @param requestId the request that started the page
/// @param durationMillis how long it took to make
public record SectionContent(
    String section,
    int order,
    String componentType,
    String html,
    String code,
    List<String> dependencies,
    String author,
    @Nullable String model,
    String requestId,
    long durationMillis) {
  public SectionContent {
    dependencies = List.copyOf(dependencies);
  }
}
