import Testing
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

/// A model of characters that has learned some sentences by heart, each with its weight.
struct Sentences {
  let tokenizer: TableTokenizer
  let model: StubModel
  let sentences: [String: Double]

  init(_ sentences: [String: Double]) {
    self.sentences = sentences
    let list = WordList(sentences, end: "\n")
    (tokenizer, model) = (list.tokenizer, list.model)
  }

  /// The weights of the words at `place` of the sentences that match `pattern`, which sum to 1.
  func posterior(_ pattern: Regex<(Substring, Substring)>) -> [String: Double] {
    var weights: [String: Double] = [:]
    for (sentence, weight) in sentences {
      if let match = sentence.wholeMatch(of: pattern) {
        weights[String(match.output.1), default: 0] += weight
      }
    }
    let total = weights.values.reduce(0, +)
    return weights.mapValues { $0 / total }
  }
}

@Suite struct CompleterTests {
  private static let learned = Sentences([
    "eu vou ao cinema com amigos.": 3, "eu fui ao cinema com amigos.": 2,
    "eu fui ao teatro com primos.": 4, "eu vi o cinema com primas.": 1,
    "eu falo bem.": 5, "eu fui ao cinema com primos.": 2, "ela foi ao cinema.": 3,
  ])

  private func complete(
    _ text: String, count: Int = 5, lastWord: LastWord = .finished
  ) throws -> Completion {
    try Completer(model: Self.learned.model, tokenizer: Self.learned.tokenizer)
      .complete(text, count: count, lastWord: lastWord)
  }

  private func expectEqual(
    _ candidates: [WordPrediction]?, _ expected: [String: Double], tolerance: Double = 1e-4,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let found = Dictionary(
      uniqueKeysWithValues: (candidates ?? []).filter { $0.probability > 1e-6 }
        .map { ($0.word, $0.probability) })
    #expect(Set(found.keys) == Set(expected.keys), sourceLocation: location)
    for (word, probability) in expected {
      #expect(
        abs((found[word] ?? 0) - probability) < tolerance, "\(word)", sourceLocation: location)
    }
  }

  @Test func `the end of a text gets the true probabilities of the next word`() throws {
    for text in ["eu", "eu ", "eu...", "eu ...", "eu…", "eu ___"] {
      let completion = try complete(text)
      expectEqual(
        completion.positions.first?.candidates,
        ["vou": 3 / 17.0, "fui": 8 / 17.0, "vi": 1 / 17.0, "falo": 5 / 17.0])
      #expect(completion.positions.count == 1)
      #expect(completion.completed == "eu fui ao teatro com primos.")
    }
  }

  @Test func `the right context decides`() throws {
    let completion = try complete("eu ___ ao cinema com amigos.")
    expectEqual(
      completion.positions.first?.candidates,
      Self.learned.posterior(/eu (\w+) ao cinema com amigos\./))
    #expect(completion.completed == "eu vou ao cinema com amigos.")
    #expect(completion.positions.first?.offset == 3)
  }

  @Test func `several blanks get the posterior of brute force`() throws {
    let completion = try complete("eu ___ ao ___ com ___.")
    let patterns: [Regex<(Substring, Substring)>] = [
      /eu (\w+) ao \w+ com \w+\./, /eu \w+ ao (\w+) com \w+\./, /eu \w+ ao \w+ com (\w+)\./,
    ]
    #expect(completion.positions.map(\.offset) == [3, 10, 18])
    for (position, pattern) in zip(completion.positions, patterns) {
      expectEqual(position.candidates, Self.learned.posterior(pattern))
      #expect(position.candidates.map(\.probability).reduce(0, +) <= 1 + 1e-12)
    }
    #expect(completion.completed == "eu fui ao teatro com primos.")
  }

  @Test func `a narrow beam keeps sums at most 1`() throws {
    var options = CompletionOptions()
    options.beamWidth = 1
    let completion = try Completer(
      model: Self.learned.model, tokenizer: Self.learned.tokenizer, options: options
    ).complete("eu ___ ao ___ com ___.")
    for position in completion.positions {
      #expect(!position.candidates.isEmpty)
      #expect(position.candidates.map(\.probability).reduce(0, +) <= 1 + 1e-12)
    }
  }

  @Test func `a blank at the beginning is filled`() throws {
    let completion = try complete("___ foi ao cinema.")
    expectEqual(completion.positions.first?.candidates, ["ela": 1])
    #expect(completion.completed == "ela foi ao cinema.")
  }

  @Test func `a blank inside a word is filled by whole words`() throws {
    let completion = try complete("eu f__i ao cinema")
    expectEqual(completion.positions.first?.candidates, ["fui": 1])
    #expect(completion.positions.first?.offset == 3)
    #expect(completion.completed == "eu fui ao cinema")
  }

  @Test func `an unfinished word is completed given its letters`() throws {
    let completion = try complete("eu v", lastWord: .unfinished)
    expectEqual(completion.positions.first?.candidates, ["vou": 0.75, "vi": 0.25])
    #expect(completion.completed == "eu vou ao cinema com amigos.")
    #expect(completion.positions.first?.offset == 3)
  }

  @Test func `a blank and an open end are both filled`() throws {
    let completion = try complete("eu ___ ao teatro com...")
    expectEqual(completion.positions[0].candidates, ["fui": 1])
    expectEqual(completion.positions[1].candidates, ["primos": 1])
    #expect(completion.completed == "eu fui ao teatro com primos.")
  }

  @Test func `quotes after the last mark stay behind the sentence`() throws {
    #expect(try complete("eu falo...\u{201D}").completed == "eu falo bem.\u{201D}")
  }

  @Test(
    arguments: [
      "", " ", "___", "___ ___ ___", "\n", "eu\n", "\n\neu ___ \n", "😀", "😀 ___ 😀", "______", "...",
      "ж ___ ж", "a\u{0} ___", "eu ___\u{301}", "____ . ____ ! ____", "“___”", "eu___eu", "-___-",
    ])
  func `every text has an answer`(text: String) throws {
    for lastWord in [LastWord.finished, .unfinished] {
      let completion = try complete(text, count: 2, lastWord: lastWord)
      for position in completion.positions {
        #expect((0...text.count).contains(position.offset))
        #expect(position.candidates.count <= 2)
        #expect(position.candidates.map(\.probability).reduce(0, +) <= 1 + 1e-9)
      }
    }
  }

  @Test func `too many blanks and impossible counts are refused`() throws {
    let hundred = String(repeating: "___ ", count: 100) + "fim"
    #expect(throws: CompletionError.tooManyBlanks(found: 100, limit: 16)) {
      try complete(hundred)
    }
    for count in [0, -1, 1001] {
      #expect(throws: CompletionError.candidateCount(found: count, limit: 1000)) {
        try complete("eu", count: count)
      }
    }
    #expect(
      CompletionError.tooManyBlanks(found: 100, limit: 16).description.hasPrefix(
        "the text has 100 blanks, but at most 16"))
  }

  @Test func `a text of white space alone is answered as an empty one`() throws {
    let empty = try complete("")
    for text in [" ", "   ", "\n \n"] {
      let completion = try complete(text)
      #expect(completion.positions.first?.candidates == empty.positions.first?.candidates)
      #expect(completion.completed == text + empty.completed)
    }
  }

  @Test func `the sentence is made of words of the lists`() throws {
    let learned = Sentences([
      "eu fui ao cinema.": 4, "eu vou ao teatro.": 3, "eu vou ao porto.": 3, "eu vou ao cabo.": 3,
    ])
    let completer = Completer(model: learned.model, tokenizer: learned.tokenizer)
    // The text of the greatest share has a word that is only the second most probable in its place.
    #expect(try completer.complete("eu ___ ao ___.", count: 2).completed == "eu fui ao cinema.")
    let one = try completer.complete("eu ___ ao ___.", count: 1)
    let words = one.positions.map { $0.candidates.map(\.word) }
    #expect(words == [["vou"], ["cinema"]])
    #expect(one.completed == "eu vou ao cinema.")
  }

  @Test func `shares at a blank are of a sum in the order of the list`() {
    // In this order the small ones vanish beside the great one; in most others they do not.
    var shares = ["a": 1.0]
    for index in 0..<64 { shares["a\(index)"] = 0x1p-53 }
    let ranked = WordPrediction.ranked(shares).normalized()
    #expect(ranked.first == WordPrediction(word: "a", probability: 1))
    #expect(ranked.dropFirst().allSatisfy { $0.probability == 0x1p-53 })
  }

  @Test func `the same text has the same answer`() throws {
    #expect(try complete("eu ___ ao ___") == complete("eu ___ ao ___"))
  }

  @Test func `only the end of a long text is read`() throws {
    let long = String(repeating: "ao cinema ", count: 1000)
    #expect(try complete(long + "___ x").positions.first?.offset == 10_000)
  }

  @Test(
    arguments: [
      (" ao cinema. Sim", " ao cinema."), (" 1.5 a", " 1.5 a"), ("", ""), (" a?! b", " a?!"),
      ("\n a\nb", "\n a\n"), (String(repeating: "a", count: 99), String(repeating: "a", count: 80)),
    ])
  func `the right context ends with the sentence`(text: String, right: String) {
    #expect(BlankFiller<StubModel>.rightContext(text, within: TextBound(characters: 80)) == right)
  }
}
