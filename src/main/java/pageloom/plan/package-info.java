/// From a prompt to a plan: page type, brief, theme and ordered sections. Depends on nothing else
/// of ours.
@NullMarked
package pageloom.plan;

import org.jspecify.annotations.NullMarked;
