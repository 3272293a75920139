/// Words in which the u of *que qui gue gui* is heard though nothing shows it since 2009: those that
/// bore a diaeresis in Brazil (*Acordo Ortográfico da Língua Portuguesa*, 1990, base XIV).
enum PronouncedU {
  /// Whether the u is heard in a word of these folded letters.
  static func contains(_ folded: String) -> Bool {
    guard
      folded.contains("que") || folded.contains("qui") || folded.contains("gue")
        || folded.contains("gui")
    else { return false }
    return stems.contains { folded.contains($0) } || beginnings.contains { folded.hasPrefix($0) }
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
