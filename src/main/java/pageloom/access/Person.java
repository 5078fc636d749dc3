package pageloom.access;

/// Somebody who is known.
///
/// @param owner what their pages are filed under
/// @param name how they are called where they were made known
public record Person(String owner, String name) {
  /// Whoever sits at this machine, or knows the one password.
  public static final Person LOCAL = new Person("local", "local");

  /// Somebody whom a proxy or a container knows. Can't be mistaken for [#LOCAL], whatever the name.
  public static Person named(String name) {
    return new Person("user:" + name, name);
  }
}
