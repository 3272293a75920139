import Testing
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

/// A vocabulary for the comparison with brute force.
enum SearchCase: String, CaseIterable, Sendable {
  case characters, subwords, bytes, words

  /// A model with random distributions that writes this token alone after four others, so that
  /// all token sequences can be enumerated.
  func model(seed: UInt64) -> StubModel {
    let random = StubModel(vocabularySize: count, order: 6, sharpness: 5, seed: seed)
    let last = self == .words ? 2 : tokenizer.encode(" ")[0]
    return StubModel(vocabularySize: count, order: 6) { tokens in
      guard tokens.count == 6 else { return random.logits(after: tokens) }
      return (0..<random.vocabularySize).map { $0 == Int(last) ? 0 : -1e9 }
    }
  }

  /// What the model has read: a line break and a word.
  var read: [TokenID] { [tokenizer.lineBreak, self == .words ? 4 : 2] }

  private var count: Int { tokenizer.vocabulary.count }

  var tokenizer: any Tokenizer {
    switch self {
    case .characters: TableTokenizer(.character, ["a", "ã", "-", "’", " ", "2", "—"])
    case .subwords:
      TableTokenizer(.subword, ["a", "b", "ab", " a", " ab", "-", " ", "ba, ", "ab-a"])
    case .bytes:
      TableTokenizer(
        .subword,
        bytes: [
          [0xC3], [0xA3], [0x61], [0x20], [0x61, 0xC3], [0x20, 0x61], [0xE2], [0x80], [0x94],
          [0x99],
        ])
    case .words:
      SpacingTokenizer(["os", "alunos", "tiram", "tiraram", "guarda-chuva", ",", ".", "(", "22"])
    }
  }
}

@Suite struct WordSearchTests {
  private static let options = WordSearchOptions(
    minimumProbability: 1e-7, relativeTolerance: 1e-9, maximumExpansions: 20_000,
    pathPrecision: 1e-12)

  private func search(
    _ model: StubModel, _ tokenizer: any Tokenizer, after read: [TokenID], gap: String
  ) -> WordSearch<StubModel> {
    var state = model.makeState()
    model.feed(read, to: &state)
    return WordSearch(
      model: model, table: SurfaceTable(tokenizer, count: model.vocabularySize),
      unit: tokenizer.unit, state: state, last: read.last ?? tokenizer.lineBreak,
      gap: Array(gap.utf8))
  }

  @Test(arguments: SearchCase.allCases, [1, 2] as [UInt64])
  func `the best words equal brute force`(vocabulary: SearchCase, seed: UInt64) throws {
    let tokenizer = vocabulary.tokenizer
    let (model, read) = (vocabulary.model(seed: seed), vocabulary.read)
    var bruteForce = BruteForce(model, tokenizer)
    for (gap, prefix) in [(" ", ""), (" ", "a"), ("", ""), (" ", "ti")] {
      let expected = bruteForce.words(after: read, gap: gap, typed: prefix)
      var search = search(model, tokenizer, after: read, gap: gap)
      let found = search.best(4, beginning: Array(prefix.utf8), options: Self.options)
      let best = expected.values.sorted(by: >).prefix(4)
      guard let found else {
        #expect(expected.isEmpty)
        continue
      }
      #expect(found.isExact)
      #expect(found.candidates.count == best.count)
      for (candidate, probability) in zip(found.candidates, best) {
        #expect(abs(candidate.probability - probability) < 1e-6)
        #expect(abs(candidate.probability - (expected[candidate.word] ?? 0)) < 1e-6)
      }
      #expect(found.candidates.map(\.probability).reduce(0, +) <= 1 + 1e-12)
    }
  }

  @Test func `brute force finds words with joiners, several spellings and accents`() {
    // Guards the comparison above: it would prove nothing about what never occurs.
    var seen: Set<String> = []
    for vocabulary in SearchCase.allCases {
      let tokenizer = vocabulary.tokenizer
      for seed in [1, 2] as [UInt64] {
        var bruteForce = BruteForce(vocabulary.model(seed: seed), tokenizer)
        seen.formUnion(bruteForce.words(after: vocabulary.read, gap: " ", prefix: "").keys)
      }
    }
    #expect(seen.isSuperset(of: ["a", "ã", "ab", "guarda-chuva", "ab-a"]))
    #expect(!seen.contains("22"))
  }

  /// Characters that always spell one of the words, each with its weight, and then a space.
  private func speller(
    _ words: [(String, Double)], after ending: [(String, Double)] = [(" ", 1)]
  ) -> (StubModel, TableTokenizer) {
    let tokenizer = TableTokenizer.characters("guardchv- ,xis")
    let texts = words.flatMap { word in ending.map { (word.0 + $0.0, word.1 * $0.1) } }
    let count = tokenizer.vocabulary.count
    let model = StubModel(vocabularySize: count, order: 40) { tokens in
      let text = tokenizer.decode(tokens.dropFirst())
      var weights = [Double](repeating: 0, count: count)
      for (word, weight) in texts where word.hasPrefix(text) && word.count > text.count {
        weights[Int(tokenizer.encode(String(word.dropFirst(text.count).first ?? " "))[0])] += weight
      }
      return weights.map { $0 > 0 ? logarithm($0) : -1e9 }
    }
    return (model, tokenizer)
  }

  @Test func `a word gets the mass of its joiner before what is no word`() throws {
    let (model, tokenizer) = speller(
      [("guarda", 0.5), ("guarda- ", 0.2), ("guarda-chuva", 0.3)])
    var search = search(model, tokenizer, after: [1], gap: "")
    let foundAnswer = search.best(3, beginning: [], options: WordSearchOptions())
    let found = try #require(foundAnswer)
    #expect(found.candidates.map(\.word) == ["guarda", "guarda-chuva"])
    #expect(zip(found.candidates, [0.7, 0.3]).allSatisfy { abs($0.probability - $1) < 1e-6 })
    #expect(found.isExact)
  }

  @Test func `probabilities are given that the prefix is written`() throws {
    let (model, tokenizer) = speller(
      [("guarda", 0.3), ("guardas", 0.1), ("guia", 0.2), ("ri", 0.4)])
    var search = search(model, tokenizer, after: [1], gap: "")
    let foundAnswer = search.best(2, beginning: Array("guar".utf8), options: WordSearchOptions())
    let found = try #require(foundAnswer)
    #expect(found.candidates.map(\.word) == ["guarda", "guardas"])
    #expect(zip(found.candidates, [0.75, 0.25]).allSatisfy { abs($0.probability - $1) < 1e-6 })
    #expect(search.best(2, beginning: Array("xx".utf8), options: WordSearchOptions()) == nil)
  }

  @Test(arguments: [(WordSearchOptions.interactive, 1e-2), (.displayed, 1e-4)])
  func `quick lists are those of an exact search to their tolerance`(
    _ options: WordSearchOptions, tolerance: Double
  ) throws {
    let stems = ["gua", "ri", "sa", "ci", "xa", "ha"]
    let words = stems.enumerated().flatMap { index, stem in
      ["", "s", "r", "guarda", "-vi"].enumerated().map { place, ending in
        (stem + ending, 1 / Double((index + 2) * (place + 3)))
      }
    }
    let (model, tokenizer) = speller(words, after: [(" ", 0.9), (", ", 0.1)])
    func list(_ prefix: String, _ options: WordSearchOptions) throws -> [WordPrediction] {
      var search = search(model, tokenizer, after: [1], gap: "")
      let found = search.best(5, beginning: Array(prefix.utf8), options: options)
      return try #require(found).candidates
    }
    for prefix in ["", "g", "gua", "sa"] {
      let exact = try list(prefix, WordSearchOptions())
      let quick = try list(prefix, options)
      #expect(quick.map(\.word) == exact.map(\.word))
      for (one, other) in zip(quick, exact) {
        #expect(abs(one.probability / other.probability - 1) < tolerance)
      }
    }
  }

  @Test func `a short list reads no more than it needs for the same words`() throws {
    let tokenizer = TableTokenizer.characters("abcdefghijklmnopqrstuvwxyz ")
    let model = StubModel(vocabularySize: 29, order: 3, sharpness: 6, seed: 4)
    func answer(_ options: WordSearchOptions) throws -> ([WordPrediction], paths: Int) {
      var search = search(model, tokenizer, after: [1], gap: "")
      let found = search.best(3, beginning: [], options: options)
      return (try #require(found).candidates, search.paths.count)
    }
    let (words, paths) = try answer(WordSearchOptions())
    let (same, fewer) = try answer(WordSearchOptions().forList(of: 3))
    #expect(same.map(\.word) == words.map(\.word))
    #expect(fewer < paths, "\(fewer), \(paths)")
  }

  @Test func `a word of one distribution needs no second reading of the model`() throws {
    let tokenizer = SpacingTokenizer(["os", "alunos", "tiram", "tiraram"])
    let model = StubModel(vocabularySize: 8, order: 1) { _ in [-40, -40, -40, -40, 0, 1, 2, 3] }
    var search = search(model, tokenizer, after: [1, 4], gap: " ")
    var options = WordSearchOptions()
    options.pathPrecision = 1e-6
    let foundAnswer = search.best(3, beginning: [], options: options)
    let found = try #require(foundAnswer)
    #expect(found.candidates.map(\.word) == ["tiraram", "tiram", "alunos"])
    #expect(search.paths.count == 1)
  }

  @Test func `the limit of expansions is kept and said`() throws {
    let tokenizer = TableTokenizer.characters("abcdefgh ")
    let model = StubModel(vocabularySize: 11, order: 3, sharpness: 1, seed: 4)
    var search = search(model, tokenizer, after: [1], gap: "")
    let options = WordSearchOptions(maximumExpansions: 50, batchSize: 8)
    let foundAnswer = search.best(50, beginning: [], options: options)
    let found = try #require(foundAnswer)
    #expect(!found.isExact)
    #expect(search.paths.count <= 1 + 50 + 8)
  }

  @Test func `a search goes on from what earlier prefixes found`() throws {
    let tokenizer = SearchCase.subwords.tokenizer
    let model = StubModel(vocabularySize: 11, order: 2, sharpness: 7, seed: 8)
    var kept = search(model, tokenizer, after: [1, 2], gap: " ")
    for prefix in ["", "a", "ab", "aba", "a", "b"] {
      var fresh = search(model, tokenizer, after: [1, 2], gap: " ")
      let bytes = Array(prefix.utf8)
      let oneAnswer = kept.best(3, beginning: bytes, options: Self.options)
      let one = try #require(oneAnswer)
      let otherAnswer = fresh.best(3, beginning: bytes, options: Self.options)
      let other = try #require(otherAnswer)
      #expect(one.candidates.map(\.word) == other.candidates.map(\.word))
      for (left, right) in zip(one.candidates, other.candidates) {
        #expect(abs(left.probability - right.probability) < 1e-9)
      }
    }
  }

  @Test func `only accepted words are listed`() throws {
    let (model, tokenizer) = speller([("guia", 0.5), ("guarda", 0.3), ("ri", 0.2)])
    var search = search(model, tokenizer, after: [1], gap: "")
    let found = search.best(2, beginning: [], options: WordSearchOptions()) { $0.hasSuffix("a") }
    #expect(found?.candidates.map(\.word) == ["guia", "guarda"])
    let none = search.best(2, beginning: [], options: WordSearchOptions()) { $0.hasSuffix("z") }
    #expect(none?.candidates == [])
  }
}
