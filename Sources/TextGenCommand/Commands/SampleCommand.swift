import ArgumentParser
import TextGen
import TextGenGeneration
import TextGenLanguageModeling
import TextGenTokenization

/// `textgen sample`: writes text.
struct SampleCommand: Conversing, TextTaking {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: CommandAbstract.sample.text,
    discussion: CommandDiscussion.sample.text)

  @OptionGroup(title: GroupTitle.writing.text)
  var options: SampleOptions
  @OptionGroup(title: GroupTitle.verse.text)
  var verse: VerseOptions
  @OptionGroup(title: GroupTitle.drawing.text)
  var drawing: DrawingOptions
  @OptionGroup(title: GroupTitle.model.text)
  var modelOptions: ModelOptions
  @OptionGroup(title: GroupTitle.adaptation.text)
  var adaptation: AdaptationOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func validate() throws {
    if verse.isOn { try validateVerse() }
  }

  func run() throws {
    let prompt = try readPrompt()
    let loaded = try modelOptions.load(standard: .poesia, adaptingBy: adaptation.method)
    // A model that knows no words can still begin lines with given letters.
    if verse.isOn,
      let words = try verse.isAcrosticAlone ? loaded.wordsForPoems : loaded.neededWordsForPoems()
    {
      return try writePoems(loaded.model, loaded, of: words)
    }
    try write(loaded.model, loaded.tokenizer, after: prompt)
  }

  private func readPrompt() throws -> String {
    guard let promptFile = options.promptFile else {
      let prompt = options.prompt ?? ""
      Conversation.warnAboutReplacements(in: prompt, name: "--prompt")
      return prompt
    }
    let file = try TextFile(contentsOf: promptFile)
    for warning in file.warnings { Conversation.warn(warning) }
    return file.text
  }

  private func write(
    _ model: some AutoregressiveModel, _ tokenizer: any Tokenizer, after prompt: String
  ) throws {
    let seed = chosenSeed()
    let generator = try TextGenerator(
      model: model, tokenizer: tokenizer, options: drawing.sampling,
      conditions: verse.acrostic.map { StopConditions(lines: $0.lineCount) } ?? options.conditions)
    let known = KnownPrompt(prompt, tokenizer: tokenizer)
    known.sayReplacements()
    var output = SampleOutput(
      prompt: options.noEcho ? nil : prompt, seed: seed, count: options.count,
      format: !options.json ? .plain : options.stream ? .jsonPieces : .json)
    try output.begin()
    if let acrostic = verse.acrostic {
      try write(
        generator.texts(keeping: acrostic, count: options.count, seed: seed), to: &output)
    } else {
      try write(
        generator.texts(after: known.text, count: options.count, seed: seed), to: &output)
    }
    guard !output.failures.isEmpty else { return }
    for message in output.failures { Conversation.fail(message.text) }
    throw ExitCode.failure
  }

  private func write(
    _ texts: some Sequence<TextChunk>, to output: inout SampleOutput
  ) throws {
    for chunk in texts { try output.add(chunk) }
  }

  /// The seed, said where it is a new one.
  func chosenSeed() -> UInt64 {
    if let seed = options.seed { return seed }
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    Conversation.say(Speech.seed(seed))
    return seed
  }
}
