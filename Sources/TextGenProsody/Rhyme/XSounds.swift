/// What x between vowels sounds like: ch, z, s or ks, by stems.
enum XSounds {
  static func sound(in folded: String) -> RhymeSound {
    guard folded.utf8.contains(UInt8(ascii: "x")) else { return .consonant(.ch) }
    if stemsKS.contains(where: { folded.contains($0) }) { return .ks }
    if stemsS.contains(where: { folded.contains($0) }) { return .consonant(.s) }
    if let second = folded.dropFirst(2).first, folded.hasPrefix("ex") || folded.hasPrefix("inex"),
      "aeiouh".contains(second)
    {
      return .consonant(.z)
    }
    return .consonant(.ch)
  }

  private static let stemsKS = [
    "fix", "sexo", "sexu", "nex", "plex", "flex", "taxi", "toxi", "flux", "dox", "oxig", "convex",
    "prolix", "lexic", "axil", "hexa", "saxo", "anex",
  ]
  private static let stemsS = ["maxim", "proxim", "auxili", "troux", "sintax", "aproxim"]
}
