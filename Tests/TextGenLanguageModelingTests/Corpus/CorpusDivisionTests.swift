import Testing
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

struct CorpusDivisionTests {
  private let paragraph = (1...400).map { "palavra\($0)" }.joined(separator: " ")
  private let lines = (1...200).map { "linha \($0) da prosa\n" }.joined()

  private func corpus(_ texts: [String], _ fraction: Double = 0.05) throws -> Corpus {
    try Corpus(
      training: texts, validationFraction: fraction,
      tokenizer: .learned(.character, minimumCount: 1))
  }

  private func held(_ corpus: Corpus) -> String { corpus.tokenizer.decode(corpus.validation) }

  /// The share of the characters that is held out.
  private func share(_ corpus: Corpus) -> Double {
    let (trained, held) = (corpus.statistics.training, corpus.statistics.validation)
    return Double(held.characters) / Double(trained.characters + held.characters)
  }

  /// Poems of four lines, no two alike.
  private func poems(_ count: Int) -> [String] {
    (0..<count).map { poem in
      (0..<4).map { "verso \($0) do poema \(poem) com \(poem * 7919 % 1000)\n" }.joined()
    }
  }

  @Test(arguments: [0.02, 0.05, 0.1, 0.3])
  func `a title before one long line is trained on with nearly all of it`(
    _ fraction: Double
  ) throws {
    let corpus = try corpus(["Título\n" + paragraph], fraction)
    #expect(abs(share(corpus) - fraction) < fraction / 10)
    #expect(held(corpus).hasPrefix(" palavra"))
    #expect(corpus.statistics.warnings.isEmpty)
  }

  @Test func `articles of one line each, too few to hold one out, give their ends`() throws {
    let corpus = try corpus((1...8).map { "Título \($0)\n\(paragraph)\n" })
    #expect(abs(share(corpus) - 0.05) < 0.005)
    #expect(corpus.statistics.heldOutTexts == nil)
  }

  @Test(arguments: [20, 60, 209])
  func `of many short texts a few are held out whole, not the last lines of each`(
    _ count: Int
  ) throws {
    let poems = poems(count)
    let corpus = try corpus(poems)
    let whole = poems.filter { held(corpus).contains($0) }
    #expect(whole.joined() == held(corpus))
    #expect(whole.count == corpus.statistics.heldOutTexts)
    #expect(abs(share(corpus) - 0.05) < 0.01)
    if count == 209 {
      let places = poems.indices.filter { whole.contains(poems[$0]) }
      #expect(try #require(places.first) < 70 && #require(places.last) > 140)
    }
  }

  @Test func `what is held out whole does not depend on the order of the texts`() throws {
    let poems = poems(100)
    let all = held(try corpus(poems))
    let reversed = held(try corpus(poems.reversed()))
    #expect(Set(all.split(separator: "\n")) == Set(reversed.split(separator: "\n")))
  }

  @Test func `a long text among many short ones gives its end`() throws {
    let corpus = try corpus(poems(100) + [lines + lines + lines])
    #expect(held(corpus).hasSuffix("linha 200 da prosa\n"))
    #expect(abs(share(corpus) - 0.05) < 0.01)
  }

  @Test func `where the line ends were sound they are kept, and earlier runs find theirs`() throws {
    let texts = [lines, lines + "fim\n", "Um título e sua linha.\ne outra.\n"]
    let new = try corpus(texts)
    #expect(held(new).contains("e outra.\n"))
    try withTemporaryFolder(["a.txt": lines, "b.txt": "Título\n" + paragraph]) { folder in
      let old = CorpusOptions(division: .nearestLines)
      let earlier = try Corpus(contentsOf: [folder], options: old)
      #expect(earlier.statistics.validation.characters > paragraph.count)
      #expect(earlier.statistics.warnings.first?.description.contains("when the run began") == true)
      let sound = try Corpus(contentsOf: [folder])
      #expect(abs(share(sound) - 0.05) < 0.005)
      let lines = try Corpus(contentsOf: [folder + "/a.txt"])
      let same = try Corpus(contentsOf: [folder + "/a.txt"], options: old)
      #expect(lines.fingerprint == same.fingerprint)
    }
  }

  @Test(arguments: ["😀", "👩‍👩‍👧 ", "文字", "á", "e\u{301}", "🇧🇷"])
  func `a line without a place to cut is cut between two characters`(_ character: String) throws {
    let text = String(repeating: character, count: 300)
    let corpus = try corpus([text])
    #expect(abs(share(corpus) - 0.05) < 0.02)
    let joined = corpus.tokenizer.decode(corpus.training) + held(corpus)
    #expect(joined == TextNormalizer.normalize(text).text)
    let first = try #require(held(corpus).first)
    #expect(TextNormalizer.normalize(character).text.contains(first))
  }

  @Test func `more than twice what was asked for is said`() throws {
    let corpus = try corpus(["Era uma vez.\nFim.\n"])
    let warning = try #require(corpus.statistics.warnings.first)
    #expect(warning.description.hasPrefix("27.8 % of the text is held out, not 5.0 %, "))
    #expect(warning.description.hasSuffix("name another one to measure on"))
  }

  @Test(arguments: UInt64(0)..<40)
  func `any text is held out in bounds, or the corpus says so`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      let scale = Int.random(in: 1...300, using: &generator)
      return String(
        (0..<scale).flatMap { _ in
          ["a", "palavra", " ", " ", "\n", "é", "😀", "\r\n", "\t"].randomElement(using: &generator)
            ?? ""
        })
    }
    let fraction = Double.random(in: 0.01...0.6, using: &generator)
    guard let corpus = try? corpus(texts, fraction) else { return }
    let isSound = share(corpus) <= 2 * fraction
    #expect(isSound != corpus.statistics.warnings.contains { "\($0)".contains("is held out, not") })
  }
}
