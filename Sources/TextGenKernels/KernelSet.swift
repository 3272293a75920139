/// The kernels of one instruction set.
///
/// Sets of vector instructions take them all from `extension Target`; the plain kernels are spelled out. To
/// add a kernel: its requirement here, its arithmetic in an extension of `Target`, and the plain one in
/// `ReferenceKernels`. They are called through the type, which counts no reference.
package protocol KernelSet: TransformerKernels {
  /// The product of words that are floats.
  static func product(_ operands: PanelProduct)
  /// Makes `count` times 18 · 16 multiply-adds of floats, and returns something of their results.
  static func multiplyAdds(_ count: Int) -> Float

  static func forward(_ cell: CellArithmetic, _ step: CellStep)
  static func backward(_ cell: CellArithmetic, _ step: CellStep)

  static func softmax(_ operands: SoftmaxRows)
  static func logSoftmax(
    _ x: UnsafeMutablePointer<Float>, panels: Int, stride: Int,
    to output: UnsafeMutablePointer<Float>, count: Int)
  static func exponentials(
    count: Int, shift: Float, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>)
  static func mix(
    count: Int, share: Float, probabilities: UnsafePointer<Float>,
    logarithms: UnsafeMutablePointer<Float>)
  static func distributionSums(
    count: Int, logarithms: UnsafePointer<Float>, probabilities: UnsafePointer<Float>
  ) -> DistributionSums

  static func adam(
    _ update: AdamUpdate, count: Int, parameters: UnsafeMutablePointer<Float>,
    gradient: UnsafePointer<Float>, firstMoment: UnsafeMutablePointer<Float>,
    secondMoment: UnsafeMutablePointer<Float>)
  static func add(
    count: Int, scale: Float, input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>)
  static func sumOfSquares(count: Int, _ values: UnsafePointer<Float>) -> Double
  static func addColumnSums(
    rows: Int, _ values: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Float>)
  static func dropout(
    _ dropout: DropoutRows, row: UInt32, count: Int, input: UnsafePointer<Float>,
    output: UnsafeMutablePointer<Float>)

  static func transpose(
    rows: Int, depth: Int, weights: UnsafePointer<Float>, rowStride: Int,
    columns: UnsafeMutablePointer<Float>, stride: Int)
  static func quantizeRows(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int, scales: UnsafeMutablePointer<Float>)
  static func gather(_ operands: TokenRows)
  static func scatter(_ operands: TokenRows)
}

/// The kernels on words of two bfloat16 or four bytes, for which some processors have instructions.
package protocol WordKernels: Sendable {
  static func pairProduct(_ operands: PanelProduct)
  static func byteProduct(_ operands: PanelProduct)
  static func pairColumns(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int)
  static func pairRows(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int)
  /// What `multiplyAdds` does, with words of two bfloat16; nil where no instruction does.
  static func pairMultiplyAdds(_ count: Int) -> Float?
  /// What `multiplyAdds` does, with words of four bytes; nil where no instruction does.
  static func byteMultiplyAdds(_ count: Int) -> Float?
}

extension WordKernels {
  package static func pairMultiplyAdds(_ count: Int) -> Float? { nil }
  package static func byteMultiplyAdds(_ count: Int) -> Float? { nil }
}
