/// Words in which the u of *que qui gue gui* is heard though nothing shows it since 2009: those that
/// bore a diaeresis in Brazil (*Acordo Ortográfico da Língua Portuguesa*, 1990, base XIV).
enum PronouncedU {
  /// Whether the u is heard in a word of these folded letters.
  static func contains(_ folded: String) -> Bool {
    guard ["que", "qui", "gue", "gui"].contains(where: folded.holds) else { return false }
    return stems.contains(where: folded.holds) || beginnings.contains { folded.hasPrefix($0) }
  }

  /// Found anywhere in a word.
  private static let stems = [
    "aguent", "ambiguid", "anguif", "apazigue", "argui", "averigue", "bilingu", "cinquent",
    "consanguine", "contiguid", "delinqu", "desague", "eloquen", "enxague", "equestr", "equidist",
    "equilater", "equino", "exiguid", "frequen", "iniqui", "linguet", "linguic",
    "linguis", "loquel", "monolingu", "obliquid", "pinguim", "propinquid", "quinquag", "quinquen",
    "redargui", "sagui", "sanguine", "sequel", "sequenc", "sequent", "sequestr",
    "tranquil", "trilingu", "ubiquid", "unguent", "unguif", "exequiv", "exequia",
    "quingent", "sanguinol", "sanguinar",
  ]

  /// Found at the beginning of a word only.
  private static let beginnings = ["ague", "mingue"]
}

extension String {
  /// Whether the bytes of `part`, which is not empty, stand in it: many times faster than a search for characters.
  func holds(_ part: String) -> Bool {
    var rest = utf8[...]
    while rest.count >= part.utf8.count {
      if rest.starts(with: part.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
