import ArgumentParser
import FoundationEssentials

/// `textgen manual`: writes the pages of the manual; no help shows it, since installers call it.
///
/// The pages are dated by `$SOURCE_DATE_EPOCH`, in seconds since 1970, so that they can be made again byte
/// by byte.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: ManualText.abstract.text, shouldDisplay: false)

  @Argument(help: ArgumentHelp(ManualText.folder.text))
  var folder: String

  func run() throws {
    let pages = try ManualPage.all(of: .ofProgram())
    let folder = try OutputFolder.forManual(folder)
    for page in pages {
      try OutputFile(page.name + ".1", in: folder)
        .write(page.text(version: Self.version, date: Self.date))
    }
  }

  /// The name of the program and its number.
  private static var version: String {
    Textgen.configuration.version.split(separator: " ").prefix(2).joined(separator: " ")
  }

  private static var date: String {
    Environment["SOURCE_DATE_EPOCH"].flatMap { Int32($0) }.map {
      Date(timeIntervalSince1970: Double($0)).formatted(.iso8601.year().month().day())
    } ?? ""
  }
}
