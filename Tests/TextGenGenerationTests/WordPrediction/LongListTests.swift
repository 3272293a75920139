import Testing
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization
import TextGenWords

@testable import TextGenGeneration

@Suite struct LongListTests {
  private func search(_ model: StubModel, _ tokenizer: any Tokenizer, after read: [TokenID])
    -> WordSearch<StubModel>
  {
    var state = model.makeState()
    model.feed(read, to: &state)
    return WordSearch(
      model: model, table: SurfaceTable(tokenizer, count: model.vocabularySize),
      unit: tokenizer.unit, state: state, last: read.last ?? tokenizer.lineBreak, gap: [0x20])
  }

  private func words(of vocabulary: SearchCase, seed: UInt64) -> [WordPrediction] {
    var bruteForce = BruteForce(vocabulary.model(seed: seed), vocabulary.tokenizer)
    return WordPrediction.ranked(
      bruteForce.words(after: vocabulary.read, gap: " ", prefix: ""))
  }

  @Test(arguments: SearchCase.allCases, [1, 2] as [UInt64])
  func `a long list has all words of the least probability and no other`(
    vocabulary: SearchCase, seed: UInt64
  ) throws {
    let expected = words(of: vocabulary, seed: seed)
    let options = WordSearchOptions().forList(of: 1000)
    var search = search(
      vocabulary.model(seed: seed), vocabulary.tokenizer, after: vocabulary.read)
    let answer = search.best(1000, beginning: [], options: options)
    let found = try #require(answer)
    #expect(!found.isCutShort)
    let probabilities = Dictionary(uniqueKeysWithValues: expected.map { ($0.word, $0.probability) })
    for candidate in found.candidates {
      let probability = try #require(probabilities[candidate.word])
      #expect(candidate.probability >= 1e-5)
      #expect(abs(candidate.probability / probability - 1) < 1e-2)
    }
    // At the very limit a word may be on either side of it.
    let listed = Set(found.candidates.map(\.word))
    #expect(expected.allSatisfy { $0.probability < 1.01e-5 || listed.contains($0.word) })
  }

  @Test(arguments: [SearchCase.characters, .subwords, .bytes], [1, 2] as [UInt64])
  func `a list that is cut short begins as the whole one`(
    vocabulary: SearchCase, seed: UInt64
  ) throws {
    let expected = words(of: vocabulary, seed: seed).filter { $0.probability > 1.01e-5 }
    var lengths: Set<Int> = []
    for limit in [1, 2, 5, 10, 20, 40, 80, 160] {
      let options = WordSearchOptions(maximumExpansions: limit, batchSize: 2)
      var search = search(
        vocabulary.model(seed: seed), vocabulary.tokenizer, after: vocabulary.read)
      let answer = search.best(1000, beginning: [], options: options)
      let found = try #require(answer)
      #expect(found.isCutShort == (found.candidates.count < expected.count))
      for (candidate, word) in zip(found.candidates, expected) {
        #expect(candidate.word == word.word)
        #expect(abs(candidate.probability / word.probability - 1) < 1e-5)
      }
      lengths.insert(found.candidates.count)
    }
    #expect(lengths.count > 2)
  }

  /// A model of letters with some thousand words.
  private static let letters = TableTokenizer.characters("abcdefgh ")
  private static let babble = StubModel(vocabularySize: 11, order: 3, sharpness: 6, seed: 4)

  @Test func `a longer list begins with the shorter one`() throws {
    func list(_ count: Int) throws -> [String] {
      var search = search(Self.babble, Self.letters, after: [1])
      let answer = search.best(
        count, beginning: [], options: WordSearchOptions().forList(of: count))
      return try #require(answer).candidates.map(\.word)
    }
    let longest = try list(400)
    #expect(longest.count == 400)
    for count in [20, 100, 101, 200] { #expect(try list(count) == Array(longest.prefix(count))) }
  }

  @Test func `a long list forgets what it cannot need`() {
    var search = search(Self.babble, Self.letters, after: [1])
    _ = search.best(400, beginning: [], options: WordSearchOptions().forList(of: 400))
    let weights = search.paths.reduce(0) { $0 + $1.weights.count }
    #expect(weights < search.paths.count * Self.babble.vocabularySize / 2)
    let least = WordSearchOptions().minimumProbability * search.nodes[0].mass
    #expect(search.nodes.filter { $0.mass < least / 1000 && !$0.lexer.isUndecided }.count < 100)
  }

  @Test func `what a long list has searched does not change the next list`() {
    let predictor = WordPredictor(model: Self.babble, tokenizer: Self.letters)
    var asked = predictor.makeContext()
    asked.append("abc ")
    var fresh = asked
    _ = asked.candidates(count: 400)
    #expect(asked.candidates(prefix: "ha", count: 5) == fresh.candidates(prefix: "ha", count: 5))
  }
}
