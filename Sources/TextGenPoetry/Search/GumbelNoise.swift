/// Noise that makes a search for the best text one for a text that is drawn.
///
/// The greatest of log-probabilities with Gumbel noise is a draw from their distribution (Gumbel 1954;
/// Kool, van Hoof and Welling 2019, "Stochastic beams and where to find them"). Scaled by a temperature it
/// draws as that temperature does, and at 0 nothing is drawn.
struct GumbelNoise<Generator: RandomNumberGenerator & Sendable>: Sendable {
  let temperature: Double
  private(set) var generator: Generator

  init(temperature: Double, _ generator: Generator) {
    self.temperature = temperature
    self.generator = generator
  }

  /// The next value.
  mutating func next() -> Double {
    guard temperature > 0 else { return 0 }
    // Between 0 and 1, and neither.
    let uniform = (Double(generator.next() >> 11) + 0.5) * 0x1p-53
    return -temperature * logarithm(-logarithm(uniform))
  }

  /// Draws with the noise's own generator.
  mutating func draw<Result>(_ body: (inout Generator) -> Result) -> Result { body(&generator) }
}
