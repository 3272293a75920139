import ArgumentParser

/// A command that takes a text on its command line, which is one argument only in quotes.
protocol TextTaking: ParsableCommand {}

/// Turns an error into one line on standard error and an exit status.
enum ErrorReporting {
  /// Says what `error` says and returns the exit status: 64 for wrong usage, 1 for failed work.
  ///
  /// A request for help or the version is answered on standard output; a reader that has gone is no
  /// failure.
  static func status(reporting error: any Error) -> Int32 {
    if let output = error as? OutputError, output == .closed { return ExitCode.success.rawValue }
    if let exit = error as? ExitCode { return exit.rawValue }
    let status = Textgen.exitCode(for: error)
    if status.isSuccess { return print(Textgen.fullMessage(for: error, columns: 100)) }
    let message = (error as? any Advised)?.sentence ?? Textgen.message(for: error)
    Conversation.fail(status == .validationFailure ? usage(message) : message)
    return status.rawValue
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

  private static func usage(_ message: String) -> String {
    let sentence = message.hasSuffix(".") ? String(message.dropLast()) : message
    let first = sentence.prefix(1).lowercased() + sentence.dropFirst()
    let name = command?.configuration.commandName.map { $0 + " " } ?? ""
    return first + advice(on: first) + "; see `textgen \(name)--help`"
  }

  /// What helps where a text fell apart into words that nobody expected.
  private static func advice(on sentence: String) -> String {
    guard command is any TextTaking.Type, sentence.contains("unexpected argument") else {
      return ""
    }
    return "; a text of several words wants quotes, such as \"Os alunos tiraram\""
  }
}
