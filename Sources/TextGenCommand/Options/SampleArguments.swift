import ArgumentParser
import TextGenProsody

/// How many texts a model writes to be measured, how, and what they are compared with.
struct SampleArguments: ParsableArguments {
  @Option(EvaluateText.samples, .count, transform: wholeNumber(in: 0...1000))
  var samples = 0
  @Option(EvaluateText.training, .path, completion: .file(), transform: anyText)
  var training: [String] = []
  @Option(EvaluateText.length, .count, transform: wholeNumber(in: 1...1_000_000))
  var length: Int?
  @Option(
    EvaluateText.form, .name, completion: .list(Form.all.map(\.name)), transform: anyText)
  var form: String?
  @OptionGroup
  var drawing: DrawingOptions
  @Option(EvaluateText.seed, .seed, transform: seedNumber)
  var seed: UInt64?

  mutating func validate() throws {
    guard samples == 0 else { return try validatePoems() }
    let given =
      [
        ("--training", !training.isEmpty), ("--length", length != nil), ("--form", form != nil),
        ("--seed", seed != nil),
      ] + drawing.given
    for (name, isGiven) in given where isGiven {
      throw ValidationError(UsageMessage.noSamples(name))
    }
  }

  /// Refuses a form that is none, and what has no meaning for poems.
  private func validatePoems() throws {
    guard let form else { return }
    _ = try namedForm(form)
    if length != nil { throw ValidationError(PoemUsageMessage.sampleLength) }
    try drawing.checkForPoems()
  }
}
