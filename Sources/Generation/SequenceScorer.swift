import LanguageModeling
import Tokenization

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

  /// The natural logarithms of the probabilities of the sequences and of what comes before them;
  /// minus infinity for those given up.
  ///
  /// Sequences are aligned at their ends. While all have the same tokens still to come they have
  /// read the same text but for the words in question, and can be compared.
  func score(_ sequences: [Sequence], states: [Model.State]) -> [Double] {
    guard !sequences.isEmpty else { return [] }
    let length = sequences.map(\.tokens.count).max() ?? 0
    let common = Self.commonSuffix(of: sequences.map(\.tokens))
    let rows = model.logProbabilities(after: states)
    var scores = sequences.map(\.logProbability)
    var reading: [(index: Int, state: Model.State)] = []
    for step in 0..<length {
      advance(&reading, in: sequences, step: step, length: length, scores: &scores)
      for (index, sequence) in sequences.enumerated()
      where length - sequence.tokens.count == step {
        scores[index] += Double(rows[sequence.state][Int(sequence.tokens[0])])
        reading.append((index, states[sequence.state]))
      }
      let remaining = length - step - 1
      if remaining < common, remaining % 4 == 0 { giveUp(&reading, scores: &scores) }
    }
    return scores
  }

  /// Lets each sequence read its token before `step` and adds the score of the one at `step`.
  private func advance(
    _ reading: inout [(index: Int, state: Model.State)], in sequences: [Sequence], step: Int,
    length: Int, scores: inout [Double]
  ) {
    guard !reading.isEmpty else { return }
    let places = reading.map { step - (length - sequences[$0.index].tokens.count) }
    var states = reading.map(\.state)
    let read = zip(reading, places).map { sequences[$0.index].tokens[$1 - 1] }
    model.advance(&states, with: read)
    let rows = model.logProbabilities(after: states)
    for n in reading.indices {
      reading[n].state = states[n]
      let token = sequences[reading[n].index].tokens[places[n]]
      scores[reading[n].index] += Double(rows[n][Int(token)])
    }
  }

  private func giveUp(
    _ reading: inout [(index: Int, state: Model.State)], scores: inout [Double]
  ) {
    let best = reading.map { scores[$0.index] }.max() ?? -.infinity
    for entry in reading where scores[entry.index] < best - margin {
      scores[entry.index] = -.infinity
    }
    reading.removeAll { scores[$0.index] == -.infinity }
  }

  private static func commonSuffix(of sequences: [[TokenID]]) -> Int {
    guard let first = sequences.first else { return 0 }
    return sequences.map { sequence in
      zip(sequence.reversed(), first.reversed()).prefix { $0 == $1 }.count
    }.min() ?? 0
  }
}
