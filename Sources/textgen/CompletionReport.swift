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
  func table(_ style: TerminalStyle) -> String {
    var lines: [String] = []
    for (index, position) in completion.positions.enumerated() {
      if completion.positions.count > 1 { lines.append(style.dim("place \(index + 1)")) }
      lines += rows(position.candidates, style)
      if position.candidates.isEmpty { lines.append("  no word is probable enough here") }
      lines.append("")
    }
    lines.append(style.bold(completion.completed))
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(_ candidates: [WordPrediction], _ style: TerminalStyle) -> [String] {
    let width = candidates.map(\.word.count).max() ?? 0
    let best = candidates.first?.probability ?? 1
    return candidates.map { candidate in
      let padding = String(repeating: " ", count: width - candidate.word.count)
      let share = percent(candidate.probability, candidate.probability < 0.001 ? 3 : 1)
      let gap = String(repeating: " ", count: max(0, 8 - share.count))
      let bar = style.canRewrite ? "  " + style.bar(candidate.probability / best, width: 30) : ""
      return "  " + Conversation.escaped(candidate.word) + padding + "  " + gap + share + bar
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
