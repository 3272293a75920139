import ArgumentParser
import TextGen
import TextGenGeneration
import TextGenTokenization

/// `textgen complete`: predicts the next word, or fills the blanks, and finishes the sentence.
struct CompleteCommand: ParsableCommand, TextTaking {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Predict the next word, or fill the blanks of a text.",
    usage: "",
    discussion: """
      USAGE: textgen complete TEXT [options]
             textgen complete --keyboard [options]

        TEXT             "Os alunos tiraram..."  the place is after the last word
                         "Falo ___ bem"          two or more underscores are a blank
                         -                       standard input (default where it is a pipe)
        --partial        the last word is still being typed: complete it
        --count K        candidates a place, 1 to 1000 (default: 5)
        --adapt          learn from the text as it is read, until the command ends
                         (--adapt-by memory, --adapt-by network: one of the two ways)
        --json           positions, candidates and the completed text as one JSON object
        --lines          each line of standard input is a text: one completion a line
        --keyboard       answer requests, one JSON object a line on standard input, such as
                         {"add":"Os ","prefix":"al","k":5}: Sources/TextGenCommand/KEYBOARD.md
        --model NAME     a name in `textgen models`, folder, file (default: $TEXTGEN_MODEL, else
                         the one trained last in ./checkpoints, else portugues)
        --quantize P     products of int8, bfloat16 or float32 (default: float32; int8 for
                         a file of `textgen quantize`)
        --threads N      1 to 1024 (default: all cores)

      A probability is that of the word as the next one, given the text and a space after it (where
      punctuation is listed: the text alone), or given the letters typed, which may lack accents and
      capitals; at a blank, its share among the words tried with the text on the right. A list has
      no word below 0.001 %; where a long one is cut short, it says so.
      """)

  /// Bytes of a text at most: far more than a model takes into account.
  private static let maximumBytes = 16 << 20

  @Argument(help: .hidden)
  var text: String?
  @Flag(help: .hidden)
  var partial = false
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: wholeNumber(in: 1...TextModel.maximumCandidates))
  var count = 5
  @OptionGroup(visibility: .hidden)
  var adaptation: AdaptationOptions
  @Flag(help: .hidden)
  var json = false
  @Flag(help: .hidden)
  var lines = false
  @Flag(help: .hidden)
  var keyboard = false
  @OptionGroup(visibility: .hidden)
  var modelOptions: ModelOptions

  func validate() throws {
    if keyboard, text != nil || partial || lines {
      throw ValidationError("--keyboard reads its texts from standard input; leave out the others")
    }
    if lines, let text, text != "-" {
      throw ValidationError("--lines reads its texts from standard input; leave out TEXT")
    }
    if !keyboard, text == nil, StandardInput.isTerminal {
      throw ValidationError("there is no TEXT to complete; give one, or - for standard input")
    }
  }

  func run() throws {
    if keyboard { return try runKeyboard(load()) }
    if lines {
      return try LineCompletions(model: load(), complete: complete, isJSON: json)
        .run(maximumLength: Self.maximumBytes)
    }
    let text = try self.text.map { $0 == "-" ? try standardInput() : $0 } ?? standardInput()
    Conversation.warnAboutReplacements(in: text, name: "TEXT")
    guard text.utf8.count <= Self.maximumBytes else {
      throw Failure(
        "the text has \(text.utf8.count) bytes, but at most \(Self.maximumBytes) are completed at "
          + "a time; give only its end")
    }
    let model = try load()
    let report = CompletionReport(
      model: model.path, text: text, try complete(text, model), count: count)
    if json { return try StandardStream.output.writeLine(json: report.json) }
    try StandardStream.output.write(report.table(TerminalStyle(.output)))
  }

  private func load() throws -> TextModel {
    try modelOptions.load(adaptingBy: adaptation.method)
  }

  /// All of standard input without its last line end; what is not UTF-8 is read as U+FFFD.
  private func standardInput() throws -> String {
    let text = try TextFile(contentsOf: "-", encoding: TextFile.lossyEncoding).text
    return text.last?.isNewline == true ? String(text.dropLast()) : text
  }

  /// A table shows fewer digits than JSON.
  private func complete(
    _ text: String, _ model: TextModel
  ) throws(CompletionFailure) -> TextCompletion {
    try model.complete(
      text, count: count, lastWord: partial ? .unfinished : .whole,
      searching: json ? WordSearchOptions() : .displayed)
  }

  private func runKeyboard(_ model: TextModel) throws {
    var session = KeyboardSession(model)
    var lines = StandardInput.Lines(maximumLength: KeyboardRequest.maximumLineLength)
    while let line = try lines.next() {
      try StandardStream.output.writeLine(json: session.answer(line.bytes))
    }
  }
}
