import ArgumentParser
import TextGen

/// What `benchmark` measures, and for how long.
struct MeasurementOptions: ParsableArguments {
  @Option(BenchmarkText.only)
  var only: Activity?
  @Option(BenchmarkText.seconds, .seconds, transform: number(.aboveZero(upTo: 3600)))
  var seconds = 4.0
  @Option(BenchmarkText.corpus, .file, completion: .file(), transform: anyText)
  var corpus: String?
  @Option(BenchmarkText.against)
  var against: Peer?
  @Flag(BenchmarkText.json)
  var json = false

  func validate() throws {
    guard corpus != nil else { return }
    let others = [("--only", only != nil), ("--against", against != nil)]
    for (option, isGiven) in others where isGiven {
      throw ValidationError(UsageMessage.nothingToEncode(option))
    }
  }
}
