import Testing
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenEvaluation

struct TextScorerTests {
  private func tokens(_ count: Int, below limit: UInt64) -> [TokenID] {
    var generator = SeededGenerator(seed: 5)
    return (0..<count).map { _ in TokenID(generator.next() % limit) }
  }

  private func start(_ model: StubModel, with token: TokenID) -> StubModel.State {
    var state = model.makeState()
    model.feed([token], to: &state)
    return state
  }

  @Test(arguments: [0, 1, 2, 7, 31, 32, 33, 100, 1_000], [1, 2, 3, 32])
  func `pieces charge every token once`(tokenCount: Int, maximumCount: Int) {
    for warmup in [0, 1, 3, 20] {
      let pieces = ScoringPiece.pieces(
        of: tokenCount, maximumCount: maximumCount, warmup: warmup)
      #expect(pieces.flatMap(\.charged) == Array(0..<tokenCount))
      #expect(pieces.count <= maximumCount)
      for piece in pieces {
        #expect(piece.read.upperBound == piece.charged.upperBound)
        let warmup = piece.charged.lowerBound == 0 ? 0 : warmup
        #expect(piece.read.lowerBound == piece.charged.lowerBound - warmup)
      }
    }
  }

  @Test func `pieces read equally many tokens, but for the last`() {
    let pieces = ScoringPiece.pieces(of: 100_003, maximumCount: 32, warmup: 1_000)
    #expect(pieces.count == 25)
    #expect(Set(pieces.dropLast().map(\.read.count)).count == 1)
    #expect(pieces.allSatisfy { $0.charged.count >= 2_900 })
  }

  @Test(arguments: [0, 1_000, 7_999, 8_000])
  func `a short text is one piece`(tokenCount: Int) {
    let pieces = ScoringPiece.pieces(of: tokenCount, maximumCount: 32, warmup: 1_000)
    #expect(pieces.count == (tokenCount == 0 ? 0 : tokenCount < 8_000 ? 1 : 2))
  }

  @Test(arguments: [2, 7, 32])
  func `pieces have the probabilities of one piece if the warm-up holds all that matters`(
    pieces: Int
  ) {
    let model = StubModel(vocabularySize: 5, order: 3)
    let tokens = tokens(600, below: 5)
    func score(_ pieces: Int, warmup: Int) -> [Float] {
      TextScorer(model: model, lineBreak: 4, maximumPieces: pieces, warmup: warmup)
        .logProbabilities(of: tokens)
    }
    let whole = score(1, warmup: 3)
    #expect(score(pieces, warmup: 3) == whole)
    #expect(score(pieces, warmup: 1) != whole)
  }

  @Test func `a text begins after one line break`() {
    let model = StubModel(vocabularySize: 5, order: 3)
    var state = start(model, with: 4)
    let tokens = tokens(50, below: 5)
    let scorer = TextScorer(model: model, lineBreak: 4, maximumPieces: 32, warmup: 1_000)
    #expect(scorer.logProbabilities(of: tokens) == model.score(tokens, state: &state))
  }

  @Test func `a text longer than a slice is scored whole, and progress rises to the whole`() {
    let model = StubModel(vocabularySize: 3, order: 1)
    var shares: [Double] = []
    let tokens = tokens(2_500, below: 3)
    let scorer = TextScorer(model: model, lineBreak: 0, maximumPieces: 1, warmup: 0)
    let scores = scorer.logProbabilities(of: tokens) { shares.append($0) }
    var state = start(model, with: 0)
    #expect(scores == model.score(tokens, state: &state))
    #expect(shares == [0.4096, 0.8192, 1])
  }

  @Test func `texts side by side have the scores of single texts`() {
    let model = StubModel(vocabularySize: 5, order: 2)
    let texts: [[TokenID]] = [[1, 2, 3], [], [4, 4, 0, 1]]
    let start = start(model, with: 0)
    var states = texts.map { _ in start }
    let scores = model.score(texts, states: &states)
    for (text, (score, state)) in zip(texts, zip(scores, states)) {
      var single = start
      #expect(model.score(text, state: &single) == score)
      #expect(single == state)
    }
  }
}
