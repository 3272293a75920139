// Where a token stands, told by rotation (Su et al. 2021): pair i of a query or a key at place p is turned
// by the angle p · 10000^(-2i/d), so that their product depends on the distance alone.
//
// The frequencies are rounded to multiples of 2π / 65536. Places can then be counted modulo 65536: a text
// of any length keeps exact angles, and where it was cut into windows changes nothing.

import TextGenCompute

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cosines and sines of all angles that occur.
struct RotaryTable: Sendable {
  /// Places after which all angles are the same again.
  static let period = 65_536

  /// For each pair of a head of `size` units the steps of 2π / 65536 that a place turns it by.
  static func frequencies(headSize size: Int) -> [Int] {
    (0..<size / 2).map { pair in
      let angle = pow(10_000, -2 * Double(pair) / Double(size))
      return max(1, Int((angle * Double(period) / (2 * .pi)).rounded()))
    }
  }

  private let frequencies: [Int]
  private let cosines: [Float]

  init(headSize: Int) {
    frequencies = Self.frequencies(headSize: headSize)
    cosines = (0..<Self.period).map { Float(cos(2 * .pi * Double($0) / Double(Self.period))) }
  }

  /// Writes the cosines and sines for `place` at `offset`, times `scale`.
  func write(
    place: Int, scale: Float, to cosineRow: FloatBuffer, _ sineRow: FloatBuffer, at offset: Int
  ) {
    for (pair, frequency) in frequencies.enumerated() {
      let angle = place * frequency % Self.period
      cosineRow[offset + pair] = scale * cosines[angle]
      // sin x = cos(x - π/2)
      sineRow[offset + pair] =
        scale * cosines[(angle + 3 * Self.period / 4) % Self.period]
    }
  }
}
