import ArgumentParser
import Compute
import Evaluation
import LanguageModeling
import Tokenization

/// `textgen evaluate`: measures a model on text that it has not seen.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure a model on text it has not seen.",
    usage: "",
    discussion: """
      USAGE: textgen evaluate FILE… [options]

        FILE…            UTF-8 text, - for standard input; several files are one text, in
                         the order given, with a line end between two of them
        --words N        words that the simulated typist writes, for recall and keystroke
                         savings; 0 leaves them out (default: 3000)
        --encoding NAME  of the files, such as windows-1252 (default: utf-8)
        --json           one JSON object on stdout
        --model PATH     checkpoint folder or file (default: $TEXTGEN_MODEL, else the one
                         trained last in ./checkpoints)
        --quantize P     products of int8, bfloat16 or float32 (default: float32; int8 for
                         a file of `textgen quantize`)
        --threads N      1 to 1024 (default: all cores)

      Bits per character: -log2 p of the whole text by its NFC code points; unknown tokens are
      charged their spelling. Recall at k: words among the first k candidates before their first
      letter. Keystroke savings at k: keys saved by a list of k candidates, by characters.
      """)

  @Argument(help: .hidden, completion: .file())
  var files: [String] = []
  @Option(
    parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 0...1_000_000_000))
  var words = EvaluationOptions().wordLimit
  @Option(parsing: .unconditional, help: .hidden)
  var encoding: String?
  @Flag(help: .hidden)
  var json = false
  @OptionGroup(visibility: .hidden)
  var modelOptions: ModelOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("there is no FILE; name a text file, or -") }
    if files.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input (-) can be read only once; name it once")
    }
  }

  func run() throws {
    let text = try readText()
    let loaded = try modelOptions.load()
    let evaluator = Evaluator(
      model: loaded.model, tokenizer: loaded.tokenizer, name: loaded.path,
      options: EvaluationOptions(wordLimit: words))
    var line = LiveLine()
    var report = evaluator.evaluate(text) { progress in
      let stage = progress.stage == .scoring ? "scoring" : "typing"
      line.show("\(stage) \(percent(progress.share, 0))")
    }
    line.clear()
    report.precision = loaded.model.precision.rawValue
    if report.words == 0 {
      report.recall = nil
      report.keystrokeSavings = nil
    }
    try StandardStream.output.write(
      json ? jsonText(report) + "\n" : EvaluationTable(report).text)
  }

  /// The texts of all files with a line end between two of them.
  private func readText() throws -> String {
    let texts = try files.map { file in
      let file = try TextFile(contentsOf: file, encoding: encoding)
      for warning in file.warnings { Conversation.warn(warning.description) }
      return file.text
    }
    let text = texts.joined(separator: "\n")
    guard texts.contains(where: { !TextNormalizer.normalize($0).text.isEmpty }) else {
      throw Failure(
        "there is nothing to measure: \(files.joined(separator: ", ")) holds no character; "
          + "name a text")
    }
    return text
  }
}
