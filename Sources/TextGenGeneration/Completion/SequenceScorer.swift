import TextGenLanguageModeling
import TextGenTokenization

/// Scores many token sequences side by side.
struct SequenceScorer<Model: AutoregressiveModel>: Sendable {
  /// A sequence to be scored.
  struct Sequence: Sendable {
    /// The state that has read what comes before, as a place in the list of states.
    var state: Int
    /// The natural logarithm of the probability of what comes before.
    var logProbability: Double
    var tokens: [TokenID]
  }

  let model: Model
  /// How far a sequence may fall behind the best before it is given up, in nats.
  let margin: Double

  /// How many of the tokens that all sequences end with are read before the first comparison, the
  /// second and so on: most sequences fall far behind within a few tokens.
  private static var stages: [Int] { [2, 8, 24, 48] }

  /// The natural logarithms of the probabilities of the sequences and of what comes before them;
  /// minus infinity for those given up.
  ///
  /// Sequences are compared where all have the same tokens still to come: there they have read the
  /// same text but for the words in question.
  func score(_ sequences: [Sequence], states: [Model.State]) -> [Double] {
    let common = Self.commonSuffix(of: sequences.map(\.tokens))
    let comparisons = Self.stages.map { common - $0 }.filter { $0 > 0 }
    var scores = sequences.map(\.logProbability)
    var reading = Array(sequences.indices)
    var reached = sequences.map { states[$0.state] }
    var starts = [Int](repeating: 0, count: sequences.count)
    for remaining in comparisons + [0] where !reading.isEmpty && !Task.isCancelled {
      let texts = reading.map { index in
        let tokens = sequences[index].tokens
        return Array(tokens[starts[index]..<(tokens.count - remaining)])
      }
      let results = model.score(texts, states: &reached)
      for (index, result) in zip(reading, results) {
        scores[index] += result.reduce(0) { $0 + Double($1) }
        starts[index] = sequences[index].tokens.count - remaining
      }
      let least = (reading.map { scores[$0] }.max() ?? 0) - margin
      let kept = reading.indices.filter { scores[reading[$0]] >= least }
      for index in reading where scores[index] < least { scores[index] = -.infinity }
      (reading, reached) = (kept.map { reading[$0] }, kept.map { reached[$0] })
    }
    return scores
  }

  private static func commonSuffix(of sequences: [[TokenID]]) -> Int {
    guard let first = sequences.first else { return 0 }
    return sequences.map { sequence in
      zip(sequence.reversed(), first.reversed()).prefix { $0 == $1 }.count
    }.min() ?? 0
  }
}
