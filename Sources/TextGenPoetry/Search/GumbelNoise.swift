/// Noise that makes a search for the best text one for a text that is drawn.
///
/// A stochastic beam search (Kool, van Hoof and Welling 2019, "Stochastic beams and where to find them"): the
/// greatest of log-probabilities with Gumbel noise is a draw from their distribution, and the noise of a
/// text's continuations is drawn so that their greatest is what the text had. Thus a text has noise once,
/// and not with each of its words, of which a search would find the luckiest instead of the best. Scaled
/// by a temperature it draws as that temperature does, and at 0 nothing is drawn.
struct GumbelNoise<Generator: RandomNumberGenerator & Sendable>: Sendable {
  let temperature: Double
  private(set) var generator: Generator

  init(temperature: Double, _ generator: Generator) {
    self.temperature = temperature
    self.generator = generator
  }

  /// The noisy scores of continuations of a text whose noisy score is `drawn`, where each is worth
  /// `gains` more than the text.
  ///
  /// The greatest of them is `drawn` with what all of them together are worth, so that a text is kept by
  /// what may follow it.
  mutating func continued(_ drawn: Double, gains: [Double]) -> [Double] {
    guard temperature > 0, let most = gains.max() else { return gains.map { drawn + $0 } }
    let mass = gains.reduce(0) { $0 + exponential(($1 - most) / temperature) }
    let target = drawn + most + temperature * logarithm(mass)
    let noisy = gains.map { drawn + $0 + gumbel() }
    let greatest = noisy.max() ?? 0
    return noisy.map { value in
      guard value < greatest else { return target }
      let rest = 1 - exponential((value - greatest) / temperature)
      let shift = (target - value) / temperature + logarithm(max(rest, .leastNormalMagnitude))
      return target - temperature * (max(0, shift) + logarithm(1 + exponential(-abs(shift))))
    }
  }

  /// A draw from the Gumbel distribution, scaled.
  private mutating func gumbel() -> Double {
    // Between 0 and 1, and neither.
    let uniform = (Double(generator.next() >> 11) + 0.5) * 0x1p-53
    return -temperature * logarithm(-logarithm(uniform))
  }

  /// A number between minus `range` and `range` times the temperature, each as likely.
  mutating func uniform(_ range: Double) -> Double {
    temperature > 0 ? temperature * range * (Double(generator.next() >> 11) * 0x1p-52 - 1) : 0
  }

  /// Draws with the noise's own generator.
  mutating func draw<Result>(_ body: (inout Generator) -> Result) -> Result { body(&generator) }
}
