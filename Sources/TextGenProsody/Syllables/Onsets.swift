/// Where consonants between two vowels are divided.
///
/// The longest onset that can begin a syllable goes right: one consonant, or one of *p b t d c g f
/// v* and l or r, with the glide of *qu gu*; the rest closes the syllable before it (*ad-ven-to*,
/// *subs-tra-to*). Source: *Acordo Ortográfico da Língua Portuguesa* (1990), base XX.
enum Onsets {
  /// How many of the consonants `cluster`, between two vowels, begin the second syllable.
  static func onset(_ cluster: ArraySlice<Grapheme>, splitsAfterB: Bool) -> Int {
    var body = cluster
    var count = 0
    if body.last?.sound == .glide {
      body.removeLast()
      count += 1
    }
    guard let last = body.last?.consonant else { return count }
    count += 1
    body.removeLast()
    guard let before = body.last?.consonant else { return count }
    if last == .silent { return count }
    let isLiquid = last == .l || last == .r
    if isLiquid, stops.contains(before), !(splitsAfterB && before == .b) { count += 1 }
    return count
  }

  /// Whether b closes the first syllable of a word that begins with a prefix: *sub-lin-gual*,
  /// *sub-ro-gar*, *ab-rup-to*.
  static func keepsPrefix(_ folded: String) -> Bool {
    guard folded.hasPrefix("sub") || folded.hasPrefix("ab") else { return false }
    if folded.hasPrefix("sublim") || folded.hasPrefix("sublev") {
      return folded.hasPrefix("subliminar")
    }
    return prefixed.contains { folded.hasPrefix($0) }
  }

  private static let prefixed = [
    "subl", "subr", "abrupt", "abrog",
  ]
  private static let stops: Set<Consonant> = [.p, .b, .t, .d, .k, .g, .f, .v]
}
