/// How fast a tokenizer encodes a text on this machine.
package struct EncodingSpeed: Sendable, Hashable {
  /// Bytes of UTF-8 encoded per second, normalisation included.
  package let encodedBytesPerSecond: Double

  /// Measures `tokenizer` on `text`, the best of `repetitions` runs, at least 1, by `clock`.
  package init(
    of tokenizer: any Tokenizer, on text: String, repetitions: Int = 5,
    clock: some Clock<Duration> = ContinuousClock()
  ) {
    precondition(repetitions >= 1, "\(repetitions) repetitions")
    let durations = (0..<repetitions).map { _ in
      clock.measure { _ = tokenizer.encoding(of: text) }
    }
    let seconds = max((durations.min() ?? .zero) / .seconds(1), 1e-9)
    encodedBytesPerSecond = Double(text.utf8.count) / seconds
  }
}
