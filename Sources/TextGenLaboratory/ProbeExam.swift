package import TextGenLanguageModeling
package import TextGenProbes
package import TextGenTokenization

/// Asks a model the questions of a set of probes.
///
/// A question is a line after a line break; each alternative is as probable as the tokens of the line that
/// are not the same for all. The sums are made in Double over the same tokens in the same order, so that
/// alternatives that a model cannot tell apart are equally probable to the bit.
package struct ProbeExam<Model: AutoregressiveModel>: Sendable {
  /// Lines that are read side by side.
  private static var batchSize: Int { 64 }

  private let model: Model
  private let tokenizer: any Tokenizer

  /// An exam for `model`, which reads the tokens of `tokenizer`.
  package init(model: Model, tokenizer: any Tokenizer) {
    self.model = model
    self.tokenizer = tokenizer
  }

  /// The score on `items`; `progress` is told the share done, from 0 to 1.
  package func score(
    _ items: [ProbeItem], progress: (Double) -> Void = { _ in }
  ) -> ProbeScore {
    var score = ProbeScore()
    var start = model.makeState()
    model.feed([tokenizer.lineBreak], to: &start)
    for first in stride(from: 0, to: items.count, by: Self.batchSize) {
      let batch = items[first..<min(first + Self.batchSize, items.count)]
      let questions = batch.map { Question($0, tokenizer) }
      let lines = questions.flatMap(\.lines)
      var states = lines.map { _ in start }
      let answers = model.score(lines, states: &states)
      var place = 0
      for (item, question) in zip(batch, questions) {
        let rows = answers[place..<place + question.lines.count]
        place += question.lines.count
        score.add(
          item,
          logProbabilities: rows.map { row in
            row.dropFirst(question.sharedCount).reduce(0.0) { $0 + Double($1) }
          })
      }
      progress(Double(first + batch.count) / Double(items.count))
    }
    return score
  }
}

/// The lines of an item as tokens.
private struct Question {
  /// One for each alternative.
  let lines: [[TokenID]]
  /// Tokens with which all begin.
  let sharedCount: Int

  init(_ item: ProbeItem, _ tokenizer: any Tokenizer) {
    let lines = item.alternatives.map { tokenizer.encode(item.context + $0) }
    let shortest = lines.reduce(Int.max) { min($0, $1.count) }
    self.lines = lines
    sharedCount =
      (0..<shortest).first { place in lines.contains { $0[place] != lines[0][place] } } ?? shortest
  }
}
