import Testing
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

@Suite struct TypedPrefixTests {
  private static let everyday = WordList([
    "você ": 0.3, "voce ": 0.02, "vocês ": 0.1, "Você ": 0.05, "voz ": 0.2, "vocal ": 0.03,
    "ônibus ": 0.2, "Lisboa ": 0.1,
  ])

  private func expectEqual(
    _ found: [String: Double], _ weights: [String: Double],
    _ location: SourceLocation = #_sourceLocation
  ) {
    let total = weights.values.reduce(0, +)
    #expect(Set(found.keys) == Set(weights.keys), sourceLocation: location)
    for (word, weight) in weights {
      #expect(
        abs((found[word] ?? 0) - weight / total) < 1e-5, "\(word)", sourceLocation: location)
    }
  }

  @Test func `letters without accents find the words with them by their exact posterior`() {
    let words = Self.everyday.words(typed: "voce")
    expectEqual(
      words, ["voce": 0.02, "você": 0.3 * 0.1, "vocês": 0.1 * 0.1, "Você": 0.05 * 0.1 * 0.03])
    expectEqual(Self.everyday.words(typed: "onibu"), ["ônibus": 1])
    expectEqual(Self.everyday.words(typed: "lis"), ["Lisboa": 1])
    expectEqual(
      Self.everyday.words(typed: "vo"),
      [
        "voce": 0.02, "você": 0.3, "vocês": 0.1, "voz": 0.2, "vocal": 0.03, "Você": 0.05 * 0.03,
      ])
  }

  @Test func `an accent or a capital that was typed is meant`() {
    expectEqual(Self.everyday.words(typed: "você"), ["você": 0.3, "vocês": 0.1, "Você": 0.0015])
    expectEqual(Self.everyday.words(typed: "Voc"), ["Você": 1])
    #expect(Self.everyday.words(typed: "LI")["Lisboa"] == nil)
  }

  @Test func `a probability does not depend on how many words are listed`() {
    let all = Self.everyday.words(typed: "vo")
    for count in [1, 2, 3, 200] {
      for (word, probability) in Self.everyday.words(typed: "vo", count: count) {
        #expect(abs(probability - (all[word] ?? 0)) < 1e-6)
      }
    }
  }

  @Test func `a blank takes the letters around it by the same rule`() throws {
    let list = WordList([
      "é incrível.": 0.4, "é increvel.": 0.01, "é incapaz.": 0.3, "é Incrível.": 0.2,
    ])
    let completer = Completer(model: list.model, tokenizer: list.tokenizer)
    let found = try completer.complete("é incr___vel.").positions[0].candidates
    expectEqual(
      Dictionary(
        uniqueKeysWithValues: found.filter { $0.probability > 1e-4 }.map {
          ($0.word, $0.probability)
        }),
      ["incrível": 0.4, "increvel": 0.01, "Incrível": 0.006])
    let ending = try completer.complete("é in___ivel.").positions[0].candidates
    #expect(ending.first?.word == "incrível")
  }

  @Test func `keys of one word give what a new context gives`() {
    var typing = Self.everyday.makeContext()
    for prefix in ["v", "vo", "voc", "voce", "vocé", "voce", "lis", "onibsu", "voce"] {
      var fresh = Self.everyday.makeContext()
      let (one, other) = (
        typing.candidates(prefix: prefix, count: 4).candidates,
        fresh.candidates(prefix: prefix, count: 4).candidates
      )
      #expect(one.map(\.word) == other.map(\.word))
      #expect(zip(one, other).allSatisfy { abs($0.probability - $1.probability) < 1e-9 })
    }
  }

  @Test func `texts that match are followed up to a limit, and what is lost is said`() {
    let letters = ["a", "á", "à", "â", "ã", "A", "Á"]
    let tokenizer = TableTokenizer(.character, letters + [" "])
    let model = StubModel(vocabularySize: letters.count + 3, order: 3, sharpness: 1, seed: 4)
    var state = model.makeState()
    model.feed([1], to: &state)
    var search = WordSearch(
      model: model, table: SurfaceTable(tokenizer, count: model.vocabularySize), unit: .character,
      state: state, last: 1, gap: [])
    let matches = search.matches(
      of: TypedLetters("aaaa"), below: 0, options: WordSearchOptions())
    #expect(matches.roots.count == TextMatches.limit && matches.lost > 0)
    let found = search.best(3, beginning: Array("aaaa".utf8), options: WordSearchOptions())
    #expect(found?.isExact == false)
  }
}

@Suite struct SlipTests {
  private static let everyday = WordList([
    "obrigado ": 0.3, "obrigada ": 0.2, "amanhã ": 0.2, "telefone ": 0.1, "professor ": 0.1,
    "chuva ": 0.06, "chave ": 0.04,
  ])

  @Test(
    arguments: [
      ("obriagdo", "obrigado"), ("amnhã", "amanhã"), ("amnha", "amanhã"),
      ("telefoen", "telefone"), ("porfessor", "professor"), ("chuav", "chuva"),
      ("pbrigada", "obrigada"), ("elef", "telefone"), ("obrigadaa", "obrigada"),
    ])
  func `one slip is forgiven where no word begins so`(typed: String, word: String) {
    let found = Self.everyday.words(typed: typed)
    #expect(found.max { $0.value < $1.value }?.key ?? "" == word)
  }

  @Test func `the probability is the posterior with the weight of the slip`() {
    let list = WordList(["carro ": 0.6, "barro ": 0.1, "jarra ": 0.1, "cárri ": 0.2])
    let found = list.words(typed: "xarr")
    let weights = ["carro": 0.6, "barro": 0.1, "jarra": 0.1, "cárri": 0.02]
    #expect(found.count == weights.count)
    for (word, weight) in weights { #expect(abs((found[word] ?? 0) - weight / 0.82) < 1e-5) }
  }

  @Test func `nothing is forgiven where a word begins so, nor before the fourth letter`() {
    let list = WordList(["carro ": 0.999, "barro ": 0.001, "sol ": 0.5])
    #expect(list.words(typed: "barr").keys.sorted() == ["barro"])
    #expect(list.words(typed: "xol")["sol"] == nil)
    #expect(list.words(typed: "bxrr").keys.sorted() == ["barro"])
  }

  @Test func `words of whole tokens are found, too`() {
    let tokenizer = SpacingTokenizer(["os", "alunos", "tiram", "tiraram"])
    let model = StubModel(vocabularySize: 8, order: 1) { _ in [-40, -40, -40, -40, 0, 1, 2, 3] }
    var context = WordPredictor(model: model, tokenizer: tokenizer).makeContext()
    context.append("os ")
    #expect(context.candidates(prefix: "alunso", count: 2).candidates.map(\.word) == ["alunos"])
    #expect(context.candidates(prefix: "xptoo", count: 2).candidates.isEmpty)
  }
}
