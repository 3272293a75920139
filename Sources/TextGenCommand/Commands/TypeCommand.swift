import ArgumentParser
import Glibc
import TextGen
import TextGenFigures
import TextGenLanguageModeling
import TextGenTerminal
import TextGenTyping

/// `textgen type`: writing in the terminal, with words that may come next.
struct TypeCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "type", abstract: CommandAbstract.type.text,
    discussion: CommandDiscussion.type.text)

  @Argument(TypeText.file, .file, completion: .file(), transform: filledText)
  var file: String?
  @OptionGroup(title: GroupTitle.candidates.text)
  var options: TypeOptions
  @OptionGroup(title: GroupTitle.adaptation.text)
  var memory: MemoryOptions
  @OptionGroup(title: GroupTitle.model.text)
  var modelOptions: ModelOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func run() throws {
    guard Environment["TERM"] != "dumb", StandardStream.output.isTerminal, StandardInput.isTerminal
    else { throw ValidationError(TypingMessage.noTerminal) }
    guard Environment[TerminalKeeper.variable] != nil else {
      let status = try TerminalKeeper.run()
      if status != 0 { throw ExitCode(status) }
      return
    }
    var file = WrittenFile(self.file)
    let text = try file.read()
    // What is said of the model would be drawn over.
    Conversation.beQuiet()
    let model = try modelOptions.load()
    let kept = try memory.kept(with: model)
    let style = TerminalStyle(.output)
    var writing = TerminalWriter.Options()
    writing.count = options.lines
    writing.hasGhost = !options.noGhost
    writing.digitsChoose = options.digits
    let words: WritingWords = Language.ofProgram == .portuguese ? .portuguese : .english
    var run = try TypingRun(
      file, text, model: model, kept: kept, options: writing, words: words,
      style: WritingScreen.Style(hasColor: style.hasColor, isUnicode: style.isUnicode))
    let (writer, signal) = run.run()
    if let signal { throw ExitCode(128 + signal) }
    guard writer.writtenCount > 0 || options.json else { return }
    let share = words.percent(writer.savedShare, digits: 1)
    if options.json {
      let record = Record(
        characters: writer.writtenCount, keys: writer.keys.keys, saved: writer.savedShare)
      return try StandardStream.output.writeLine(json: jsonText(record))
    }
    try StandardStream.output.writeLine(
      words.summary(writer.writtenCount, writer.keys.keys, share))
  }

  private struct Record: Encodable {
    let characters, keys: Int
    let saved: Double
  }
}
