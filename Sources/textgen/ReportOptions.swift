import ArgumentParser
import Figures

/// A page about what a command found, and its language.
struct ReportOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden, completion: .file(), transform: filledText)
  var report: String?
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var language = Language.portuguese

  /// Writes the page that `makePage` gives where one is asked for, or to `path`, and says where it lies.
  ///
  /// - Throws: `Failure` where it cannot be written.
  func write(to path: String? = nil, _ makePage: (Language) -> Report) throws {
    guard let path = report ?? path else { return }
    try writeFile(makePage(language).html, to: path)
    Conversation.say("report: " + Conversation.escaped(path))
  }
}
