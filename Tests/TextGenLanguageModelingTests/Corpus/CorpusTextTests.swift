import Foundation
import Testing
import TextGenLanguageModeling

struct CorpusTextTests {
  /// Reads files of `texts`, by name, as the corpus of their folder.
  private func read(_ texts: [String: String], encoding: String? = nil) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "textgen-corpus-text-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in texts {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let text = try CorpusText(contentsOf: [folder.path], encoding: encoding)
    return String(String.UnicodeScalarView(text.scalars))
  }

  @Test func `texts follow each other in normal form, each on a line of its own`() throws {
    let text = try read(["1.txt": "\u{FEFF}e\u{301}\r\nb", "2.txt": "c\n", "3.txt": "d"])
    #expect(text.unicodeScalars.elementsEqual("é\nb\nc\nd".unicodeScalars))
  }

  @Test func `nothing but white space is refused`() {
    #expect(throws: CorpusError.self) { try read(["1.txt": " \n"]) }
  }
}
