import ArgumentParser
import TextGenFigures

/// A page about what a command found, and its language.
struct ReportOptions: ParsableArguments {
  @Option(RunText.report, .page, completion: .file(extensions: ["html"]), transform: filledText)
  var report: String?
  @Option(name: .customLong("language"), RunText.language, .language)
  var givenLanguage: Language?

  /// The language of the page: as it is given, else that of the program.
  var language: Language { givenLanguage ?? .ofProgram }

  func validate() throws {
    if let report, !report.lowercased().hasSuffix(".html") {
      throw ValidationError(UsageMessage.noPage(report))
    }
  }

  /// The file of the page; nil where none is asked for. To be called before the work.
  ///
  /// - Throws: `Failure` where the file must not be written, such as one of `inputs`.
  func file(keeping inputs: [String]) throws(Failure) -> OutputFile? {
    guard let report else { return nil }
    return try OutputFile(report, as: .page, option: "--report", keeping: inputs)
  }

  /// Writes `page` to `file`, and says where it is.
  ///
  /// - Throws: `Failure` where it cannot be written.
  static func write(_ page: Report, to file: OutputFile) throws(Failure) {
    try file.write(page.html)
    Conversation.say(Speech.report(path: file.path))
  }
}
