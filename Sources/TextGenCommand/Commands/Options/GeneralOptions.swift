import ArgumentParser

/// What every command can be asked for.
struct GeneralOptions: ParsableArguments {
  @Flag(name: .shortAndLong, ModelText.quiet)
  var quiet = false
}

/// A command that may be told to be quiet.
protocol Conversing: ParsableCommand {
  var general: GeneralOptions { get }
}
