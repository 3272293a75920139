import ArgumentParser
import TextGen
import TextGenCompute
import TextGenEvaluation
import TextGenLanguageModeling
import TextGenTokenization

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
        --cold           also each line alone, from the beginning of a text, as people type it
        --cloze FILE     also sentences with a blank, as JSON lines of text, accepted, wrong;
                         FILE… may then be left out
        --samples N      texts that the model writes, 0 to 1000, to be measured beside equally
                         long pieces of FILE… (default: 0, none)
        --training FILE  or folder that the model was trained on, repeatable: samples are then
                         searched for words known from it and for what they copy
        --length N  --seed N   of samples (default: 500 characters, 0), with options of `sample`
        --encoding NAME  of all files, such as windows-1252 (default: utf-8)
        --adapt          learn from the text as it is read; --adapt-by memory or network alone
        --json           one JSON object on stdout
        --model NAME     a name in `textgen models`, folder, file (default: $TEXTGEN_MODEL, else
                         the one trained last in ./checkpoints, else portugues)
        --quantize P     products of int8, bfloat16 or float32 (default: float32; int8 for
                         a file of `textgen quantize`)
        --threads N      1 to 1024 (default: all cores)

      Bits per character: -log2 p of the whole text by its NFC code points; unknown tokens are
      charged their spelling. Recall at k: words among the first k candidates before their first
      letter. Keystroke savings at k: keys saved by a list of k candidates, by characters.
      Distinct-n: different sequences of n words by all of them.
      """)

  @Argument(help: .hidden, completion: .file())
  var files: [String] = []
  @Option(
    parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 0...1_000_000_000))
  var words = EvaluationOptions().wordLimit
  @Flag(help: .hidden)
  var cold = false
  @Option(parsing: .unconditional, help: .hidden, completion: .file(), transform: filledText)
  var cloze: String?
  @OptionGroup(visibility: .hidden)
  var sampleArguments: SampleArguments
  @Option(parsing: .unconditional, help: .hidden)
  var encoding: String?
  @OptionGroup(visibility: .hidden)
  var adaptation: AdaptationOptions
  @Flag(help: .hidden)
  var json = false
  @OptionGroup(visibility: .hidden)
  var modelOptions: ModelOptions

  func validate() throws {
    if files.isEmpty, cloze == nil || cold || sampleArguments.samples > 0 {
      throw ValidationError("there is no FILE; name a text file, or -")
    }
    if (files + (cloze.map { [$0] } ?? []) + sampleArguments.training).filter({ $0 == "-" }).count
      > 1
    {
      throw ValidationError("standard input (-) can be read only once; name it once")
    }
  }

  func run() throws {
    let text = files.isEmpty ? "" : try readText()
    let items = try readCloze()
    let sampling =
      sampleArguments.samples > 0
      ? try SampleMeasurement(sampleArguments, encoding: encoding) : nil
    let loaded = try modelOptions.load(adaptingBy: adaptation.method)
    var line = LiveLine()
    var report = try measure(loaded.model, loaded, text, items, &line)
    let samples = try sampling?.measure(loaded.model, loaded.tokenizer, beside: text) {
      line.show($0)
    }
    line.clear()
    report.samples = samples?.report
    if json {
      try StandardStream.output.writeLine(json: resultText(report, digits: .ofMeasures))
    } else {
      let table = samples.map { "\n" + SampleTable($0).text } ?? ""
      try StandardStream.output.write(EvaluationTable(report).text + table)
    }
  }

  /// What the model predicts of `text`.
  private func measure(
    _ model: some AutoregressiveModel, _ loaded: TextModel, _ text: String,
    _ items: [ClozeItem]?, _ line: inout LiveLine
  ) throws -> EvaluationReport {
    let evaluator = Evaluator(
      model: model, tokenizer: loaded.tokenizer, lexicon: loaded.lexicon, name: loaded.path,
      options: EvaluationOptions(
        wordLimit: words, maximumPieces: adaptation.method == nil ? 32 : 1))
    var report = evaluator.evaluate(text) { progress in
      let stage = progress.stage == .scoring ? "scoring" : "typing"
      line.show("\(stage) \(percent(progress.share, 0))")
    }
    if cold {
      let cost = evaluator.coldCost(of: text) { line.show("single lines \(percent($0, 0))") }
      report.coldBitsPerCharacter = cost.bits / Double(max(cost.characters, 1))
    }
    report.cloze = try items.map {
      try evaluator.fill($0) { line.show("filling blanks \(percent($0, 0))") }
    }
    report.precision = loaded.precision.rawValue
    if report.words == 0 {
      report.recall = nil
      report.keystrokeSavings = nil
    }
    return report
  }

  /// The sentences with blanks; nil where none are asked for.
  private func readCloze() throws -> [ClozeItem]? {
    guard let cloze else { return nil }
    do {
      return try ClozeItem.items(in: TextFile(contentsOf: cloze).text)
    } catch let error as ClozeError {
      throw Failure("\(cloze): \(error.description)")
    }
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
