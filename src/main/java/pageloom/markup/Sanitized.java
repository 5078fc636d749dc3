package pageloom.markup;

import java.util.List;

/// What the sanitizer lets through, and what it took out.
///
/// @param html one root element whose id is the section's anchor; sanitizing it again changes
///   nothing
/// @param removed what was taken out, each kind once, e.g. `<script>` or `onclick on <button>`;
///   never a value
public record Sanitized(String html, List<String> removed) {
  public Sanitized {
    removed = List.copyOf(removed);
  }
}
