import ArgumentParser
import TextGen
import TextGenCompute
import TextGenLanguageModeling
import TextGenTokenization

/// `textgen version`: which program this is, and what decides its results beside it.
struct VersionCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: CommandAbstract.version.text)

  /// The version of the program.
  static let number = "0.2.0"

  /// The version of the program and the latest format of model files that it reads.
  static let line = "textgen \(number) (\(VersionText.format(CheckpointVersion.current).text))"

  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func run() throws {
    let commit = ProgramFolders.commit.map { VersionText.commit($0).text }
    let lines: [String?] = [
      Self.line, commit,
      VersionText.unicode(icu: ICUVersion.icu, unicode: ICUVersion.unicode).text,
      VersionText.instructions(InstructionSet.best).text,
    ]
    try StandardStream.output.writeLine(lines.compactMap { $0 }.joined(separator: "\n"))
  }
}

/// What is said about versions.
private enum VersionText: Translated {
  case format(Int)
  /// What the program was built from.
  case commit(String)
  /// The library that cuts text into characters and words.
  case unicode(icu: String, unicode: String)
  /// The best instructions that the processor has, with which products are computed.
  case instructions(InstructionSet)

  var english: String {
    switch self {
    case .format(let number): "model format \(number)"
    case .commit(let commit): "built from commit \(commit)"
    case .unicode(let icu, let unicode): "text is cut by ICU \(icu) (Unicode \(unicode))"
    case .instructions(let set): "this processor computes with \(set.rawValue)"
    }
  }

  var portuguese: String {
    switch self {
    case .format(let number): "formato de modelo \(number)"
    case .commit(let commit): "compilado do commit \(commit)"
    case .unicode(let icu, let unicode): "o texto é cortado pelo ICU \(icu) (Unicode \(unicode))"
    case .instructions(let set): "este processador calcula com \(set.rawValue)"
    }
  }
}
