import TextGen
import TextGenLanguageModeling

/// `complete --lines`: each line of standard input is a text of its own, and each has one line of
/// output: the completed text, or one JSON object.
struct LineCompletions {
  let model: TextModel
  let complete: (String, TextModel) throws(CompletionFailure) -> TextCompletion
  let isJSON: Bool

  /// Answers all lines, of at most `maximumLength` bytes.
  ///
  /// - Throws: `Failure` at the end where lines could not be completed; they are put out as they came.
  func run(maximumLength: Int) throws {
    var lines = StandardInput.Lines(maximumLength: maximumLength)
    var (number, failures) = (0, 0)
    while let line = try lines.next() {
      number += 1
      do {
        try write(answer(line, number))
      } catch let error as LineError {
        failures += 1
        Conversation.warn(ReadingMessage.line(number, reason: error.reason.text))
        try write(isJSON ? jsonText(error) : error.text)
      }
    }
    if failures > 0 {
      throw Failure(ReadingMessage.linesFailed(failures, of: number))
    }
  }

  private func write(_ line: String) throws(OutputError) {
    if isJSON { return try StandardStream.output.writeLine(json: line) }
    try StandardStream.output.writeLine(line)
  }

  private func answer(_ line: StandardInput.Line, _ number: Int) throws(LineError) -> String {
    guard case .whole(let bytes) = line else {
      throw LineError(text: "", reason: ReadingMessage.lineTooLong)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    Conversation.warnAboutReplacements(in: text, name: ReadingMessage.lineName(number).text)
    do throws(CompletionFailure) {
      let completion = try complete(text, model)
      return isJSON
        ? CompletionRecord(model: model.path, text: text, completion).json : completion.completed
    } catch {
      throw LineError(text: text, reason: error)
    }
  }

  /// A line that could not be completed.
  private struct LineError: Error, Encodable {
    let text: String
    let reason: any Translated

    enum CodingKeys: String, CodingKey {
      case text
      case reason = "error"
    }

    /// In English, as all JSON is.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(text, forKey: .text)
      try container.encode(reason.english, forKey: .reason)
    }
  }
}
