import ArgumentParser

/// A failure that is known to the program itself: one sentence.
struct Failure: Error, CustomStringConvertible {
  /// What was found, what was expected and what to do.
  let description: String

  /// A failure that says `sentence`.
  init(_ sentence: String) { description = sentence }
}

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
    let message = Textgen.message(for: error)
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

  /// The command line that shows the options of the command in use.
  private static var help: String {
    let command = CommandLine.arguments.dropFirst().first
    let names = Textgen.configuration.subcommands.compactMap { $0.configuration.commandName }
    let isKnown = command.map(names.contains) ?? false
    return "textgen " + (isKnown ? "\(command ?? "") " : "") + "--help"
  }

  private static func usage(_ message: String) -> String {
    let sentence = message.hasSuffix(".") ? String(message.dropLast()) : message
    let first = sentence.prefix(1).lowercased() + sentence.dropFirst()
    return first + "; see `" + help + "`"
  }
}
