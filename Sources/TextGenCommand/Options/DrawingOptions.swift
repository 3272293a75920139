import ArgumentParser
import TextGenGeneration

/// How tokens are drawn when a model writes; what is left open is as `SamplingOptions` has it.
struct DrawingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 0 (greedy) up") { $0 >= 0 })
  var temperature: Double?
  @Option(
    parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 0...Int.max))
  var topK: Int?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 0 to 1") { (0...1).contains($0) })
  var topP: Double?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 0 to 1") { (0...1).contains($0) })
  var minP: Double?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 1e-30 to 1e30 (1 is off)") { (1e-30...1e30).contains($0) })
  var repetitionPenalty: Double?

  /// The options of the sampler.
  var sampling: SamplingOptions {
    var options = SamplingOptions()
    if let temperature { options.temperature = temperature }
    if let topK { options.topK = topK }
    if let topP { options.topP = topP }
    if let minP { options.minP = minP }
    if let repetitionPenalty { options.repetitionPenalty = repetitionPenalty }
    return options
  }

  /// The name of each option, and whether it is given.
  var given: [(name: String, isGiven: Bool)] {
    [
      ("--temperature", temperature != nil), ("--top-k", topK != nil), ("--top-p", topP != nil),
      ("--min-p", minP != nil), ("--repetition-penalty", repetitionPenalty != nil),
    ]
  }
}
