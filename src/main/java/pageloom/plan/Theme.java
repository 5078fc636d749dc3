package pageloom.plan;

/// The look of a page as names from the theme catalogue. A new theme is new names: nothing is
/// generated again.
///
/// @param palette id of a palette, e.g. `harbor`
/// @param mode `light`, `dark` or `auto` (follows the reader's system)
/// @param type id of a type pairing, e.g. `grotesk`
/// @param radius `none`, `soft` or `round`
/// @param density `compact`, `normal` or `airy`
public record Theme(String palette, String mode, String type, String radius, String density) {}
