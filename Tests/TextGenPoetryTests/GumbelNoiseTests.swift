import Testing
import TextGenCompute

@testable import TextGenPoetry

/// Noise that draws texts, once for each.
struct GumbelNoiseTests {
  private static func noise(_ temperature: Double, seed: UInt64 = 1) -> GumbelNoise<SeededGenerator>
  {
    GumbelNoise(temperature: temperature, SeededGenerator(seed: seed))
  }

  private static func share(_ temperature: Double, _ gains: [Double]) -> [Double] {
    var noise = noise(temperature)
    var counts = [Double](repeating: 0, count: gains.count)
    for _ in 0..<4000 {
      let drawn = noise.continued(0, gains: gains)
      counts[drawn.indices.max { drawn[$0] < drawn[$1] } ?? 0] += 1 / 4000
    }
    return counts
  }

  @Test func `the greatest is a draw from the distribution`() {
    let shares = Self.share(1, [0.5, 0.3, 0.2].map(logarithm))
    for (share, probability) in zip(shares, [0.5, 0.3, 0.2]) {
      #expect(abs(share - probability) < 0.03)
    }
  }

  @Test func `a lower temperature prefers what is likelier`() {
    let shares = Self.share(0.5, [0.5, 0.3, 0.2].map(logarithm))
    #expect(abs(shares[0] - 0.25 / 0.38) < 0.03)
  }

  @Test func `the greatest of a text's continuations is the text with all that may follow`() {
    var noise = Self.noise(0.7)
    for _ in 0..<100 {
      let drawn = noise.continued(-3, gains: [-1, -2, -4])
      let mass = 0.7 * logarithm([-1.0, -2, -4].reduce(0) { $0 + exponential($1 / 0.7) })
      #expect(abs((drawn.max() ?? 0) - (-3 + mass)) < 1e-9)
    }
  }

  @Test func `without temperature nothing is drawn`() {
    var noise = Self.noise(0)
    #expect(noise.continued(-3, gains: [-1, -2]) == [-4, -5])
    #expect(noise.continued(-3, gains: []) == [])
  }

  @Test func `one seed draws the same`() {
    var (one, two) = (Self.noise(1, seed: 9), Self.noise(1, seed: 9))
    #expect(one.continued(0, gains: [-1, -2, -3]) == two.continued(0, gains: [-1, -2, -3]))
  }
}
