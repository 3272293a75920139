import ArgumentParser
import TextGen
import TextGenGeneration
import TextGenTokenization

/// `textgen complete`: predicts the next word, or fills the blanks, and finishes the sentence.
struct CompleteCommand: Conversing, TextTaking {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: CommandAbstract.complete.text,
    discussion: CommandDiscussion.complete.text)

  /// Bytes of a text at most: far more than a model takes into account.
  private static let maximumBytes = 16 << 20

  @Argument(CompleteText.text, .text)
  var text: String?
  @OptionGroup(title: GroupTitle.candidates.text)
  var options: CompleteOptions
  @OptionGroup(title: GroupTitle.model.text)
  var modelOptions: ModelOptions
  @OptionGroup(title: GroupTitle.adaptation.text)
  var adaptation: AdaptationOptions
  @OptionGroup(title: GroupTitle.adaptation.text)
  var memory: MemoryOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func validate() throws {
    if options.keyboard, text != nil || options.partial || options.lines {
      throw ValidationError(UsageMessage.keyboardAlone)
    }
    if !options.keyboard, memory.isOn {
      throw ValidationError(MemoryMessage.keyboardAlone)
    }
    if options.lines, let text, text != "-" {
      throw ValidationError(UsageMessage.linesAlone)
    }
    if !options.keyboard, text == nil, StandardInput.isTerminal {
      throw ValidationError(UsageMessage.noTextToComplete)
    }
  }

  func run() throws {
    if options.keyboard { return try runKeyboard(load()) }
    if options.lines {
      return try LineCompletions(model: load(), complete: complete, isJSON: options.json)
        .run(maximumLength: Self.maximumBytes)
    }
    let text = try self.text.map { $0 == "-" ? try standardInput() : $0 } ?? standardInput()
    Conversation.warnAboutReplacements(in: text, name: ValueName.text.placeholder)
    guard text.utf8.count <= Self.maximumBytes else {
      throw Failure(
        ReadingMessage.tooLong(bytes: text.utf8.count, most: Self.maximumBytes))
    }
    let model = try load()
    let report = CompletionReport(
      model: model.path, text: text, try complete(text, model), count: options.count)
    if options.json { return try StandardStream.output.writeLine(json: report.json) }
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
      text, count: options.count, lastWord: options.partial ? .unfinished : .whole,
      searching: options.json ? WordSearchOptions() : .displayed)
  }

  private func runKeyboard(_ model: TextModel) throws {
    let kept = try memory.kept(with: model)
    var session = kept.map { KeyboardSession($0.session) } ?? KeyboardSession(model)
    defer { kept?.keep(session.memory) }
    var lines = StandardInput.Lines(maximumLength: KeyboardRequest.maximumLineLength)
    while let line = try lines.next() {
      try StandardStream.output.writeLine(json: session.answer(line.bytes))
      if let trouble = kept?.keepIfWorthIt(session.memory) { Conversation.warn(trouble) }
    }
  }
}
