import TextGen

/// A completion as people and programs read it.
struct CompletionReport {
  private let model: String
  private let text: String
  private let completion: TextCompletion
  private let count: Int

  /// The report of what `model` made of `text`, asked for `count` candidates per position.
  init(model: String, text: String, _ completion: TextCompletion, count: Int) {
    self.model = model
    self.text = text
    self.completion = completion
    self.count = count
  }

  /// One JSON object.
  var json: String { CompletionRecord(model: model, text: text, completion).json }

  /// The candidates of each place with their probabilities, then the text completed.
  func table(_ style: TerminalStyle) -> TerminalText {
    var lines: TerminalText = ""
    for (index, position) in completion.positions.enumerated() {
      if completion.positions.count > 1 {
        lines += style.dim(ReadingMessage.place(index + 1).text) + "\n"
      }
      for row in rows(position.candidates, style) { lines += "\(row)\n" }
      if let remark = remark(on: position) {
        lines += TerminalText(style.wrapped("  " + remark.text), as: .lines) + "\n"
      }
      lines += "\n"
    }
    return lines + style.bold(style.wrapped(completion.completed)) + "\n"
  }

  private func rows(_ candidates: [Candidate], _ style: TerminalStyle) -> [String] {
    let words = candidates.map { VisibleText.spelled($0.word) }
    let width = words.map(\.count).max() ?? 0
    let best = candidates.first?.probability ?? 1
    // Word, share and the spaces before and between them and the bar.
    let room = min(30, (style.columns ?? 80) - width - 15)
    return zip(words, candidates).map { word, candidate in
      let padding = String(repeating: " ", count: width - word.count)
      let share = percent(candidate.probability, candidate.probability < 0.001 ? 3 : 1)
      let gap = String(repeating: " ", count: max(0, 8 - share.count))
      let hasBar = style.canRewrite && room >= 5
      let bar = hasBar ? "  " + style.bar(candidate.probability / best, width: room) : ""
      return "  " + word + padding + "  " + gap + share + bar
    }
  }

  /// Why a place has fewer candidates than were asked for.
  private func remark(on position: TextCompletion.Position) -> ReadingMessage? {
    guard position.candidates.filter({ !$0.isMark }).count < count else { return nil }
    if position.isCutShort { return .cutShort }
    return position.candidates.isEmpty ? .noWord : .noOtherWord
  }
}
