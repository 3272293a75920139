import ArgumentParser
import TextGen
import TextGenAdaptation
import TextGenLanguageModeling
import TextGenTokenization

/// `textgen memory`: shows and erases what is kept of a writer.
struct MemoryCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: CommandAbstract.memory.text,
    discussion: CommandDiscussion.memory.text)

  /// What to do with a memory.
  enum Action: String, CaseIterable, Sendable {
    case show
    case forget
    case clear
  }

  @Argument(MemoryText.action, .kind, completion: .list(Action.allCases.map(\.rawValue)))
  var action: String?
  @Argument(MemoryText.word, .word)
  var word: String?
  @OptionGroup(title: GroupTitle.output.text)
  var options: MemoryListOptions
  @OptionGroup(title: GroupTitle.model.text)
  var modelOptions: ModelOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func validate() throws {
    let name = action ?? Action.show.rawValue
    guard let action = Action(rawValue: name) else {
      throw ValidationError(MemoryMessage.unknownAction(name))
    }
    if action == .forget, word == nil { throw ValidationError(MemoryMessage.noWord) }
    if action != .forget, word != nil {
      throw ValidationError(MemoryMessage.wordWithout(action: name))
    }
  }

  func run() throws {
    let model = try modelOptions.load()
    let file = try KeptMemory.file(options.memoryFile, model)
    switch Action(rawValue: action ?? "") ?? .show {
    case .show: try show(file, model.tokenizer)
    case .forget: try forget(word ?? "", file, model.tokenizer)
    case .clear:
      try file.clear()
      Conversation.say(MemoryMessage.cleared(path: file.path))
    }
  }

  private func show(_ file: MemoryFile, _ tokenizer: any Tokenizer) throws {
    let counts = try file.counts(tokenizer)
    let words = MemoryWords(tokenizer).list(counts).prefix(options.count).map { word, count in
      Word(word: word, count: count)
    }
    if options.json {
      try StandardStream.output.writeLine(json: jsonText(words))
    } else if counts.count > 0 {
      var table = TextTable(trailing: [1])
      for word in words { table.add(word.word, grouped(word.count)) }
      try StandardStream.output.write(table.text)
    }
    Conversation.say(
      counts.count > 0
        ? MemoryMessage.size(sequences: counts.count, path: file.path)
        : MemoryMessage.nothing(path: file.path))
  }

  private func forget(_ word: String, _ file: MemoryFile, _ tokenizer: any Tokenizer) throws {
    Conversation.say(
      MemoryMessage.forgotten(word: word, sequences: try file.forget(word, tokenizer)))
  }

  private struct Word: Encodable {
    let word: String
    let count: Int
  }
}
