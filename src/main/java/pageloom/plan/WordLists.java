package pageloom.plan;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/// The small words by which prompts are read, from `prompt-words.json`: how requests open, what a
/// page is called, where a noun phrase ends.
///
/// @param openings polite words before the matter
/// @param makes verbs of making
/// @param articles articles and possessives
/// @param styles adjectives about the look, never about the subject
/// @param praise adjectives that say nothing at all
/// @param pages what a page is called
/// @param links what leads from the page to its subject
/// @param cuts where a noun phrase ends
/// @param called what announces a name
/// @param near what announces a place
/// @param nearCities what announces a place only before a known city
/// @param small lower-case words inside names
/// @param owners nouns that a name may follow
/// @param people plural nouns of audiences
/// @param topics things that are about something
/// @param vague phrases that say nothing about a subject
/// @param heads nouns whose purpose follows them
/// @param deciding nouns that make the type of page, whatever stands before them
/// @param helping verbs whose object has a verb of its own
/// @param offers verbs between `we` and what a business does
/// @param notNames capitalised words that name no business
/// @param notOwners possessives that name no business
/// @param quotedTexts what announces quoted copy, not a name
/// @param businesses words of a prompt that is about some company
/// @param speakers verbs and pronouns of people who speak of themselves, and no subject
/// @param qualities what may be said of a business that is true or false
/// @param cities well-known cities, for prompts without capitals
/// @param gerunds verb to the noun that stands before `app`
record WordLists(
    PhraseSet openings,
    PhraseSet makes,
    PhraseSet articles,
    PhraseSet styles,
    PhraseSet praise,
    PhraseSet pages,
    PhraseSet links,
    PhraseSet cuts,
    PhraseSet called,
    PhraseSet near,
    PhraseSet nearCities,
    PhraseSet small,
    PhraseSet owners,
    PhraseSet people,
    PhraseSet topics,
    PhraseSet vague,
    PhraseSet heads,
    PhraseSet deciding,
    PhraseSet helping,
    PhraseSet offers,
    PhraseSet notNames,
    PhraseSet notOwners,
    PhraseSet quotedTexts,
    PhraseSet businesses,
    PhraseSet speakers,
    PhraseSet qualities,
    PhraseSet cities,
    Map<String, String> gerunds) {
  WordLists {
    gerunds = Map.copyOf(gerunds);
  }

  static WordLists load() {
    JsonObject json = PlanFile.read("prompt-words.json").getAsJsonObject();
    var gerunds = new HashMap<String, String>();
    json.getAsJsonObject("gerunds")
        .asMap()
        .forEach((verb, noun) -> gerunds.put(verb, noun.getAsString()));
    return new WordLists(
        set(json, "openings"),
        set(json, "makes"),
        set(json, "articles"),
        set(json, "styles"),
        set(json, "praise"),
        set(json, "pages"),
        set(json, "links"),
        set(json, "cuts"),
        set(json, "called"),
        set(json, "near"),
        set(json, "nearCities"),
        set(json, "small"),
        set(json, "owners"),
        set(json, "people"),
        set(json, "topics"),
        set(json, "vague"),
        set(json, "heads"),
        set(json, "deciding"),
        set(json, "helping"),
        set(json, "offers"),
        set(json, "notNames"),
        set(json, "notOwners"),
        set(json, "quotedTexts"),
        set(json, "businesses"),
        set(json, "speakers"),
        set(json, "qualities"),
        set(json, "cities"),
        gerunds);
  }

  private static PhraseSet set(JsonObject json, String name) {
    return new PhraseSet(
        StreamSupport.stream(json.getAsJsonArray(name).spliterator(), false)
            .map(JsonElement::getAsString)
            .toList());
  }
}
