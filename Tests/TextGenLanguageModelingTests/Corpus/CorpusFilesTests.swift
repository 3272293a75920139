import Foundation
import Testing
import TextGenLanguageModeling
import TextGenTokenization

struct CorpusFilesTests {
  private let all = CorpusOptions(validation: .fraction(0))

  @Test func `a folder is read in the order of names, text files only`() throws {
    let files = [
      "b.txt": "dois\n", "a.txt": "um", "c/X.TXT": "três", "d.rst": "não", ".e.txt": "não",
    ]
    try withTemporaryFolder(files) { folder in
      let corpus = try Corpus(
        contentsOf: [folder], options: all, tokenizer: .learned(.character, minimumCount: 1))
      #expect(corpus.tokenizer.decode(corpus.training) == "um\ndois\ntrês")
      #expect(corpus.statistics.files == 3)
      #expect(corpus.statistics.bytes == 2 + 5 + 5)
    }
  }

  @Test func `a folder of Markdown is read, but for what speaks of the texts`() throws {
    try withTemporaryFolder(["a.md": "um\n", "b.txt": "dois\n", "README.md": "não"]) { folder in
      let corpus = try Corpus(
        contentsOf: [folder], options: all, tokenizer: .learned(.character, minimumCount: 1))
      #expect(corpus.tokenizer.decode(corpus.training) == "um\ndois\n")
    }
  }

  @Test func `a folder without text files is refused`() throws {
    try withTemporaryFolder(["a.rst": "x", "README.md": "x"]) { folder in
      #expect(throws: CorpusError.noTextFiles(folder: folder)) { try Corpus(contentsOf: [folder]) }
    }
  }

  @Test func `each file gives its own last lines for validation`() throws {
    let lines = (1...20).map { "linha \($0)\n" }.joined()
    try withTemporaryFolder(["a.txt": lines, "b.txt": lines]) { folder in
      let corpus = try Corpus(contentsOf: [folder])
      #expect(corpus.tokenizer.decode(corpus.validation) == "linha 20\nlinha 20\n")
    }
  }

  @Test func `files of their own can be held out`() throws {
    try withTemporaryFolder(["a.txt": "casa rua casa rua\n", "v/b.txt": "rua casa\n"]) { folder in
      let (a, b) = (folder + "/a.txt", folder + "/v")
      let corpus = try Corpus(contentsOf: [a], options: CorpusOptions(validation: .files([b])))
      #expect(corpus.tokenizer.decode(corpus.training) == "casa rua casa rua\n")
      #expect(corpus.tokenizer.decode(corpus.validation) == "rua casa\n")
      let both = try Corpus(contentsOf: [a], options: CorpusOptions(validation: .files([a])))
      #expect(both.statistics.warnings.count == 1)
    }
  }

  /// The names by which `text.txt` in `folder` can be had once more.
  private func otherNames(in folder: String) throws -> [String] {
    let (text, files) = (folder + "/text.txt", FileManager.default)
    try files.createSymbolicLink(atPath: folder + "/link.txt", withDestinationPath: "text.txt")
    try files.linkItem(atPath: text, toPath: folder + "/hard.txt")
    try files.copyItem(atPath: text, toPath: folder + "/copy.txt")
    return ["/./text.txt", "/link.txt", "/hard.txt", "/copy.txt"].map { folder + $0 }
  }

  @Test func `the training text is recognised as validation text under any name`() throws {
    try withTemporaryFolder(["text.txt": "casa rua casa rua\n", "b/other.txt": "rua\n"]) { folder in
      let text = folder + "/text.txt"
      for name in try otherNames(in: folder) {
        for training in [text, folder] {
          let corpus = try Corpus(
            contentsOf: [training], options: CorpusOptions(validation: .files([name])))
          let warning = try #require(corpus.statistics.warnings.first)
          switch warning {
          case .inBothParts(name), .heldOutCopy(name, _): break
          default: Issue.record("\(warning)")
          }
        }
      }
      let other = CorpusOptions(validation: .files([folder + "/b"]))
      #expect(try Corpus(contentsOf: [text], options: other).statistics.warnings.isEmpty)
    }
  }

  @Test func `a text that is given twice is recognised under any name`() throws {
    try withTemporaryFolder(["text.txt": "casa rua casa rua\n"]) { folder in
      let text = folder + "/text.txt"
      for name in try otherNames(in: folder) {
        let corpus = try Corpus(contentsOf: [text, name], options: all)
        #expect(
          corpus.statistics.warnings == [.sameText(text, name)])
      }
      let twice = try Corpus(contentsOf: [text, text], options: all)
      #expect(
        twice.statistics.warnings == [.givenTwice(text)])
      let many = try Corpus(contentsOf: [folder, folder], options: all)
      #expect(many.statistics.warnings.count == 3)
      #expect(many.statistics.warnings.last == .moreGivenTwice(5))
    }
  }

  @Test func `errors and warnings of files come through`() throws {
    try withTemporaryFolder(["a.txt": "naÃ§Ã£o naÃ§Ã£o coraÃ§Ã£o\n"]) { folder in
      let file = folder + "/a.txt"
      let damaged = try Corpus(contentsOf: [file], options: all)
      guard case .file(.doublyEncoded(file, "windows-1252", _)) = damaged.statistics.warnings.first
      else {
        Issue.record("\(damaged.statistics.warnings)")
        return
      }
      let options = CorpusOptions(encoding: "utf-8-via-windows-1252", validation: .fraction(0))
      let repaired = try Corpus(
        contentsOf: [file], options: options, tokenizer: .learned(.character, minimumCount: 1))
      #expect(repaired.tokenizer.decode(repaired.training) == "nação nação coração\n")
      #expect(throws: CorpusError.file(.missing(file: file + "x"))) {
        try Corpus(contentsOf: [file + "x"])
      }
    }
  }

  @Test(arguments: TokenUnit.allCases)
  func `a corpus of many pieces is the text, normalised`(unit: TokenUnit) throws {
    // Twice the size of a piece, without a line end.
    let text = String(repeating: "uma linha sem fim, com ac\u{327}a\u{303}o ", count: 5_000)
    try withTemporaryFolder(["a.txt": text]) { folder in
      let corpus = try Corpus(
        contentsOf: [folder], options: all, tokenizer: .learned(unit, minimumCount: 1))
      let normalized = TextNormalizer.normalize(text).text
      #expect(corpus.tokenizer.decode(corpus.training) == normalized)
      #expect(corpus.statistics.training.characters == normalized.unicodeScalars.count)
      #expect(corpus.statistics.normalization.composedSequences == 10_000)
      #expect(Array(corpus.training) == corpus.tokenizer.encode(text))
    }
  }
}

/// Runs `body` with the path of a new folder that holds `files`.
func withTemporaryFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  try body(folder.path)
}
