package import TextGenCompute

extension FloatBuffer {
  /// A buffer of these values.
  package convenience init(_ values: [Float]) {
    self.init(count: values.count)
    store(values.span, at: 0)
  }
}

extension [Float] {
  /// `count` uniform values of `range`.
  package static func random(
    _ count: Int, in range: ClosedRange<Float>, using generator: inout SeededGenerator
  ) -> [Float] {
    (0..<count).map { _ in Float.random(in: range, using: &generator) }
  }

  /// The bit patterns, which tell -0 from 0 and are equal for equal not-a-numbers.
  package var bits: [UInt32] { map(\.bitPattern) }
}
