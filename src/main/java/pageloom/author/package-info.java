/// Those who write sections: today the pattern library, which needs no model.
@NullMarked
package pageloom.author;

import org.jspecify.annotations.NullMarked;
