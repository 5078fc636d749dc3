package pageloom.provider;

import org.jspecify.annotations.Nullable;

/// A model that an endpoint offers.
///
/// @param id what a request calls it
/// @param name what a person calls it
/// @param contextTokens request and answer together, null where unknown
/// @param maxCompletionTokens of an answer, null where unknown
/// @param price null where unknown
public record Model(
    String id,
    String name,
    @Nullable Integer contextTokens,
    @Nullable Integer maxCompletionTokens,
    @Nullable Price price) {}
