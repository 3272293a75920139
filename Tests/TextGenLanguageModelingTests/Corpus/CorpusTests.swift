import Testing
import TextGenLanguageModeling
import TextGenTokenization

struct CorpusTests {
  private let lines = (1...40).map { "linha \($0) da prosa\n" }.joined()

  @Test func `the last lines of each text are held out`() throws {
    let corpus = try Corpus(training: [lines, lines], validationFraction: 0.1)
    let held = corpus.tokenizer.decode(corpus.validation)
    let trained = corpus.tokenizer.decode(corpus.training)
    #expect(held == String(held.prefix(held.count / 2)) + String(held.prefix(held.count / 2)))
    #expect(held.hasPrefix("linha 37") && held.hasSuffix("linha 40 da prosa\n"))
    #expect(trained.count + held.count == 2 * lines.count)
    #expect(corpus.statistics.training.characters == trained.count)
    #expect(corpus.statistics.validation.characters == held.count)
  }

  @Test func `texts are joined by one line end`() throws {
    let corpus = try Corpus(
      training: ["um", "dois\n", "", "três"], tokenizer: .learned(.character, minimumCount: 1))
    #expect(corpus.tokenizer.decode(corpus.training) == "um\ndois\ntrês")
    #expect(corpus.statistics.training.characters == 12)
    #expect(corpus.statistics.training.tokens == corpus.training.count)
  }

  @Test func `the vocabulary comes from the training part alone`() throws {
    let corpus = try Corpus(
      training: ["aaa bbb\n"], validation: ["zaz\n"],
      tokenizer: .learned(.character, minimumCount: 1))
    #expect(corpus.tokenizer.vocabulary.id(of: "z") == nil)
    #expect(corpus.statistics.validation.unknownTokens == 2)
    #expect(abs(corpus.statistics.validation.unknownSpellingBits - 2 * 20.0874628) < 1e-6)
  }

  @Test func `a given tokenizer is kept`() throws {
    let first = try Corpus(training: [lines])
    let second = try Corpus(training: ["linha nova"], tokenizer: .given(first.tokenizer))
    #expect(second.tokenizer.vocabulary == first.tokenizer.vocabulary)
    #expect(second.statistics.vocabularySize == first.tokenizer.vocabulary.count)
  }

  @Test(arguments: [[""], [" \n\t \r\n"], ["\u{FEFF}"], ["", "  "]])
  func `a corpus without text is refused as empty`(texts: [String]) {
    #expect { try Corpus(training: texts) } throws: {
      "\($0)".hasPrefix("the corpus is empty: text 1")
    }
  }

  @Test func `a corpus of one character is refused with the number needed`() {
    #expect(throws: CorpusError.tooSmall(characters: 1, needed: 2)) {
      try Corpus(training: ["a"])
    }
  }

  @Test func `nothing left to hold out is said`() {
    #expect(throws: CorpusError.tooSmallForValidation(characters: 4, fraction: 0.1)) {
      try Corpus(training: ["abcd"], validationFraction: 0.1)
    }
    #expect(throws: CorpusError.validationTooSmall(characters: 1, needed: 2)) {
      try Corpus(training: ["abcd"], validation: ["a"])
    }
  }

  @Test func `a text of one line is divided before a space`() throws {
    let corpus = try Corpus(
      training: [String(repeating: "palavra ", count: 100)], validationFraction: 0.1)
    let held = corpus.tokenizer.decode(corpus.validation)
    #expect(held == String(repeating: " palavra", count: 10) + " ")
  }

  @Test func `decomposed accents and CRLF make the same corpus`() throws {
    let composed = try Corpus(training: ["ação\nà água\n"])
    let other = try Corpus(training: ["\u{FEFF}ac\u{327}a\u{303}o\r\na\u{300} a\u{301}gua\r\n"])
    #expect(composed.fingerprint == other.fingerprint)
    #expect(composed.tokenizer.vocabulary == other.tokenizer.vocabulary)
    #expect(other.statistics.normalization.lineEnds == 2)
    #expect(other.statistics.normalization.byteOrderMarks == 1)
    #expect(other.statistics.normalization.composedSequences == 4)
  }

  @Test func `a change of one token changes the fingerprint`() throws {
    let tokenizer = try Corpus(training: [lines]).tokenizer
    let first = try Corpus(training: ["linha 1"], tokenizer: .given(tokenizer))
    let second = try Corpus(training: ["linha 2"], tokenizer: .given(tokenizer))
    #expect(first.fingerprint != second.fingerprint)
  }
}
