import ArgumentParser
import TextGenCompute

/// The program: options in, text and tables out.
@main
struct Textgen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textgen",
    abstract: "Portuguese text generation and next-word prediction with recurrent networks.",
    discussion: """
      textgen train corpus.txt                  learn from a text
      textgen complete "Os alunos tiraram..."   the next word, with probabilities
      textgen sample --temperature 0.8          new text
      textgen evaluate other.txt                how well the model knows other text
      textgen models                            the models that have names
      """,
    version: "textgen 0.1.0",
    subcommands: [
      TrainCommand.self, CompleteCommand.self, SampleCommand.self, EvaluateCommand.self,
      CompareCommand.self, InspectCommand.self, ScanCommand.self, ModelsCommand.self,
      QuantizeCommand.self, ProbabilitiesCommand.self,
      BenchmarkCommand.self,
    ])

  static func main() {
    SystemHeap.returnLargeBlocks()
    StandardStream.occupyClosed()
    SignalStops.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withError: ExitCode(ErrorReporting.status(reporting: error)))
    }
  }
}
