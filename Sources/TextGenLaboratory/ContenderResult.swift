package import TextGenProbes

/// What a comparison found of one model.
package struct ContenderResult: Sendable, Codable {
  /// The model.
  package let name: Contender
  /// Parameters of its network, or n-grams.
  package var parameters = 0
  /// Tokens that it was trained on, repeats counted.
  package var tokens = 0
  /// Tokens after which its training cut gradients; nil where nothing cuts them.
  package var sequenceLength: Int?
  /// Seconds of training.
  package var seconds = 0.0
  /// The most memory that its process held while it trained.
  package var peakResidentBytes = 0
  /// Bits per character of each part.
  package var bitsPerCharacter: [Part: BitsPerCharacter] = [:]
  /// The share of right answers, from 0 to 1, and what it rests on.
  package var probes: ProbeResult?
  /// For each step back the norm of the gradient of a loss by the embedding of the token there, and by the
  /// hidden state of the top layer; empty for what has none.
  package var inputGradients: [Double] = []
  package var stateGradients: [Double] = []
  /// Why the model has no figures; nil where it has.
  package var failure: String?

  /// A model without figures yet.
  package init(_ name: Contender) { self.name = name }

  /// A part of the corpus.
  package enum Part: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
    case train
    case validation
    case test
  }
}

/// The answers of a model to the probes.
package struct ProbeResult: Sendable, Codable {
  /// By distance in words.
  package let longRange: [Int: Answers]
  /// At all distances.
  package let order, agreement: Answers
  /// By distance in characters.
  package let brackets: [Int: Answers]

  /// Right answers, their number, and the 95 % interval of their share (Wilson 1927).
  package struct Answers: Sendable, Hashable, Codable {
    /// The share of right answers.
    package let share: Double
    /// Its interval.
    package let low, high: Double
    /// All answers.
    package let count: Int

    init(_ accuracy: ProbeAccuracy) {
      share = accuracy.share
      low = accuracy.interval.lowerBound
      high = accuracy.interval.upperBound
      count = accuracy.count
    }
  }

  /// The answers gathered in `score`; nil where a family has none.
  package init?(_ score: ProbeScore) {
    guard let order = score.accuracy(of: ProbeFamily.order),
      let agreement = score.accuracy(of: ProbeFamily.agreement)
    else { return nil }
    self.order = Answers(order)
    self.agreement = Answers(agreement)
    func byDistance(_ family: ProbeFamily) -> [Int: Answers] {
      var answers: [Int: Answers] = [:]
      for distance in score.distances(of: family) {
        answers[distance] = score.accuracy(of: family, at: distance).map(Answers.init)
      }
      return answers
    }
    longRange = byDistance(.longRange)
    brackets = byDistance(.brackets)
  }
}
