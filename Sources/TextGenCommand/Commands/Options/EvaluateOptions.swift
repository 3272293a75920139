import ArgumentParser
import TextGenEvaluation

/// What `evaluate` measures.
struct EvaluateOptions: ParsableArguments {
  @Option(EvaluateText.words, .count, transform: wholeNumber(in: 0...1_000_000_000))
  var words = EvaluationOptions().wordLimit
  @Flag(EvaluateText.cold)
  var cold = false
  @Option(EvaluateText.cloze, .file, completion: .file(), transform: filledText)
  var cloze: String?
  @Option(EvaluateText.encoding, .encoding, transform: anyText)
  var encoding: String?
  @Flag(EvaluateText.json)
  var json = false
}
