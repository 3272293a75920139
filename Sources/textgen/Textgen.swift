import ArgumentParser

/// The program: options in, text and tables out.
@main
struct Textgen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textgen",
    abstract: "Portuguese text generation and next-word prediction with recurrent networks.",
    subcommands: [BenchmarkCommand.self])
}
