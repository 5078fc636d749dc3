package pageloom.page;

import java.time.Instant;
import pageloom.plan.Plan;

/// What a page is apart from its events: who asked for what, and the plan made of it.
///
/// @param state where it stood when this was read
/// @param lastSeq how long the log was when this was read
public record PageRecord(
    PageId id,
    String owner,
    PageRequest request,
    Plan plan,
    PageState state,
    long lastSeq,
    Instant createdAt,
    Instant updatedAt) {}
