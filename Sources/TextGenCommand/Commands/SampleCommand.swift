import ArgumentParser
import TextGen
import TextGenGeneration
import TextGenLanguageModeling
import TextGenTokenization

/// `textgen sample`: writes text.
struct SampleCommand: ParsableCommand, TextTaking {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Write text with a model.",
    usage: "",
    discussion: """
      USAGE: textgen sample [options]

        --prompt TEXT            what the text goes on from (default: a new line)
        --prompt-file FILE       the same from a file, - for standard input
        --no-echo                leave the prompt out of what is printed
        --length N               characters, 0 or more (default: 500, without --lines)
        --lines N                lines with text, 0 or more (default: no limit;
                                 a line counts 1000 characters at most)
        --stop TEXT              end before this text (default: none)
        --acrostic WORD          lines that begin with its letters, and end with the last one;
                                 a space in it is a blank line (without a prompt)
        --count N                texts, 1 to 1000 (default: 1)
      \(DrawingOptions.help)
        --seed N                 same seed, same text (default: a new one, said on stderr)
        --adapt                  learn from the prompt first (--adapt-by memory or network
                                 alone): with --prompt-file in the voice of that text
        --json                   one line a text, as soon as it is done: index, prompt, text,
                                 seed, tokens, stopped
        --stream                 before it, a line for each piece of it: index, piece
        --model NAME             a name in `textgen models`, folder, file (default:
                                 $TEXTGEN_MODEL, else the one trained last in ./checkpoints,
                                 else poesia)
        --quantize P             products of int8, bfloat16 or float32 (default: float32;
                                 int8 for a file of `textgen quantize`)
        --threads N              1 to 1024 (default: all cores)
      """)

  @Option(parsing: .unconditional, help: .hidden)
  var prompt: String?
  @Option(parsing: .unconditional, help: .hidden, completion: .file(), transform: filledText)
  var promptFile: String?
  @Flag(help: .hidden)
  var noEcho = false
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 0...1_000_000_000))
  var length: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 0...1_000_000))
  var lines: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: filledText)
  var stop: String?
  @Option(parsing: .unconditional, help: .hidden, transform: acrosticWord)
  var acrostic: Acrostic?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1000))
  var count = 1
  @OptionGroup(visibility: .hidden)
  var drawing: DrawingOptions
  @Option(parsing: .unconditional, help: .hidden, transform: seedNumber)
  var seed: UInt64?
  @OptionGroup(visibility: .hidden)
  var adaptation: AdaptationOptions
  @Flag(help: .hidden)
  var json = false
  @Flag(help: .hidden)
  var stream = false
  @OptionGroup(visibility: .hidden)
  var modelOptions: ModelOptions

  func validate() throws {
    if prompt != nil, promptFile != nil {
      throw ValidationError("--prompt and --prompt-file exclude each other; give one of them")
    }
    if stream, !json {
      throw ValidationError("--stream is for --json; without it text is written as it comes")
    }
    guard acrostic != nil else { return }
    let others = [
      ("--prompt", prompt != nil), ("--prompt-file", promptFile != nil),
      ("--length", length != nil),
      ("--lines", lines != nil), ("--stop", stop != nil),
    ]
    if let (name, _) = others.first(where: { $0.1 }) {
      throw ValidationError(
        "--acrostic and \(name) exclude each other, as its letters say where a text begins and ends; "
          + "give one of them")
    }
  }

  func run() throws {
    let prompt = try readPrompt()
    let loaded = try modelOptions.load(standard: .poesia, adaptingBy: adaptation.method)
    try write(loaded.model, loaded.tokenizer, after: prompt)
  }

  private func readPrompt() throws -> String {
    guard let promptFile else {
      let prompt = prompt ?? ""
      Conversation.warnAboutReplacements(in: prompt, name: "--prompt")
      return prompt
    }
    let file = try TextFile(contentsOf: promptFile)
    for warning in file.warnings { Conversation.warn(warning.description) }
    return file.text
  }

  private func write(
    _ model: some AutoregressiveModel, _ tokenizer: any Tokenizer, after prompt: String
  ) throws {
    let seed = seed ?? UInt64.random(in: 0...UInt64(UInt32.max))
    if self.seed == nil { Conversation.say("seed: \(seed)") }
    let generator = try TextGenerator(
      model: model, tokenizer: tokenizer, options: drawing.sampling, conditions: conditions)
    let known = KnownPrompt(prompt, tokenizer: tokenizer)
    known.sayReplacements()
    var output = SampleOutput(
      prompt: noEcho ? nil : prompt, seed: seed, count: count,
      format: !json ? .plain : stream ? .jsonPieces : .json)
    try output.begin()
    if let acrostic {
      try write(generator.texts(keeping: acrostic, count: count, seed: seed), to: &output)
    } else {
      try write(generator.texts(after: known.text, count: count, seed: seed), to: &output)
    }
    guard !output.failures.isEmpty else { return }
    for sentence in output.failures { Conversation.fail(sentence) }
    throw ExitCode.failure
  }

  private func write(
    _ texts: some Sequence<TextChunk>, to output: inout SampleOutput
  ) throws {
    for chunk in texts { try output.add(chunk) }
  }

  private var conditions: StopConditions {
    if let acrostic { return StopConditions(lines: acrostic.lineCount) }
    let characters = length ?? lines.map { $0 * 1000 } ?? 500
    return StopConditions(
      characters: characters, lines: lines, text: stop, tokens: max(1_000_000, 4 * characters))
  }
}

/// A reader of words for an acrostic.
@Sendable private func acrosticWord(_ text: String) throws -> Acrostic {
  do {
    return try Acrostic(text)
  } catch {
    throw ValidationError("expected letters, and spaces for blank lines")
  }
}
