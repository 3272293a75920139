import Generation
import LanguageModeling

/// A completion as people and programs read it.
struct CompletionReport {
  private let model: String
  private let text: String
  private let completion: Completion

  /// The report of what `model` made of `text`.
  init(model: String, text: String, _ completion: Completion) {
    self.model = model
    self.text = text
    self.completion = completion
  }

  /// One JSON object.
  var json: String {
    jsonText(
      Record(
        model: model, text: text, positions: completion.positions,
        completed: completion.completed))
  }

  /// The candidates of each place with their probabilities, then the text completed.
  func table(_ style: TerminalStyle) -> TerminalText {
    var lines: TerminalText = ""
    for (index, position) in completion.positions.enumerated() {
      if completion.positions.count > 1 { lines += style.dim("place \(index + 1)") + "\n" }
      for row in rows(position.candidates, style) { lines += "\(row)\n" }
      if position.candidates.isEmpty { lines += "  no word is probable enough here\n" }
      lines += "\n"
    }
    return lines + style.bold(completion.completed) + "\n"
  }

  private func rows(_ candidates: [WordPrediction], _ style: TerminalStyle) -> [String] {
    let words = candidates.map { VisibleText.spelled($0.word) }
    let width = words.map(\.count).max() ?? 0
    let best = candidates.first?.probability ?? 1
    return zip(words, candidates).map { word, candidate in
      let padding = String(repeating: " ", count: width - word.count)
      let share = percent(candidate.probability, candidate.probability < 0.001 ? 3 : 1)
      let gap = String(repeating: " ", count: max(0, 8 - share.count))
      let bar = style.canRewrite ? "  " + style.bar(candidate.probability / best, width: 30) : ""
      return "  " + word + padding + "  " + gap + share + bar
    }
  }

  /// The names of the properties are the keys of the JSON.
  private struct Record: Encodable {
    let model: String
    let text: String
    let positions: [Completion.Position]
    let completed: String
  }
}
