import Foundation
import Testing

/// What the program says is in tables, which the compiler checks: a language that lacks a case does not
/// compile. Here is checked that nothing is said past them.
struct MessageTableTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Sources/TextGenCommand").path

  /// The text of each source file, by its path.
  private func files() throws -> [(name: String, text: String)] {
    try FileManager.default.subpathsOfDirectory(atPath: Self.sources)
      .filter { $0.hasSuffix(".swift") }
      .map { ($0, try String(contentsOfFile: Self.sources + "/" + $0, encoding: .utf8)) }
  }

  @Test func `no table has a case for all others`() throws {
    let tables = try files().filter { file in
      ["Help/", "Language/", "Messages/", "Warnings/"].contains { file.name.hasPrefix($0) }
    }
    #expect(tables.count > 30)
    for table in tables {
      let lines = table.text.split(separator: "\n").map { $0.drop { $0 == " " } }
      #expect(!lines.contains { $0.hasPrefix("default:") }, "\(table.name)")
    }
  }

  @Test func `each table has both languages`() throws {
    var count = 0
    for file in try files() where file.text.contains(/(enum|extension) [\w.]+: [^{]*\bTranslated\b/)
    {
      count += 1
      #expect(file.text.contains("var english: String"), "\(file.name)")
      let other = file.name.replacing("+Advice", with: "+Portuguese")
      let portuguese = try files().first { $0.name == other }?.text ?? file.text
      #expect(portuguese.contains("var portuguese: String"), "\(file.name)")
    }
    #expect(count > 40)
  }

  /// Sentences in the places where something is said or refused.
  private static var said: Regex<(Substring, Substring)> {
    /(?:Failure|ValidationError|\.say|\.note|\.warn|\.fail)\(\s*"((?:[^"\\]|\\.)*)"/
  }

  @Test func `nothing is said that is in no table`() throws {
    for file in try files() {
      for match in file.text.matches(of: Self.said) {
        // Commands to copy begin with two spaces; what is interpolated comes from a table or from people.
        let sentence = String(match.1)
        let words = sentence.replacing(/\\\([^)]*\)/, with: "")
        #expect(
          sentence.hasPrefix("  ") || !words.contains(/[A-Za-z]{2,} +[A-Za-z]{2,}/),
          "\(file.name): \(sentence)")
      }
    }
  }
}
