import TextGenVerse

/// Whether a sentence has the verbs that it needs, and they agree with their subjects, as far as its words
/// tell.
struct SentenceMeasure: Sendable {
  private var verbs = 0
  /// 0 before the first word.
  private var needed = 0
  private var clause = ClauseMeasure()

  /// Adds a word, and says what is wrong with it, in nats.
  ///
  /// A sentence needs a verb, and one that begins with a clause that depends on another needs two.
  mutating func add(_ word: VerseLexicon.Traits) -> Double {
    if needed == 0 { needed = word.role.contains(.subordinates) ? 2 : 1 }
    if word.role.contains(.verb) { verbs += 1 }
    return clause.disagrees(adding: word) ? Self.costOfDisagreement : 0
  }

  /// Adds a sign, or a line break.
  mutating func add(_ sign: Sign?) {
    if sign?.endsSentence == true {
      self = SentenceMeasure()
    } else {
      clause.pause(isLineBreak: sign == nil)
    }
  }

  /// What it costs to end the sentence here, in nats.
  var costOfEnd: Double { Double(max(0, needed - verbs)) * Self.costOfVerb }

  private static let costOfVerb = 3.0
  private static let costOfDisagreement = 4.0
}
