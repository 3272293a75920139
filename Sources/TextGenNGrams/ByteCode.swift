#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Probabilities in a byte: the negative binary logarithm in twelfths, so that a step is 6 %.
///
/// From 1 down to 2^-21.25; a model that is read so sums its probabilities up again.
enum ByteCode {
  private static let stepsOfBit: Float = 12
  private static let values = (0..<256).map { exp2f(-Float($0) / stepsOfBit) }

  /// The code whose value is nearest to `probability`, which is greater than 0.
  static func code(_ probability: Float) -> UInt8 {
    UInt8(max(0, min(255, (-log2f(probability) * stepsOfBit).rounded())))
  }

  /// What `code` stands for.
  static func value(_ code: UInt8) -> Float { values[Int(code)] }
}
