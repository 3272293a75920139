/// Divides the logits by a temperature (Ackley, Hinton and Sejnowski 1985).
///
/// Below 1 the likely tokens gain, above 1 the unlikely ones. The greatest logit is first moved to
/// 0, so that the smallest and the greatest temperatures neither overflow nor give NaN.
package struct Temperature: LogitsProcessor {
  /// The divisor, finite and greater than 0.
  package let value: Double

  /// A division by `value`, which is finite and greater than 0.
  package init(_ value: Double) {
    precondition(value > 0 && value.isFinite, "temperature \(value) is not in (0, infinity)")
    self.value = value
  }

  /// Divides each logit, less the greatest one, by the temperature.
  package func process(_ logits: inout [Float], context: borrowing GenerationContext) {
    let greatest = logits.greatest
    for index in logits.indices {
      let logit = logits[index]
      if logit == greatest {
        logits[index] = greatest == -.infinity ? greatest : 0
      } else {
        logits[index] = logit.isNaN ? -.infinity : scaled(logit, below: greatest)
      }
    }
  }

  private func scaled(_ logit: Float, below greatest: Float) -> Float {
    Float((Double(logit) - Double(greatest)) / value)
  }
}

extension SamplingSetting {
  /// The divisor of the logits.
  package static let temperature = SamplingSetting(
    "temperature", .number(\.temperature), in: .fromZero(meaning: .greedy), off: nil
  ) {
    $0.temperature != 1 ? Temperature($0.temperature) : nil
  }
}
