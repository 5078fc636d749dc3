/// The wire: one thin servlet a resource, the follower that streams a page's log, and problems.
@NullMarked
package pageloom.http;

import org.jspecify.annotations.NullMarked;
