/// The way into `java -jar`: finds the JVM fit, unpacks the archive, serves it with embedded Jetty.
/// Sees no application class.
@NullMarked
package pageloom.launch;

import org.jspecify.annotations.NullMarked;
