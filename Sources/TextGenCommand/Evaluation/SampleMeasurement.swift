import TextGenEvaluation
import TextGenGeneration
import TextGenLanguageModeling
import TextGenTokenization

/// Lets a model write and measures that beside a real text.
struct SampleMeasurement {
  let arguments: SampleArguments
  let training: TrainingText?

  /// What is known after the measurement.
  struct Result {
    /// The figures.
    let report: SampleReport
    /// Why no dictionary was asked; nil where one was.
    let dictionaryAbsence: String?
  }

  /// A measurement as `arguments` ask for; reads the training text, encoded as `encoding`.
  ///
  /// - Throws: `CorpusError` where the training text cannot be read.
  init(_ arguments: SampleArguments, encoding: String?) throws {
    self.arguments = arguments
    guard !arguments.training.isEmpty else {
      training = nil
      return
    }
    let text = try CorpusText(contentsOf: arguments.training, encoding: encoding)
    for warning in text.warnings { Conversation.warn(warning) }
    training = TrainingText(text.scalars)
  }

  /// The measures of samples of `model` and of equally long pieces of `text`; `progress` is told
  /// what is being done.
  func measure(
    _ model: some AutoregressiveModel, _ tokenizer: any Tokenizer, beside text: String,
    progress: (String) -> Void
  ) throws -> Result {
    let length = arguments.length ?? 500
    let options = arguments.drawing.sampling
    let seed = arguments.seed ?? 0
    let generator = try TextGenerator(
      model: model, tokenizer: tokenizer, options: options,
      conditions: StopConditions(characters: length, tokens: max(1_000_000, 4 * length)))
    let written = Passages(write(with: generator, length: length, seed: seed, progress: progress))
    let real = Passages(piecesOf: text, asLongAs: written)
    progress(MeasureText.comparing.text)
    return result(
      SampleReport(
        count: arguments.samples, length: length, options: options, seed: seed,
        written: WritingMeasures(written), real: WritingMeasures(real)), written, real)
  }

  /// `report` with what the training text and dictionaries tell of `written` and `real`.
  func result(
    _ report: SampleReport, _ written: Passages, _ real: Passages
  ) -> Result {
    var report = report
    if let training {
      let comparisons = training.comparisons(with: [written, real])
      report.written.add(comparisons[0])
      report.real.add(comparisons[1])
    }
    let spellings = [written.spellings, real.spellings]
    let dictionaries = SpellingDictionaries(asking: Set(spellings.flatMap(\.keys)))
    if dictionaries.absence == nil {
      report.written.add(spellings: spellings[0], rejected: dictionaries.rejected)
      report.real.add(spellings: spellings[1], rejected: dictionaries.rejected)
    }
    report.dictionaries = dictionaries.names
    return Result(report: report, dictionaryAbsence: dictionaries.absence)
  }

  /// The texts, written side by side; each begins on a new line.
  func write(
    with generator: TextGenerator<some AutoregressiveModel>, length: Int, seed: UInt64,
    progress: (String) -> Void
  ) -> [String] {
    var texts = [String](repeating: "", count: arguments.samples)
    var count = 0
    let total = Double(length) * Double(arguments.samples)
    for chunk in generator.texts(after: "", count: arguments.samples, seed: seed) {
      texts[chunk.index] += chunk.text
      count += chunk.text.count
      progress("\(MeasureText.writing.text) \(percent(Double(count) / total, 0))")
    }
    return texts
  }
}
