/// Counts what happens, for Prometheus.
@NullMarked
package pageloom.metrics;

import org.jspecify.annotations.NullMarked;
