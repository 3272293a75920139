import TextGenTokenization

/// Makes the tokens of the recent text less likely, after Keskar et al. 2019 (CTRL, section 4.1).
///
/// Logits are log-probabilities here, which are never above 0: each is multiplied by the penalty, so
/// that a probability p becomes p to the power of the penalty, once for each token whatever the number
/// of its occurrences. A token that is nearly certain stays so.
package struct RepetitionPenalty: LogitsProcessor {
  /// The penalty, finite and greater than 0; 1 changes nothing.
  package let penalty: Float
  /// The number of tokens that count as recent.
  package let window: Int

  /// A penalty, finite and greater than 0, on the last `window` tokens.
  package init(_ penalty: Float, window: Int = 64) {
    precondition(penalty > 0 && penalty.isFinite, "penalty \(penalty) is not in (0, infinity)")
    precondition(window >= 0, "window \(window) is below 0")
    self.penalty = penalty
    self.window = window
  }

  /// Lowers the logits of the recent tokens, which are log-probabilities.
  package func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    for token in Set(context.tokens.suffix(window)) where logits.indices.contains(Int(token)) {
      let logit = logits[Int(token)]
      guard logit.isFinite else { continue }
      logits[Int(token)] = logit * penalty
    }
  }
}

extension SamplingSetting {
  /// The penalty on tokens of the recent text.
  package static let repetitionPenalty = SamplingSetting(
    "repetition-penalty", title: "repetition penalty", .number(\.repetitionPenalty),
    in: SettingRange(1e-30...1e30, 1, means: .off), off: .number(1)
  ) {
    guard $0.repetitionPenalty != 1, $0.repetitionWindow > 0 else { return nil }
    return RepetitionPenalty(Float($0.repetitionPenalty), window: $0.repetitionWindow)
  }
}
