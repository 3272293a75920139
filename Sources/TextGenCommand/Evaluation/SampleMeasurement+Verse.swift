import TextGen
import TextGenEvaluation
import TextGenGeneration
import TextGenLanguageModeling
import TextGenPoetry
import TextGenProsody
import TextGenTokenization

extension SampleMeasurement {
  /// Lets `model` write poems of `form` and measures them beside those of the form in `text`.
  func measurePoems(
    of form: Form, _ model: some AutoregressiveModel, _ loaded: TextModel, beside text: String,
    progress: (String) -> Void
  ) throws -> Result {
    var options = PoemOptions(try PoemRequest(form: form).outline())
    options.temperature = arguments.drawing.sampling.temperature
    let seed = arguments.seed ?? 0
    let writer = PoemWriter(
      model: model, tokenizer: loaded.tokenizer, lexicon: try loaded.neededWordsForPoems(),
      options: options)
    var written: [ScannedPoem] = []
    var steps = 0
    for index in 0..<arguments.samples {
      progress(VerseMeasureText.writing(index + 1, of: arguments.samples).text)
      do {
        let poem = try writer.poem(index: index, seed: seed)
        written.append(poem.poem)
        steps += poem.steps
      } catch {
        steps += error.steps
      }
    }
    progress(MeasureText.comparing.text)
    let known = form.poems(
      in: text, lengths: options.outline.stanzaLengths, strictness: options.strictness)
    let real = spread(known, over: max(written.count, 1))
    var verse = VerseReport(
      form: form.name, failed: arguments.samples - written.count,
      steps: Double(steps) / Double(max(arguments.samples, 1)), written: measures(written, form),
      real: measures(real, form),
      bits: VerseReport.Bits(
        written: bits(written.map(\.poem.text), model, loaded.tokenizer),
        real: bits(real.map(\.poem.text), model, loaded.tokenizer),
        free: bits(
          try freeTexts(model, loaded.tokenizer, lines: options.outline.lines.count, seed), model,
          loaded.tokenizer)))
    if let training {
      let lines = [written, real].map { $0.flatMap(\.poem.lines) }
      let copies = training.copiedLines(in: lines)
      verse.copiedLines = VerseReport.Copies(written: copies[0], real: copies[1])
      let runs = training.linesWithRuns(of: 6, in: lines)
      verse.copiedRuns = VerseReport.Copies(written: runs[0], real: runs[1])
    }
    if !written.isEmpty, !real.isEmpty {
      verse.variety = VerseReport.Varieties(written: written, real: real)
    }
    let passages = [written, real].map { Passages($0.map(\.poem.text)) }
    var report = SampleReport(
      count: arguments.samples, length: passages[0].characterCount / max(written.count, 1),
      options: arguments.drawing.sampling, seed: seed, written: WritingMeasures(passages[0]),
      real: WritingMeasures(passages[1]))
    report.verse = verse
    return result(report, passages[0], passages[1])
  }

  /// At most `count` of `poems`, evenly spread.
  private func spread(_ poems: [ScannedPoem], over count: Int) -> [ScannedPoem] {
    guard poems.count > count else { return poems }
    return (0..<count).map { poems[$0 * poems.count / count] }
  }

  private func measures(_ poems: [ScannedPoem], _ form: Form) -> FormMeasures {
    var measures = FormMeasures()
    for poem in poems { measures.add(poem, form) }
    return measures
  }

  /// What the model writes without a form, as many lines a text.
  private func freeTexts(
    _ model: some AutoregressiveModel, _ tokenizer: any Tokenizer, lines: Int, _ seed: UInt64
  ) throws -> [String] {
    var options = arguments.drawing.sampling
    if options.temperature == 0 { options.temperature = 1 }
    let generator = try TextGenerator(
      model: model, tokenizer: tokenizer, options: options,
      conditions: StopConditions(characters: 1000 * lines, lines: lines, tokens: 1000 * lines))
    return write(with: generator, length: 1000 * lines, seed: seed) { _ in }
  }

  /// The bits for each character of `texts`, each after a line break; nil without one.
  private func bits(
    _ texts: [String], _ model: some AutoregressiveModel, _ tokenizer: any Tokenizer
  ) -> Double? {
    let characters = texts.reduce(0) { $0 + $1.unicodeScalars.count }
    guard characters > 0 else { return nil }
    var nats = 0.0
    for text in texts {
      var state = model.makeState()
      model.feed([tokenizer.lineBreak], to: &state)
      let tokens = tokenizer.nearestEncoding(of: text).tokens
      nats -= model.score(tokens, state: &state).reduce(0) { $0 + Double($1) }
    }
    return nats / Double(characters) * Self.bitsInNat
  }

  private static let bitsInNat = 1.442_695_040_888_963_4
}
