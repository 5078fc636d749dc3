/// The domain: a page is its event log, its state is the fold, and an engine decides what happens
/// next.
@NullMarked
package pageloom.page;

import org.jspecify.annotations.NullMarked;
