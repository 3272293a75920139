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
      TypeCommand.self, ServeCommand.self, LSPCommand.self, MemoryCommand.self,
      QuantizeCommand.self, ProbabilitiesCommand.self, BenchmarkCommand.self, VersionCommand.self,
      ManualCommand.self,
    ])

  /// The words of the command line; `-v` alone is short for `--version`. It is no flag of the parser's, which
  /// would find it in any text that begins with a dash.
  ///
  /// Where a command is misspelt, in `help tarin`, too, its name is all that is parsed: of what follows, the
  /// parser would name an option that it doesn't know, or show the first help.
  private static var words: [String] {
    let words = Array(CommandLine.arguments.dropFirst())
    if words == ["-v"] { return ["--version"] }
    let named = words.first == "help" ? Array(words.dropFirst()) : words
    guard let name = named.first, !name.hasPrefix("-") else { return words }
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    return commands.contains(name) ? words : [name]
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
