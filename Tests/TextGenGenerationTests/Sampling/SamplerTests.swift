import Testing
import TextGenGeneration
import TextGenTestSupport

/// A generator that gives one number for ever.
private struct ConstantGenerator: RandomNumberGenerator {
  var value: UInt64
  func next() -> UInt64 { value }
}

@Suite struct SamplerTests {
  private let inf = Float.infinity

  /// Chi-square of at most 5 degrees of freedom: 20.5 is exceeded once in a thousand.
  @Test(arguments: [0.3, 0.7, 1, 1.5, 3])
  func `frequencies follow the softmax`(temperature: Double) {
    var logits: [Float] = [-0.3, -1.9, -2.5, -3, -4.2, -1.2]
    Temperature(temperature).process(&logits, context: GenerationContext())
    let weights = logits.map { exponential(Double($0)) }
    let total = weights.reduce(0, +)
    var counts = [Int](repeating: 0, count: 6)
    var generator = SeededGenerator(seed: 11)
    let draws = 20_000
    for _ in 0..<draws {
      if let token = CategoricalSampler().sample(logits, using: &generator) {
        counts[Int(token)] += 1
      }
    }
    // Tokens expected less than ten times are counted together.
    var (statistic, rest, expectedRest) = (0.0, 0.0, 0.0)
    for (count, weight) in zip(counts, weights) {
      let expected = Double(draws) * weight / total
      if expected < 10 {
        (rest, expectedRest) = (rest + Double(count), expectedRest + expected)
      } else {
        statistic += (Double(count) - expected) * (Double(count) - expected) / expected
      }
    }
    if expectedRest > 1 {
      statistic += (rest - expectedRest) * (rest - expectedRest) / expectedRest
    }
    #expect(statistic < 20.5)
  }

  @Test func `a generator of zeros or ones gives a possible token`() {
    let logits: [Float] = [-inf, .nan, -3, -1, -inf]
    var zeros = ConstantGenerator(value: 0)
    var ones = ConstantGenerator(value: .max)
    #expect(CategoricalSampler().sample(logits, using: &zeros) == 2)
    #expect(CategoricalSampler().sample(logits, using: &ones) == 3)
  }

  @Test func `one possible token is always chosen`() {
    var generator = SeededGenerator(seed: 1)
    for logits in [[-inf, -inf, -800, -inf], [.nan, .nan, 800, -inf], [3, 2, inf, 9]] {
      for _ in 0..<50 {
        #expect(CategoricalSampler().sample(logits, using: &generator) == 2)
      }
      #expect(ArgMaxSampler().sample(logits, using: &generator) == 2)
    }
  }

  @Test func `nothing possible gives no token`() {
    var generator = SeededGenerator(seed: 1)
    for logits in [[], [-inf, -inf], [.nan, -inf]] as [[Float]] {
      #expect(CategoricalSampler().sample(logits, using: &generator) == nil)
      #expect(ArgMaxSampler().sample(logits, using: &generator) == nil)
    }
  }

  @Test func `greedy choice takes the first of ties`() {
    var generator = SeededGenerator(seed: 1)
    #expect(ArgMaxSampler().sample([1, 7, 7, 2], using: &generator) == 1)
  }

  @Test func `the same seed gives the same draws`() {
    func draws(_ seed: UInt64) -> [Int32?] {
      var generator = SeededGenerator(seed: seed)
      return (0..<200).map { _ in
        CategoricalSampler().sample([0, 0.5, 1, 0.2], using: &generator)
      }
    }
    #expect(draws(4) == draws(4))
    #expect(draws(4) != draws(5))
  }
}
