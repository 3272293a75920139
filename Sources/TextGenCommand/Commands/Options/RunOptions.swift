import ArgumentParser
import TextGen

/// Where the run of a training is, and how it begins and is saved.
struct RunOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, RunText.output, .folder, completion: .directory, transform: filledText)
  var output: String?
  @Option(RunText.from, .model, completion: .models, transform: filledText)
  var from: String?
  @Option(RunText.blend, .blend, completion: .models, transform: modelBlend)
  var blend: TrainingOptions.Blend?
  @Flag(RunText.resume)
  var resume = false
  @Flag(RunText.overwrite)
  var overwrite = false
  @Option(RunText.saveInterval, .seconds, transform: number(of: .saveInterval))
  var saveInterval: Double?
  @OptionGroup
  var report: ReportOptions
  @Flag(RunText.json)
  var json = false

  func validate() throws {
    if resume, overwrite { throw ValidationError(UsageMessage.resumeAndOverwrite) }
  }
}

/// A reader of a model and its share.
@Sendable private func modelBlend(_ text: String) throws -> TrainingOptions.Blend {
  guard let (model, share) = namedNumber(text),
    TrainingOptions.Option.blend.range?.contains(share) == true
  else {
    throw ValidationError(ExpectedValue.blend)
  }
  return TrainingOptions.Blend(model: model, share: share)
}
