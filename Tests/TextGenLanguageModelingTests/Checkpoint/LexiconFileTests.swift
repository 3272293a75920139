import Testing
import TextGenLanguageModeling
import TextGenSafeTensors
import TextGenTokenization
import TextGenWords

/// The words that a model knows, in its file and in a corpus.
struct LexiconFileTests {
  private static let lexicon = Lexicon(["chuva", "gato", "Lisboa", "você"])

  private func file(_ lexicon: Lexicon?) throws -> ModelFile {
    let first = try ModelFile(contentsOf: StoredCheckpoint(version: 1).path())
    return ModelFile(
      configuration: first.configuration, parameters: first.parameters, lexicon: lexicon,
      tokenizer: first.tokenizer, information: first.information)
  }

  @Test func `a file keeps its lexicon, quantized or not`() throws {
    let file = try file(Self.lexicon)
    for file in [file, file.quantized(), file.quantized().quantized()] {
      try withTemporaryFile { path in
        try file.write(toFile: path)
        let read = try ModelFile(contentsOf: path)
        #expect(read.lexicon == Self.lexicon)
        #expect(try ModelFile.lexicon(contentsOf: path) == Self.lexicon)
        #expect(read.quantized().lexicon == Self.lexicon)
        #expect(
          try SafeTensorsFile(path: path).metadata["format_version"].map { Int($0) ?? 9 } ?? 9 < 3)
      }
    }
  }

  @Test func `a file without one is as it was`() throws {
    for version in [1, 2] {
      #expect(try ModelFile(contentsOf: StoredCheckpoint(version: version).path()).lexicon == nil)
    }
    try withTemporaryFile { path in
      try file(nil).write(toFile: path)
      #expect(try SafeTensorsFile(path: path)["lexicon"] == nil)
      #expect(try ModelFile.lexicon(contentsOf: path) == nil)
    }
  }

  @Test func `a lexicon of other bytes or of another type is refused with a sentence`() throws {
    try withTemporaryFile { path in
      try file(Self.lexicon).write(toFile: path)
      let whole = try SafeTensorsFile(path: path)
      var metadata = whole.metadata
      metadata["textgen.checksum"] = nil
      func write(_ add: (inout SafeTensorsWriter) -> Void) throws {
        var writer = SafeTensorsWriter(metadata: metadata)
        for tensor in whole.tensors where tensor.name != "lexicon" {
          writer.add(tensor.name, shape: tensor.shape, try whole.floats(named: tensor.name))
        }
        add(&writer)
        try writer.write(to: path)
      }
      func sentence() -> String {
        do {
          _ = try ModelFile(contentsOf: path)
          return ""
        } catch {
          return "\(error)"
        }
      }
      try write { $0.add("lexicon", shape: [3], [1, 2, 3] as [UInt8]) }
      #expect(
        sentence() == path + ": its lexicon cannot be used: its 3 bytes do not begin as those of a "
          + "lexicon do; the file was altered")
      try write { $0.add("lexicon", shape: [3], [1, 2, 3] as [Float]) }
      #expect(sentence().contains("tensor \"lexicon\" holds F32, expected U8"))
      try write { $0.add("lexicon", shape: [0], [] as [UInt8]) }
      #expect(sentence().contains("its lexicon cannot be used"))
      try write { _ in }
      #expect(sentence() == "")
    }
  }

  @Test(arguments: [TokenUnit.character, .subword])
  func `a corpus has the words of its training part, tokens or not`(unit: TokenUnit) throws {
    let corpus = try Corpus(
      training: ["O gato e o Жук dormem.\n", "Chove em Lisboa; o gato ri"],
      validation: ["O rato roeu.\n"], tokenizer: .learned(unit, minimumCount: 3))
    #expect(unit == .subword || corpus.statistics.training.unknownTokens > 0)
    let words = try #require(corpus.lexicon)
    #expect(
      Array(words.words()) == ["Chove", "Lisboa", "dormem", "e", "em", "gato", "o", "ri", "Жук"])
  }

  @Test func `where a token is a word there is no lexicon`() throws {
    let corpus = try Corpus(training: ["O gato dorme. O gato ri.\n"], tokenizer: .learned(.word))
    #expect(corpus.lexicon == nil)
  }
}
