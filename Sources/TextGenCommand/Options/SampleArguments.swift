import ArgumentParser

/// How many texts a model writes to be measured, how, and what they are compared with.
struct SampleArguments: ParsableArguments {
  @Option(EvaluateText.samples, .count, transform: wholeNumber(in: 0...1000))
  var samples = 0
  @Option(EvaluateText.training, .path, completion: .file(), transform: anyText)
  var training: [String] = []
  @Option(EvaluateText.length, .count, transform: wholeNumber(in: 1...1_000_000))
  var length: Int?
  @OptionGroup
  var drawing: DrawingOptions
  @Option(EvaluateText.seed, .seed, transform: seedNumber)
  var seed: UInt64?

  mutating func validate() throws {
    guard samples == 0 else { return }
    let given =
      [
        ("--training", !training.isEmpty), ("--length", length != nil), ("--seed", seed != nil),
      ] + drawing.given
    for (name, isGiven) in given where isGiven {
      throw ValidationError(UsageMessage.noSamples(name))
    }
  }
}
