import ArgumentParser
import TextGen
import TextGenCompute
import TextGenEvaluation
import TextGenLanguageModeling
import TextGenTokenization

/// `textgen evaluate`: measures a model on text that it has not seen.
struct EvaluateCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: CommandAbstract.evaluate.text,
    discussion: CommandDiscussion.evaluate.text)

  @Argument(EvaluateText.files, .file, completion: .file())
  var files: [String] = []
  @OptionGroup(title: GroupTitle.measures.text)
  var options: EvaluateOptions
  @OptionGroup(title: GroupTitle.model.text)
  var modelOptions: ModelOptions
  @OptionGroup(title: GroupTitle.adaptation.text)
  var adaptation: AdaptationOptions
  @OptionGroup(title: GroupTitle.samples.text)
  var sampleArguments: SampleArguments
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func validate() throws {
    if files.isEmpty, options.cloze == nil || options.cold || sampleArguments.samples > 0 {
      throw ValidationError(UsageMessage.noFileToMeasure)
    }
    let texts = files + (options.cloze.map { [$0] } ?? []) + sampleArguments.training
    if texts.count(where: { $0 == "-" }) > 1 {
      throw ValidationError(UsageMessage.standardInputTwice)
    }
  }

  func run() throws {
    let text = files.isEmpty ? "" : try readText()
    let items = try readCloze()
    let sampling =
      sampleArguments.samples > 0
      ? try SampleMeasurement(sampleArguments, encoding: options.encoding) : nil
    let loaded = try modelOptions.load(adaptingBy: adaptation.method)
    var line = LiveLine()
    var report = try measure(loaded.model, loaded, text, items, &line)
    let samples = try sampling.map { try measure($0, loaded.model, loaded, text, &line) }
    line.clear()
    report.samples = samples?.report
    if options.json {
      try StandardStream.output.writeLine(json: resultText(report, digits: .ofMeasures))
    } else {
      let table = samples.map { "\n" + SampleTable($0).text } ?? ""
      try StandardStream.output.write(EvaluationTable(report).text + table)
    }
  }

  /// What the model writes: poems, or free text.
  private func measure(
    _ sampling: SampleMeasurement, _ model: some AutoregressiveModel, _ loaded: TextModel,
    _ text: String, _ line: inout LiveLine
  ) throws -> SampleMeasurement.Result {
    guard let form = try sampleArguments.form.map(namedForm) else {
      return try sampling.measure(model, loaded.tokenizer, beside: text) { line.show($0) }
    }
    return try sampling.measurePoems(of: form, model, loaded, beside: text) { line.show($0) }
  }

  /// What the model predicts of `text`.
  private func measure(
    _ model: some AutoregressiveModel, _ loaded: TextModel, _ text: String,
    _ items: [ClozeItem]?, _ line: inout LiveLine
  ) throws -> EvaluationReport {
    let evaluator = Evaluator(
      model: model, tokenizer: loaded.tokenizer, lexicon: loaded.lexicon, name: loaded.path,
      options: EvaluationOptions(
        wordLimit: options.words, maximumPieces: adaptation.method == nil ? 32 : 1))
    var report = evaluator.evaluate(text) { progress in
      let stage: MeasureText = progress.stage == .scoring ? .scoring : .typing
      line.show("\(stage.text) \(percent(progress.share, 0))")
    }
    if options.cold {
      let cost = evaluator.coldCost(of: text) {
        line.show("\(MeasureText.singleLines.text) \(percent($0, 0))")
      }
      report.coldBitsPerCharacter = cost.bits / Double(max(cost.characters, 1))
    }
    report.cloze = try items.map {
      try evaluator.fill($0) { line.show("\(MeasureText.filling.text) \(percent($0, 0))") }
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
    guard let cloze = options.cloze else { return nil }
    do {
      return try ClozeItem.items(in: TextFile(contentsOf: cloze).text)
    } catch let error as ClozeError {
      throw Failure("\(cloze): \(error.text)")
    }
  }

  /// The texts of all files with a line end between two of them.
  private func readText() throws -> String {
    let texts = try files.map { file in
      let file = try TextFile(contentsOf: file, encoding: options.encoding)
      for warning in file.warnings { Conversation.warn(warning) }
      return file.text
    }
    let text = texts.joined(separator: "\n")
    guard texts.contains(where: { !TextNormalizer.normalize($0).text.isEmpty }) else {
      throw Failure(ReadingMessage.nothingToMeasure(files: files))
    }
    return text
  }
}
