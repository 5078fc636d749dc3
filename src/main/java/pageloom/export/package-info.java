/// Whole pages as files: one HTML document, or a project of a framework in a zip. Knows fragments
/// and their conversions, no page log and no request.
@NullMarked
package pageloom.export;

import org.jspecify.annotations.NullMarked;
