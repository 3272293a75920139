import Testing
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization
import TextGenWords

@testable import TextGenGeneration

@Suite struct KnownWordsTests {
  /// A model that writes two words and three that nobody knows after `gu`.
  private static let learned = Sentences([
    "eu guardo.": 2, "eu guia.": 3, "eu guvar.": 7, "eu gubus.": 4, "eu guxo.": 1, "eu falo.": 3,
    "ela ri.": 5, "tu guvar eu guvar.": 6, "tu guvar eu guia.": 2,
  ])

  private func predictor(_ words: [String]?) -> WordPredictor<StubModel> {
    WordPredictor(
      model: Self.learned.model, tokenizer: Self.learned.tokenizer,
      lexicon: words.map { Lexicon($0) })
  }

  private func list(
    after text: String = "eu ", _ prefix: String, count: Int, knowing words: [String]?
  ) -> [WordPrediction] {
    var context = predictor(words).makeContext()
    context.append(text)
    return context.candidates(prefix: prefix, count: count).candidates
  }

  @Test func `words that nobody knows come after all others, with the same probabilities`() {
    let plain = list("gu", count: 5, knowing: nil)
    #expect(plain.map(\.word) == ["guvar", "gubus", "guia", "guardo", "guxo"])
    let sorted = list("gu", count: 5, knowing: ["guia", "guardo", "ri"])
    #expect(sorted.map(\.word) == ["guia", "guardo", "guvar", "gubus", "guxo"])
    for prediction in sorted {
      let other = plain.first { $0.word == prediction.word }?.probability ?? 0
      #expect(abs(prediction.probability - other) < 1e-9)
    }
  }

  @Test func `where there are enough known words no other is listed`() {
    for (count, words) in [
      (1, ["guia"]), (2, ["guia", "guardo"]), (3, ["guia", "guardo", "guvar"]),
    ] {
      #expect(
        list("gu", count: count, knowing: ["guia", "guardo", "ri"]).map(\.word) == words)
    }
  }

  @Test func `where no word is known the list is what it was`() {
    let plain = list("gu", count: 3, knowing: nil)
    let unknown = list("gu", count: 3, knowing: [])
    #expect(unknown.map(\.word) == plain.map(\.word))
    for (one, other) in zip(unknown, plain) {
      #expect(abs(one.probability - other.probability) < 1e-9)
    }
  }

  @Test func `a word formed by a rule is a known word`() {
    #expect(
      list("gu", count: 2, knowing: ["guarda", "guxo"]).map(\.word) == ["guxo", "guvar"])
    let formation = WordFormation(Lexicon(["guardo"]))
    var known = KnownWords(formation)
    #expect(known.contains("guardos") && known.contains("Guardo") && !known.contains("guvar"))
    known.add("guvar")
    #expect(!known.contains("guvar"))
    known.add(" e Gubus ")
    #expect(known.contains("guvar") && known.contains("Guvar"))
    #expect(known.contains("Gubus") && !known.contains("gubus"))
  }

  @Test func `the words of the text itself are known`() {
    let words = ["guia", "guardo", "eu", "tu"]
    #expect(list(after: "tu guvar eu ", "gu", count: 1, knowing: words).map(\.word) == ["guvar"])
    var context = predictor(words).makeContext()
    context.append("tu guvar eu ")
    context.reread("eu ")
    #expect(context.candidates(prefix: "gu", count: 1).candidates.first?.word == "guia")
    var fresh = predictor(words).makeContext()
    fresh.append("eu ")
    #expect(
      context.candidates(prefix: "gu", count: 5) == fresh.candidates(prefix: "gu", count: 5))
  }

  private func complete(_ text: String, knowing words: [String]?) throws -> Completion {
    try Completer(
      model: Self.learned.model, tokenizer: Self.learned.tokenizer,
      lexicon: words.map { Lexicon($0) }
    ).complete(text, count: 5)
  }

  @Test func `a text is completed with a known word`() throws {
    #expect(try complete("eu", knowing: nil).completed == "eu guvar.")
    let known = try complete("eu", knowing: ["guia", "guardo"])
    #expect(known.completed == "eu guia.")
    #expect(known.positions.first?.candidates.first?.word == "guia")
  }

  @Test func `a blank is filled with a known word, and shares are what they were`() throws {
    let plain = try complete("eu ___.", knowing: nil)
    #expect(plain.completed == "eu guvar.")
    let known = try complete("eu ___.", knowing: ["guia", "guardo"])
    #expect(known.completed == "eu guia.")
    let shares = known.positions[0].candidates
    #expect(shares.prefix(2).map(\.word) == ["guia", "guardo"])
    for prediction in plain.positions[0].candidates {
      let other = shares.first { $0.word == prediction.word }?.probability ?? 0
      #expect(abs(prediction.probability - other) < 1e-9, "\(prediction.word)")
    }
    #expect(try complete("eu gu___.", knowing: ["guia"]).completed == "eu guia.")
  }

  @Test func `a word on the right of a blank is known, one that fills a blank is not`() throws {
    #expect(try complete("tu ___ eu guvar.", knowing: ["guia"]).completed == "tu guvar eu guvar.")
    let both = try complete("tu ___ eu ___.", knowing: ["guia"])
    #expect(both.positions[1].candidates.map(\.word) == ["guia", "guvar"])
    #expect(both.completed == "tu guvar eu guia.")
  }
}

@Suite struct KnownWordsSearchTests {
  @Test(arguments: SearchCase.allCases, [1, 2, 3] as [UInt64])
  func `known words, then unknown ones: each the best by brute force`(
    vocabulary: SearchCase, seed: UInt64
  ) throws {
    let (tokenizer, model) = (vocabulary.tokenizer, vocabulary.model(seed: seed))
    var bruteForce = BruteForce(model, tokenizer)
    let all = bruteForce.words(after: vocabulary.read, gap: " ", prefix: "")
    func isKnown(_ word: String) -> Bool { word.utf8.reduce(0) { $0 &+ Int($1) } % 3 == 0 }
    func best(_ isListed: (String) -> Bool) -> [Double] {
      all.filter { isListed($0.key) }.values.sorted(by: >)
    }
    var state = model.makeState()
    model.feed(vocabulary.read, to: &state)
    var search = WordSearch(
      model: model, table: SurfaceTable(tokenizer, count: model.vocabularySize),
      unit: tokenizer.unit, state: state, last: vocabulary.read.last ?? 1, gap: [0x20])
    let answer = search.best(
      4, beginning: [],
      options: WordSearchOptions(
        minimumProbability: 1e-7, relativeTolerance: 1e-9, maximumExpansions: 20_000,
        pathPrecision: 1e-12), isKnown: isKnown)
    let found = try #require(answer).candidates
    let known = found.prefix { isKnown($0.word) }
    let unknown = found.dropFirst(known.count)
    #expect(unknown.allSatisfy { !isKnown($0.word) })
    #expect(found.count == min(4, all.count))
    // Less probable ones are not sought for long where others fill the list.
    let least = 0.01 * (best { _ in true }.prefix(4).last ?? 0)
    #expect(known.count >= best(isKnown).prefix(4).count { $0 > least })
    for (candidate, probability) in zip(known, best(isKnown)) where probability > least {
      #expect(abs(candidate.probability - probability) < 1e-6)
    }
    for (candidate, probability) in zip(unknown, best { !isKnown($0) }) {
      #expect(abs(candidate.probability - probability) < 1e-6)
    }
    #expect(found.allSatisfy { abs($0.probability - (all[$0.word] ?? 0)) < 1e-6 })
  }

  @Test func `known words are not sought in vain for long`() {
    let tokenizer = TableTokenizer.characters("abcdefgh ")
    let model = StubModel(vocabularySize: 11, order: 3, sharpness: 7, seed: 4)
    func answer(_ lexicon: Lexicon?) -> (words: [String], readings: Int) {
      var state = model.makeState()
      model.feed([1], to: &state)
      var search = WordSearch(
        model: model, table: SurfaceTable(tokenizer, count: 11), unit: .character, state: state,
        last: 1, gap: [])
      let found = search.best(
        5, beginning: [], options: .interactive, isKnown: { lexicon?.contains($0) ?? true })
      return (found?.candidates.map(\.word) ?? [], search.paths.count)
    }
    let (plain, strange) = (answer(nil), answer(Lexicon(["zebra"])))
    #expect(strange.words == plain.words && plain.words.count == 5)
    // Letters at random are the worst case; the limit is 4,096.
    #expect(strange.readings < 1024, "\(strange.readings), \(plain.readings)")
  }
}
