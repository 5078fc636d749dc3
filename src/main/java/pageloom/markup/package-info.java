/// The canonical section, an HTML fragment over design tokens: sanitized, checked, converted.
/// Depends on nothing else of ours.
@NullMarked
package pageloom.markup;

import org.jspecify.annotations.NullMarked;
