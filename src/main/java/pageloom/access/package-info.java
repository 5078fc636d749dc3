/// Who may do what: people, how they are known, which addresses and origins are ours, and how often
/// something may be tried. Knows neither servlets nor SQL.
@NullMarked
package pageloom.access;

import org.jspecify.annotations.NullMarked;
