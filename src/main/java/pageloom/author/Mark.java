package pageloom.author;

/// The sign beside a brand's name, in the colour of the text around it.
final class Mark {
  private static final String[] SHAPES = {
    "<path d=\"M2 2h13v13H2zM17 17h13v13H17z\"/><circle cx=\"23.5\" cy=\"8.5\" r=\"6.5\"/><path"
        + " d=\"M2 30a13 13 0 0 1 13-13v13z\"/>",
    "<path d=\"M16 1a15 15 0 0 0 0 30V16h15A15 15 0 0 0 16 1z\"/><path d=\"M19 19h12a12 12 0 0 1-12"
        + " 12z\"/>",
    "<path d=\"M2 16A14 14 0 0 1 16 2v14zM16 16h14a14 14 0 0 1-14 14z\"/><circle cx=\"23\" cy=\"9\""
        + " r=\"6\"/>",
    "<path d=\"M3 2h8v28H3zM14 2h15a11 11 0 0 1-15 12zM14 17h6l9 13h-9l-6-8z\"/>",
    "<path d=\"M16 1l4.5 10.5L31 16l-10.5 4.5L16 31l-4.5-10.5L1 16l10.5-4.5z\"/>",
    "<path d=\"M1 24a15 15 0 0 1 30 0h-7a8 8 0 0 0-16 0z\"/><circle cx=\"16\" cy=\"25\" r=\"4\"/>",
    "<path d=\"M2 2h28v6H2zM2 13h20v6H2zM2 24h28v6H2z\"/><circle cx=\"27\" cy=\"16\" r=\"3\"/>",
    "<path d=\"M16 2C26 6 30 14 28 28 16 28 6 24 4 12c6 0 10 3 13 8-2-8-4-12-1-18z\"/>",
  };

  private Mark() {}

  static String svg(long seed) {
    return "<svg viewBox=\"0 0 32 32\" class=\"block size-full fill-current\" aria-hidden=\"true\">"
        + SHAPES[(int) Math.floorMod(seed ^ (seed >>> 21), (long) SHAPES.length)]
        + "</svg>";
  }
}
