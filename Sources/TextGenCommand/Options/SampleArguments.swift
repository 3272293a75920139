import ArgumentParser

/// How many texts a model writes to be measured, how, and what they are compared with.
struct SampleArguments: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 0...1000))
  var samples = 0
  @Option(parsing: .unconditionalSingleValue, help: .hidden, completion: .file())
  var training: [String] = []
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1_000_000))
  var length: Int?
  @OptionGroup(visibility: .hidden)
  var drawing: DrawingOptions
  @Option(parsing: .unconditional, help: .hidden, transform: seedNumber)
  var seed: UInt64?

  mutating func validate() throws {
    guard samples == 0 else { return }
    let given =
      [
        ("--training", !training.isEmpty), ("--length", length != nil), ("--seed", seed != nil),
      ] + drawing.given
    for (name, isGiven) in given where isGiven {
      throw ValidationError("\(name) is for samples, of which there are 0; add --samples 100")
    }
  }
}
