import TextGen
import TextGenJSON
import TextGenTyping

/// Words as the items of completion lists.
struct WordItems: Sendable {
  let context: ProseContext
  let settings: LanguageSettings
  let encoding: PositionEncoding
  let line: Int
  /// The column of the cursor.
  let column: Int

  /// The range of the letters typed.
  private var range: JSONValue {
    let typed = encoding.columns(of: Array(context.typed.utf8)[...])
    return [
      "start": ["line": .int(line), "character": .int(column - typed)],
      "end": ["line": .int(line), "character": .int(column)],
    ]
  }

  /// The words as they are written here: without white space at either end, and no marks.
  private func written(_ found: Suggestions) -> [Candidate] {
    found.words.compactMap { candidate in
      var candidate = candidate
      candidate.word = WordCase.cased(candidate.word, typed: context.typed, after: context.text)
      let fits = settings.folds || candidate.word.hasPrefix(context.typed)
      return fits ? candidate : nil
    }
  }

  /// A list, in the order of probability whatever a client sorts by.
  func list(_ found: Suggestions) -> JSONValue {
    let words = written(found).prefix(settings.count)
    return [
      "isIncomplete": true,
      "items": .array(
        words.enumerated().map { place, candidate -> JSONValue in
          let number = "\(place)"
          let typed = context.typed
          // Begins with the letters typed, so that no client takes it away for an accent.
          let rest =
            candidate.word.count >= typed.count ? String(candidate.word.dropFirst(typed.count)) : ""
          return [
            "label": .string(candidate.word), "kind": 1,
            "labelDetails": ["description": .string(Self.percent(candidate.probability))],
            "sortText": .string(String(repeating: "0", count: 4 - number.count) + number),
            "filterText": .string(typed + rest),
            "textEdit": ["range": range, "newText": .string(candidate.word)],
            "commitCharacters": [".", ",", ";", ":", "!", "?"],
          ]
        }),
    ]
  }

  /// Ghost text: the best words that go on with what is typed, each as probable as is wanted; `session`, whose
  /// text is the context, tells which words follow the first one.
  func ghosts(
    _ found: Suggestions, isInvoked: Bool, selected: String?, in session: DocumentSession
  ) -> JSONValue {
    guard settings.hasGhost else { return ["items": []] }
    let words = written(found).filter { candidate in
      candidate.word.hasPrefix(context.typed) && candidate.word.count > context.typed.count
        && (isInvoked || candidate.probability >= settings.ghostThreshold)
        && (selected.map { candidate.word.hasPrefix($0) } ?? true)
    }
    return [
      "items": .array(
        words.prefix(isInvoked ? 3 : 1).enumerated().map { place, candidate -> JSONValue in
          let text = place == 0 ? phrase(from: candidate, in: session) : candidate.word
          return ["insertText": .string(text), "range": range]
        })
    ]
  }

  /// The words from `candidate` on, or that alone where text follows in the line.
  private func phrase(from candidate: Candidate, in session: DocumentSession) -> String {
    guard context.after.allSatisfy(\.isWhitespace) else { return candidate.word }
    return GhostPhrase.phrase(
      from: candidate, as: candidate.word, after: context.text, in: session)
  }

  private static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
}
