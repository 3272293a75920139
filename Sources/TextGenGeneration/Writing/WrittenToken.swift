package import TextGenTokenization

/// A token of a text, and how probable it and the best ones in its place were.
package struct WrittenToken: Sendable, Hashable {
  /// A token and the natural logarithm of its probability.
  package struct Choice: Sendable, Hashable {
    /// The token.
    package var token: TokenID
    /// The natural logarithm of its probability, 0 or less.
    package var logProbability: Double

    /// A token of the given probability.
    package init(token: TokenID, logProbability: Double) {
      (self.token, self.logProbability) = (token, logProbability)
    }
  }

  /// The token that was chosen.
  package var chosen: Choice
  /// The bytes that it adds to the text.
  package var bytes: [UInt8]
  /// The most probable tokens in its place, best first.
  package var best: [Choice]

  /// A token that was chosen among others.
  package init(chosen: Choice, bytes: [UInt8], best: [Choice]) {
    (self.chosen, self.bytes, self.best) = (chosen, bytes, best)
  }
}

/// What is noted of each token of a text.
package struct TokenNotes: Sendable, Hashable {
  /// The number of best tokens, 0 or more.
  package var bestCount: Int
  /// Whether the probabilities are those from which the token was drawn, and not the model's.
  package var areDrawn: Bool

  /// Notes of `bestCount` best tokens.
  package init(bestCount: Int, areDrawn: Bool = false) {
    precondition(bestCount >= 0, "\(bestCount) best tokens, at least 0 expected")
    (self.bestCount, self.areDrawn) = (bestCount, areDrawn)
  }

  /// The note of `token` under `logits`, (V), which have any constant added.
  package func note(
    _ token: TokenID, bytes: some Sequence<UInt8>, under logits: [Float]
  ) -> WrittenToken {
    let greatest = logits.greatest
    let total = naturalLogarithm(logits.weights().reduce(0, +))
    func choice(_ token: TokenID) -> WrittenToken.Choice {
      let logarithm = Double(logits[Int(token)]) - Double(greatest) - total
      return WrittenToken.Choice(
        token: token, logProbability: min(0, max(logarithm, Self.leastLogProbability)))
    }
    var best: [WrittenToken.Choice] = []
    if bestCount > 0 {
      var queue = PriorityQueue(RankedToken.all(of: logits))
      while best.count < bestCount, let next = queue.popGreatest(), next.logit > -.infinity {
        best.append(choice(TokenID(next.index)))
      }
    }
    return WrittenToken(chosen: choice(token), bytes: Array(bytes), best: best)
  }

  /// What stands for the logarithm of 0, which JSON has no number for.
  private static let leastLogProbability = -9999.0
}
