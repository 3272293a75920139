import ArgumentParser
import TextGen
import TextGenCompute
import TextGenLanguageModeling
import TextGenTokenization
import TextGenWords

/// `textgen quantize`: writes a model with weights of 8 bits.
struct QuantizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantize", abstract: "Write a model with weights of 8 bits.",
    usage: "",
    discussion: """
      USAGE: textgen quantize [MODEL] --output FILE

        MODEL            a name in `textgen models`, folder, file (default: $TEXTGEN_MODEL, else
                         the one trained last in ./checkpoints, else portugues)
        --output FILE    the quantized model, such as small.safetensors
        --lexicon PATH   a text or a folder of texts whose words the model is to know besides
                         its own, so that lists give them first; may be repeated
        --overwrite      let FILE replace another model
        --model NAME     the same as MODEL

      Each row of a matrix becomes whole numbers from -127 to 127 and a scale, which makes the
      file about a quarter as large; biases stay as they are. Every command reads it and predicts
      with products of int8; `train --resume` goes on with the original. To see beforehand what
      it costs, run `textgen evaluate` with and without --quantize int8.
      """)

  @Argument(help: .hidden, completion: .file(), transform: filledText)
  var source: String?
  @Option(parsing: .unconditional, help: .hidden, completion: .file(), transform: filledText)
  var model: String?
  @Option(parsing: .unconditional, help: .hidden, completion: .file(), transform: filledText)
  var output: String?
  @Option(
    parsing: .unconditionalSingleValue, help: .hidden, completion: .file(), transform: filledText)
  var lexicon: [String] = []
  @Flag(help: .hidden)
  var overwrite = false

  func validate() throws {
    if source != nil, model != nil {
      throw ValidationError("the model is named twice; leave out MODEL or --model")
    }
    if output == nil {
      throw ValidationError(
        "there is no --output; name the file to write, such as --output small.safetensors")
    }
  }

  func run() throws {
    guard let output else { return }
    let location = try ChosenModel.find(option: source ?? model)
    let original = ModelFile.location(of: location.path)
    let file = try ModelFile.open(location.path)
    Conversation.say(location.sentence)
    guard !FileSystem.isSameFile(original, output) else {
      throw Failure(
        "--output \(output) is the model itself, whose exact weights would be lost; name another "
          + "file")
    }
    guard file.precision == .float32 else {
      throw Failure(
        "\(original) is quantized already (\(file.precision.rawValue)); give the model.safetensors "
          + "that `textgen train` wrote")
    }
    let target = try OutputFile(
      output,
      as: .quantized(try ModelSummary(contentsOf: location.path), overwrites: overwrite),
      option: "--output", keeping: [original])
    try target.write(try knowingMore(file, original).quantized())
    sayResult(original, location, output)
    try StandardStream.output.writeLine(output)
  }

  /// `file`, which lies at `path`, with the words of the texts that `--lexicon` names.
  private func knowingMore(_ file: ModelFile, _ path: String) throws -> ModelFile {
    guard !lexicon.isEmpty else { return file }
    guard file.tokenizer.unit != .word else {
      throw Failure("\(path) writes no other words than its tokens; leave out --lexicon")
    }
    var file = file
    let known = try file.lexicon(joining: try Lexicon(contentsOf: lexicon), path: path)
    file.lexicon = known
    Conversation.say("lexicon: \(counted(known.count, "word"))")
    return file
  }

  private func sayResult(_ original: String, _ location: ChosenModel, _ output: String) {
    if let before = FileSystem.byteCount(original), let after = FileSystem.byteCount(output) {
      Conversation.say(
        "size: \(grouped(after)) bytes in place of \(grouped(before)) "
          + "(\(percent(Double(after) / Double(max(before, 1)))))")
    }
    Conversation.say("what it costs shows on a text that the model has not seen:")
    for name in [location.name, ModelCatalog.ofProgram.name(of: output)] {
      Conversation.say(
        "  \(ShellWords.first) evaluate FILE --words 0 --model \(ShellWords.quoted(name))")
    }
  }
}
