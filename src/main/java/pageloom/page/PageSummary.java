package pageloom.page;

import java.time.Instant;

/// A page as a line in a list.
public record PageSummary(
    PageId id, String title, String prompt, String pageType, PageState state, Instant createdAt) {}
