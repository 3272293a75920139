import ArgumentParser
import TextGen
import TextGenCompute
import TextGenLanguageModeling
import TextGenTokenization
import TextGenWords

/// `textgen quantize`: writes a model with weights of 8 bits.
struct QuantizeCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "quantize", abstract: CommandAbstract.quantize.text,
    discussion: CommandDiscussion.quantize.text)

  @Argument(ModelText.positional, .model, completion: .models, transform: filledText)
  var source: String?
  @OptionGroup(title: GroupTitle.output.text)
  var options: QuantizeOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func validate() throws {
    if source != nil, options.model != nil {
      throw ValidationError(UsageMessage.modelTwice)
    }
    if options.output == nil { throw ValidationError(UsageMessage.noOutput) }
  }

  func run() throws {
    guard let output = options.output else { return }
    let location = try ChosenModel.find(option: source ?? options.model)
    let original = ModelFile.location(of: location.path)
    let file = try ModelFile.open(location.path)
    Conversation.say(location.sentence)
    guard !FileSystem.isSameFile(original, output) else {
      throw Failure(OutputMessage.modelItself(output))
    }
    guard file.precision == .float32 else {
      throw Failure(
        OutputMessage.isQuantized(original, precision: file.precision.rawValue))
    }
    let target = try OutputFile(
      output,
      as: .quantized(try ModelSummary(contentsOf: location.path), overwrites: options.overwrite),
      option: "--output", keeping: [original])
    try target.write(try knowingMore(file, original).quantized())
    sayResult(original, location, output)
    try StandardStream.output.writeLine(output)
  }

  /// `file`, which lies at `path`, with the words of the texts that `--lexicon` names.
  private func knowingMore(_ file: ModelFile, _ path: String) throws -> ModelFile {
    guard !options.lexicon.isEmpty else { return file }
    guard file.tokenizer.unit != .word else {
      throw Failure(OutputMessage.noLexicon(path))
    }
    var file = file
    let known = try file.lexicon(joining: try Lexicon(contentsOf: options.lexicon), path: path)
    file.lexicon = known
    Conversation.say(OutputMessage.lexicon(words: known.count))
    return file
  }

  private func sayResult(_ original: String, _ location: ChosenModel, _ output: String) {
    if let before = FileSystem.byteCount(original), let after = FileSystem.byteCount(output) {
      Conversation.say(OutputMessage.size(after: after, before: before))
    }
    Conversation.say(OutputMessage.whatItCosts)
    for name in [location.name, ModelCatalog.ofProgram.name(of: output)] {
      Conversation.say(
        "  \(ShellWords.first) evaluate \(ValueName.file.placeholder) --words 0 --model "
          + ShellWords.quoted(name))
    }
  }
}
