package pageloom.app;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pageloom.author.ModelAuthor;
import pageloom.http.Api;
import pageloom.markup.Sanitizer;
import pageloom.provider.ChatProvider;
import pageloom.provider.Model;
import pageloom.provider.ModelList;
import pageloom.provider.OpenAiCompatible;
import pageloom.provider.Price;
import pageloom.provider.ProviderConfig;

/// The endpoint that was set, the author who writes with it, and what there is to choose.
record ModelConnection(ModelSettings settings, ChatProvider provider, ModelAuthor author) {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /// @param firstTokens told how long each call took to its first text
  static ModelConnection open(
      ModelSettings settings, Sanitizer sanitizer, Consumer<Duration> firstTokens) {
    var config =
        new ProviderConfig(settings.base(), settings.key()).withUnlisted(settings.unlisted());
    var provider = new OpenAiCompatible(config);
    // Asks for the list in the background, so that prices are there when the first page needs them.
    provider.models();
    var models = new ModelAuthor.Models(settings.preset(), settings.fallbacks());
    var author = new ModelAuthor(provider, sanitizer, models, firstTokens);
    return new ModelConnection(settings, provider, author);
  }

  /// The models to choose from, as far as the endpoint has told by now.
  ///
  /// @param pageBudgetUsd what a page may cost at most
  Api.ModelChoices choices(BigDecimal pageBudgetUsd) {
    ModelList known = provider.models();
    List<Api.ModelChoice> choices = new ArrayList<>();
    if (settings.offered().isEmpty()) {
      known.models().forEach(model -> choices.add(choice(model)));
    } else {
      for (String id : settings.offered()) choices.add(choice(known, id));
    }
    if (choices.stream().noneMatch(choice -> choice.id().equals(settings.preset()))) {
      choices.addFirst(choice(known, settings.preset()));
    }
    String host = settings.base().uri().getHost();
    return new Api.ModelChoices(host, settings.preset(), pageBudgetUsd, choices);
  }

  private Api.ModelChoice choice(ModelList known, String id) {
    return choice(known.find(id).orElse(new Model(id, id, null, null, null)));
  }

  private Api.ModelChoice choice(Model model) {
    Price price = model.price() == null ? settings.unlisted() : model.price();
    return new Api.ModelChoice(
        model.id(),
        model.name(),
        model.contextTokens(),
        price == null ? null : perMillion(price.input()),
        price == null ? null : perMillion(price.output()));
  }

  private static @Nullable BigDecimal perMillion(BigDecimal perToken) {
    BigDecimal price = perToken.multiply(MILLION).stripTrailingZeros();
    return price.scale() < 0 ? price.setScale(0) : price;
  }

  void close() {
    provider.close();
  }

  /// For the log: the endpoint, the model, whether there is a key; never the key.
  @Override
  public String toString() {
    String key = settings.key() == null ? "without a key" : "with a key";
    return settings.preset() + " at " + settings.base() + ", " + key;
  }
}
