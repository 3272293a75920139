import ArgumentParser
import TextGenAdaptation

/// Whether the model learns from the text that it reads, until the command ends.
struct AdaptationOptions: ParsableArguments {
  @Flag(help: .hidden)
  var adapt = false
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var adaptBy: AdaptiveModel.Method?

  /// What learns; nil where nothing does.
  var method: AdaptiveModel.Method? { adaptBy ?? (adapt ? .both : nil) }
}
