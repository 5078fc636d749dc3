/// The object graph and its life: settings, start, drain, stop.
@NullMarked
package pageloom.app;

import org.jspecify.annotations.NullMarked;
