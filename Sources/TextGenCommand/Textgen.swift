import ArgumentParser
import TextGenCompute

/// The program: options in, text and tables out.
@main
struct Textgen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textgen", abstract: CommandAbstract.textgen.text,
    discussion: CommandDiscussion.textgen.text, version: VersionCommand.line,
    subcommands: [
      TrainCommand.self, CompleteCommand.self, SampleCommand.self, EvaluateCommand.self,
      CompareCommand.self, InspectCommand.self, ScanCommand.self, ModelsCommand.self,
      QuantizeCommand.self, ProbabilitiesCommand.self, BenchmarkCommand.self, VersionCommand.self,
      ManualCommand.self,
    ])

  /// The words of the command line; `-v` alone is short for `--version`. It is no flag of the parser's, which
  /// would find it in any text that begins with a dash.
  private static var words: [String] {
    let words = Array(CommandLine.arguments.dropFirst())
    return words == ["-v"] ? ["--version"] : words
  }

  static func main() {
    SystemHeap.returnLargeBlocks()
    StandardStream.occupyClosed()
    SignalStops.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot(words)
      if let command = command as? any Conversing, command.general.quiet { Conversation.beQuiet() }
      try command.run()
    } catch {
      exit(withError: ExitCode(ErrorReporting.status(reporting: error)))
    }
  }
}
