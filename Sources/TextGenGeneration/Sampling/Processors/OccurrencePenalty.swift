package import TextGenTokenization

/// Makes tokens that a text already has less likely by a constant, and by another one for each time
/// (the presence and frequency penalties of OpenAI's interface).
///
/// From the logit of a token that was drawn n times, 1 or more, presence + n · frequency is taken.
/// Tokens of the prompt don't count.
package struct OccurrencePenalty: LogitsProcessor {
  /// What a token loses that the text has.
  package let presence: Double
  /// What it loses for each time.
  package let frequency: Double
  private var counts: [TokenID: Int] = [:]

  /// Penalties, both finite; below 0 they make tokens more likely.
  package init(presence: Double, frequency: Double) {
    precondition(
      presence.isFinite && frequency.isFinite, "penalties \(presence) and \(frequency)")
    (self.presence, self.frequency) = (presence, frequency)
  }

  /// Lowers the logits of the tokens that were drawn.
  package func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    for (token, count) in counts where logits.indices.contains(Int(token)) {
      logits[Int(token)] -= Float(presence + frequency * Double(count))
    }
  }

  /// Counts `token`.
  package mutating func didDraw(_ token: TokenID) { counts[token, default: 0] += 1 }
}
