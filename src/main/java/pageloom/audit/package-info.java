/// The record of who did what, for whoever has to answer for the server.
@NullMarked
package pageloom.audit;

import org.jspecify.annotations.NullMarked;
