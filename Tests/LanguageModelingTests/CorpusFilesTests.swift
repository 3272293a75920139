import Foundation
import LanguageModeling
import Testing
import Tokenization

struct CorpusFilesTests {
  /// Runs `body` with the path of a new folder that holds `files`.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
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

  private let all = CorpusOptions(validation: .fraction(0))

  @Test func `a folder is read in the order of names, text files only`() throws {
    let files = [
      "b.txt": "dois\n", "a.txt": "um", "c/x.txt": "três", "d.md": "não", ".e.txt": "não",
    ]
    try withFolder(files) { folder in
      let corpus = try Corpus(
        contentsOf: [folder], options: all, tokenizer: .learned(.character, minimumCount: 1))
      #expect(corpus.tokenizer.decode(corpus.training) == "um\ndois\ntrês")
      #expect(corpus.statistics.files == 3)
      #expect(corpus.statistics.bytes == 2 + 5 + 5)
    }
  }

  @Test func `a folder without text files is refused`() throws {
    try withFolder(["a.md": "x"]) { folder in
      #expect(throws: CorpusError.noTextFiles(folder: folder)) { try Corpus(contentsOf: [folder]) }
    }
  }

  @Test func `each file gives its own last lines for validation`() throws {
    let lines = (1...20).map { "linha \($0)\n" }.joined()
    try withFolder(["a.txt": lines, "b.txt": lines]) { folder in
      let corpus = try Corpus(contentsOf: [folder])
      #expect(corpus.tokenizer.decode(corpus.validation) == "linha 20\nlinha 20\n")
    }
  }

  @Test func `files of their own can be held out`() throws {
    try withFolder(["a.txt": "casa rua casa rua\n", "v/b.txt": "rua casa\n"]) { folder in
      let (a, b) = (folder + "/a.txt", folder + "/v")
      let corpus = try Corpus(contentsOf: [a], options: CorpusOptions(validation: .files([b])))
      #expect(corpus.tokenizer.decode(corpus.training) == "casa rua casa rua\n")
      #expect(corpus.tokenizer.decode(corpus.validation) == "rua casa\n")
      let both = try Corpus(contentsOf: [a], options: CorpusOptions(validation: .files([a])))
      #expect(both.statistics.warnings.count == 1)
    }
  }

  @Test func `errors and warnings of files come through`() throws {
    try withFolder(["a.txt": "naÃ§Ã£o naÃ§Ã£o coraÃ§Ã£o\n"]) { folder in
      let file = folder + "/a.txt"
      let damaged = try Corpus(contentsOf: [file], options: all)
      #expect(damaged.statistics.warnings.first?.contains("utf-8-via-windows-1252") == true)
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
    try withFolder(["a.txt": text]) { folder in
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
