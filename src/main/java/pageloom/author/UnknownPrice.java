package pageloom.author;

import java.util.List;

/// Nobody knows what a model costs, so no budget can be kept with it: it is not called.
final class UnknownPrice extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownPrice(String model, List<String> fallbacks) {
    super(
        "The price of "
            + model
            + (fallbacks.isEmpty() ? "" : " or of a fallback")
            + " is not known, so the budget can't be kept. Choose a model with a price, or set"
            + " PAGELOOM_PRICE.");
  }
}
