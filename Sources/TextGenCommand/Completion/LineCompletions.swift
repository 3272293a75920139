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
        Conversation.warn("line \(number): \(error.reason)")
        try write(isJSON ? jsonText(error) : error.text)
      }
    }
    if failures > 0 {
      throw Failure("\(failures) of \(counted(number, "line")) could not be completed")
    }
  }

  private func write(_ line: String) throws(OutputError) {
    if isJSON { return try StandardStream.output.writeLine(json: line) }
    try StandardStream.output.writeLine(line)
  }

  private func answer(_ line: StandardInput.Line, _ number: Int) throws(LineError) -> String {
    guard case .whole(let bytes) = line else {
      throw LineError(text: "", reason: "the line is too long; give only its end")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    Conversation.warnAboutReplacements(in: text, name: "line \(number)")
    do throws(CompletionFailure) {
      let completion = try complete(text, model)
      return isJSON
        ? CompletionRecord(model: model.path, text: text, completion).json : completion.completed
    } catch {
      throw LineError(text: text, reason: error.sentence)
    }
  }

  /// A line that could not be completed.
  private struct LineError: Error, Encodable {
    let text: String
    let reason: String

    enum CodingKeys: String, CodingKey {
      case text
      case reason = "error"
    }
  }
}
