/// The page log in a relational database.
@NullMarked
package pageloom.store;

import org.jspecify.annotations.NullMarked;
