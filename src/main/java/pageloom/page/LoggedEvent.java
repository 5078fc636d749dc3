package pageloom.page;

import java.time.Instant;

/// One committed row of a page's log. The JSON is kept as it was written, so that every viewer, now
/// or in a year, gets the same bytes.
///
/// @param seq position in the page's log, gapless from 1
/// @param at when it was written
/// @param type the event's type on the wire, e.g. `section_complete`
/// @param json the event's JSON, one line
public record LoggedEvent(long seq, Instant at, String type, String json) {}
