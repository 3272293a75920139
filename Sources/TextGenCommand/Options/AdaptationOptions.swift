import ArgumentParser
import TextGenAdaptation

/// Whether the model learns from the text that it reads, until the command ends.
struct AdaptationOptions: ParsableArguments {
  @Flag(ModelText.adapt)
  var adapt = false
  @Option(ModelText.adaptBy)
  var adaptBy: AdaptiveModel.Method?

  /// What learns; nil where nothing does.
  var method: AdaptiveModel.Method? { adaptBy ?? (adapt ? .both : nil) }
}
