package pageloom.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of an endpoint's models.
///
/// @param fetchedAt null before the first list
public record ModelList(State state, List<Model> models, @Nullable Instant fetchedAt) {
  static final ModelList UNKNOWN = new ModelList(State.UNKNOWN, List.of(), null);

  public ModelList {
    models = List.copyOf(models);
  }

  /// How the last look went; a list that was there once stays.
  public enum State {
    /// Nobody has looked yet.
    UNKNOWN,
    LISTED,
    /// The endpoint has no list.
    NONE,
    /// It could not be fetched; it is tried again later.
    FAILED
  }

  public Optional<Model> find(String id) {
    return models.stream().filter(model -> model.id().equals(id)).findFirst();
  }
}
