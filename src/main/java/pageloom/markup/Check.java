package pageloom.markup;

/// One rule that every fragment keeps. Stateless.
interface Check {
  void look(Fragment fragment, FindingsContext context, Sink sink);
}
