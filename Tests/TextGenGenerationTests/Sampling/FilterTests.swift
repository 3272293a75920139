import Testing
import TextGenGeneration
import TextGenTestSupport

private let inf = Float.infinity

private func filtered(
  _ logits: [Float], by processor: some LogitsProcessor, after tokens: [Int32] = []
) -> [Float] {
  var (result, processor) = (logits, processor)
  processor.process(&result, context: GenerationContext(tokens: tokens))
  return result
}

@Suite struct FilterTests {
  @Test func `temperature divides what lies below the best`() {
    #expect(filtered([1, 3, 2, -inf, 3], by: Temperature(0.5)) == [-4, 0, -2, -inf, 0])
    #expect(filtered([1, 3, 2, -inf, 3], by: Temperature(2)) == [-1, 0, -0.5, -inf, 0])
  }

  @Test(arguments: [1e-308, 1e-30, 1e30, 1e308])
  func `extreme temperatures give no NaN`(value: Double) {
    for logits in [[-1, -2, -700, -inf, -1], [-inf, inf, 0, 1, 2]] as [[Float]] {
      #expect(!filtered(logits, by: Temperature(value)).contains { $0.isNaN })
    }
  }

  @Test func `a tiny temperature leaves the best alone and a huge one makes all equal`() {
    #expect(
      filtered([-1, -2, -3, -4, -5], by: Temperature(1e-308))[1...].allSatisfy { $0 < -1e30 })
    #expect(filtered([-1, -2, -3, -4, -5], by: Temperature(1e30)).allSatisfy { $0 > -1e-20 })
  }

  @Test func `top-k keeps the k greatest and of ties the first`() {
    let logits: [Float] = [1, 5, 3, 5, 3]
    #expect(filtered(logits, by: TopK(1)) == [-inf, 5, -inf, -inf, -inf])
    #expect(filtered(logits, by: TopK(3)) == [-inf, 5, 3, 5, -inf])
    #expect(filtered(logits, by: TopK(9)) == logits)
  }

  @Test func `top-p keeps the smallest set that reaches p`() {
    let logits: [Float] = [0.5, 0.125, 0.25, 0.0625, 0.0625].map { logarithm($0) }
    func kept(_ p: Double) -> [Int] {
      let result = filtered(logits, by: TopP(p))
      return result.indices.filter { result[$0] > -inf }
    }
    #expect(kept(0) == [0])
    #expect(kept(0.49) == [0])
    #expect(kept(0.6) == [0, 2])
    #expect(kept(0.8) == [0, 1, 2])
    #expect(kept(0.9) == [0, 1, 2, 3])
    #expect(kept(1) == [0, 1, 2, 3, 4])
  }

  @Test func `min-p keeps what has the share of the best`() {
    let logits: [Float] = [0.5, 0.13, 0.24, 0.06, 0.07].map { logarithm($0) }
    let result = filtered(logits, by: MinP(0.25))
    #expect(result == [logits[0], logits[1], logits[2], -inf, -inf])
    #expect(filtered(logits, by: MinP(0)) == logits)
    #expect(filtered(logits, by: MinP(1))[1...].allSatisfy { $0 == -inf })
  }

  @Test func `the repetition penalty raises probabilities of recent tokens to its power, once`() {
    let logits: [Float] = [-1, -2, -3, -4, -inf]
    let penalty = RepetitionPenalty(2, window: 3)
    #expect(filtered(logits, by: penalty, after: [3, 0, 1, 0]) == [-2, -4, -3, -4, -inf])
    #expect(filtered(logits, by: penalty, after: [4, 4, 7]) == logits)
  }

  @Test func `typical sampling keeps what is nearest to the entropy`() {
    // Surprises of 1, 2, 3 and 3 bits; the entropy is 1.75 bits, so the second is the most typical.
    let logits: [Float] = [0.5, 0.25, 0.125, 0.125].map { logarithm($0) }
    func kept(_ p: Double) -> [Int] {
      let result = filtered(logits, by: TypicalP(p))
      return result.indices.filter { result[$0] > -inf }
    }
    #expect(kept(0) == [1])
    #expect(kept(0.2) == [1])
    #expect(kept(0.5) == [0, 1])
    #expect(kept(0.8) == [0, 1, 2])
    #expect(kept(0.9) == [0, 1, 2, 3])
    #expect(filtered(logits, by: TypicalP(1)) == logits)
    #expect(filtered([.nan, -inf, 2], by: TypicalP(0.5))[2] == 2)
  }

  @Test(arguments: [0.1, 0.5, 0.9], 1...5)
  func `the typical set is the least by its definition`(p: Double, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let logits = (0..<60).map { _ in Float.random(in: -8...0, using: &generator) }
    let weights = logits.map { exponential(Double($0)) }
    let total = weights.reduce(0, +)
    let surprises = weights.map { -logarithm($0 / total) }
    let entropy = zip(weights, surprises).reduce(0) { $0 + $1.0 / total * $1.1 }
    let distances = surprises.map { abs($0 - entropy) }
    let result = filtered(logits, by: TypicalP(p))
    let kept = result.indices.filter { result[$0] > -inf }.sorted { distances[$0] < distances[$1] }
    let left = result.indices.filter { result[$0] == -inf }
    let farthest = kept.last.map { distances[$0] } ?? 0
    #expect(left.allSatisfy { distances[$0] > farthest - 1e-5 })
    #expect(kept.reduce(0) { $0 + weights[$1] } >= total * p - 1e-5)
    #expect(kept.dropLast().reduce(0) { $0 + weights[$1] } < total * p + 1e-5)
  }

  @Test func `forbidden tokens get no probability`() {
    #expect(filtered([1, 2, 3, 4, 5], by: ForbiddenTokens([4, 0, 99])) == [-inf, 2, 3, 4, -inf])
  }

  @Test func `a filter reads NaN as impossible`() {
    let logits: [Float] = [.nan, 1, 2, .nan, 0]
    #expect(filtered(logits, by: TopK(2)) == [-inf, 1, 2, -inf, -inf])
    #expect(filtered(logits, by: TopP(0.5)) == [-inf, -inf, 2, -inf, -inf])
    #expect(filtered(logits, by: Temperature(1)) == [-inf, -1, 0, -inf, -2])
    #expect(filtered(logits, by: MinP(0.5))[0] == -inf)
  }

  @Test func `the order of a chain is the order of its array`() {
    var one: [Float] = [5, 4, 3, 2, 1]
    var other = one
    let forbidden = ForbiddenTokens([0])
    var first: [any LogitsProcessor] = [forbidden, TopK(1)]
    var second: [any LogitsProcessor] = [TopK(1), forbidden]
    first.process(&one, context: GenerationContext())
    second.process(&other, context: GenerationContext())
    #expect(one == [-inf, 4, -inf, -inf, -inf])
    #expect(other == [-inf, -inf, -inf, -inf, -inf])
  }
}
