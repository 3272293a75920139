/// How fast a tokenizer encodes and decodes a text on this machine.
public struct EncodingSpeed: Sendable, Hashable {
  /// Bytes of UTF-8 encoded per second, normalisation included.
  public let encodedBytesPerSecond: Double
  /// Bytes of UTF-8 decoded per second.
  public let decodedBytesPerSecond: Double

  /// Measures `tokenizer` on `text`, the best of `repetitions` runs, at least 1.
  public init(of tokenizer: any Tokenizer, on text: String, repetitions: Int = 5) {
    precondition(repetitions >= 1, "\(repetitions) repetitions")
    let clock = ContinuousClock()
    var encoding = Encoding()
    var byteCount = 0
    let encoded = (0..<repetitions).map { _ in
      clock.measure { encoding = tokenizer.encoding(of: text) }
    }
    let decoded = (0..<repetitions).map { _ in
      clock.measure { byteCount = tokenizer.decode(encoding.tokens).utf8.count }
    }
    encodedBytesPerSecond = Double(text.utf8.count) / Self.seconds(encoded)
    decodedBytesPerSecond = Double(byteCount) / Self.seconds(decoded)
  }

  private static func seconds(_ durations: [Duration]) -> Double {
    max((durations.min() ?? .zero) / .seconds(1), 1e-9)
  }
}
