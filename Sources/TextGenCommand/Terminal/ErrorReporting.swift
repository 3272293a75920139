import ArgumentParser
import TextGen

/// A command that takes a text on its command line, which is one argument only in quotes.
protocol TextTaking: ParsableCommand {}

/// Turns an error into one line on standard error and an exit status.
enum ErrorReporting {
  /// Columns of a help: those of the terminal, at most 100.
  private static var helpColumns: Int {
    max(60, min(100, StandardStream.output.columns ?? 100))
  }

  /// Says what `error` says and returns the exit status: 64 for wrong usage, 1 for failed work.
  ///
  /// A request for help or the version is answered on standard output; a reader that has gone is no
  /// failure.
  static func status(reporting error: any Error) -> Int32 {
    if let output = error as? OutputError, output == .closed { return ExitCode.success.rawValue }
    if let exit = error as? ExitCode { return exit.rawValue }
    let status = Textgen.exitCode(for: error)
    if status.isSuccess {
      let help = Textgen.fullMessage(for: error, columns: helpColumns)
      return print(HelpWords.translated(help, columns: helpColumns))
    }
    let message = (error as? any Advised)?.sentence ?? Textgen.message(for: error)
    Conversation.fail(status == .validationFailure ? usage(message) : message)
    return status.rawValue
  }

  /// What is said of an error that is no wrong usage.
  static func sentence(of error: any Error) -> String {
    (error as? any Advised)?.sentence ?? "\(error)"
  }

  private static func print(_ text: String) -> Int32 {
    do {
      try StandardStream.output.write(text.hasSuffix("\n") ? text : text + "\n")
      return ExitCode.success.rawValue
    } catch {
      return status(reporting: error)
    }
  }

  /// The command in use, where there is one of that name.
  private static var command: (any ParsableCommand.Type)? {
    guard let name = CommandLine.arguments.dropFirst().first else { return nil }
    return Textgen.configuration.subcommands.first { $0.configuration.commandName == name }
  }

  /// What is wrong with the usage, and where one reads how it is right.
  private static func usage(_ message: String) -> String {
    let sentence = ParserSentence.translated(message) ?? message
    let name = command?.configuration.commandName.map { $0 + " " } ?? ""
    let help = UsageAdvice.help("textgen \(name)--help").text
    let whole = ([sentence] + advice(on: message).map(\.text)).joined(separator: "; ")
    return whole + (whole.hasSuffix("?") ? " " : "; ") + help
  }

  /// What helps where a text fell apart into words that nobody expected, or a command is misspelt.
  private static func advice(on message: String) -> [UsageAdvice] {
    guard let (sentence, words) = ParserSentence.find(message),
      sentence == .unexpectedArgument || sentence == .unexpectedArguments
    else { return [] }
    if command is any TextTaking.Type { return [.quotes] }
    guard command == nil, let word = words.first, sentence == .unexpectedArgument else { return [] }
    let commands = Textgen.configuration.subcommands.map { $0.configuration }
      .filter(\.shouldDisplay).compactMap(\.commandName)
    let near = NearNames.of(String(word), among: commands)
    return near.isEmpty ? [] : [.nearNames(near)]
  }
}
