package pageloom.plan;

/// One section to be made: what it is, where it stands, how it is laid out, what it says.
///
/// @param name unique in the page, as the wire shows it, e.g. `SocialProof`
/// @param anchor id of its root element, e.g. `social-proof`
/// @param kind the section kind's id, e.g. `social_proof`; the wire's `componentType`
/// @param layout one of the kind's layouts; neighbours differ
/// @param copy its words when no model writes them
public record SectionPlan(String name, String anchor, String kind, String layout, Copy copy) {}
