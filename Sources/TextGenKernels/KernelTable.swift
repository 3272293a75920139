/// The kernels of one instruction set, behind one table of functions.
package struct KernelTable: Sendable {
  /// Of floats, of pairs of bfloat16, and of words of four bytes.
  package var product, pairProduct, byteProduct: @Sendable (PanelProduct) -> Void
  package let lstmForward: @Sendable (CellStep) -> Void
  package let lstmBackward: @Sendable (CellStep) -> Void
  package let gruForward: @Sendable (CellStep) -> Void
  package let gruBackward: @Sendable (CellStep) -> Void
  package let elmanTanhForward: @Sendable (CellStep) -> Void
  package let elmanTanhBackward: @Sendable (CellStep) -> Void
  package let elmanReLUForward: @Sendable (CellStep) -> Void
  package let elmanReLUBackward: @Sendable (CellStep) -> Void
  package let softmax: @Sendable (SoftmaxRows) -> Void
  package let logSoftmax:
    @Sendable (UnsafeMutablePointer<Float>, Int, Int, UnsafeMutablePointer<Float>, Int) -> Void
  package let adam:
    @Sendable (
      AdamUpdate, Int, UnsafeMutablePointer<Float>, UnsafePointer<Float>,
      UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>
    ) -> Void
  package let add: @Sendable (Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  package let sumOfSquares: @Sendable (Int, UnsafePointer<Float>) -> Double
  package let addColumnSums:
    @Sendable (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  package let dropout:
    @Sendable (DropoutRows, UInt32, Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  package let transpose:
    @Sendable (Int, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<Float>) -> Void
  package var pairColumns, pairRows: Pairing
  package let quantizeRows:
    @Sendable (
      Int, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<Float>, Int,
      UnsafeMutablePointer<Float>
    ) -> Void
  package let gather, scatter: @Sendable (TokenRows) -> Void
  /// Count, shift, input, output.
  package let exponentials:
    @Sendable (Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  /// Count, share, probabilities, logarithms.
  package let mix: @Sendable (Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  /// Count, logarithms, probabilities.
  package let distributionSums:
    @Sendable (Int, UnsafePointer<Float>, UnsafePointer<Float>) -> DistributionSums
  package let transformer: TransformerKernels
  /// Of floats; `count` times 18 · 16 of them.
  package let multiplyAdds: @Sendable (_ count: Int) -> Float
  /// Of pairs of bfloat16, and of words of four bytes, where an instruction makes them.
  package var pairMultiplyAdds, byteMultiplyAdds: (@Sendable (_ count: Int) -> Float)?

  /// Rows, floats of a row, input and its row stride, output and its row stride.
  package typealias Pairing =
    @Sendable (Int, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<Float>, Int) -> Void

  /// A table of these kernels.
  package init(
    product: @escaping @Sendable (PanelProduct) -> Void,
    pairProduct: @escaping @Sendable (PanelProduct) -> Void,
    byteProduct: @escaping @Sendable (PanelProduct) -> Void,
    lstmForward: @escaping @Sendable (CellStep) -> Void,
    lstmBackward: @escaping @Sendable (CellStep) -> Void,
    gruForward: @escaping @Sendable (CellStep) -> Void,
    gruBackward: @escaping @Sendable (CellStep) -> Void,
    elmanTanhForward: @escaping @Sendable (CellStep) -> Void,
    elmanTanhBackward: @escaping @Sendable (CellStep) -> Void,
    elmanReLUForward: @escaping @Sendable (CellStep) -> Void,
    elmanReLUBackward: @escaping @Sendable (CellStep) -> Void,
    softmax: @escaping @Sendable (SoftmaxRows) -> Void,
    logSoftmax:
      @escaping @Sendable (UnsafeMutablePointer<Float>, Int, Int, UnsafeMutablePointer<Float>, Int)
      -> Void,
    adam:
      @escaping @Sendable (
        AdamUpdate, Int, UnsafeMutablePointer<Float>, UnsafePointer<Float>,
        UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>
      ) -> Void,
    add:
      @escaping @Sendable (Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void,
    sumOfSquares: @escaping @Sendable (Int, UnsafePointer<Float>) -> Double,
    addColumnSums:
      @escaping @Sendable (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void,
    dropout:
      @escaping @Sendable (
        DropoutRows, UInt32, Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>
      ) -> Void,
    transpose:
      @escaping @Sendable (Int, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<Float>) -> Void,
    pairColumns: @escaping Pairing, pairRows: @escaping Pairing,
    quantizeRows:
      @escaping @Sendable (
        Int, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<Float>, Int,
        UnsafeMutablePointer<Float>
      ) -> Void,
    gather: @escaping @Sendable (TokenRows) -> Void,
    scatter: @escaping @Sendable (TokenRows) -> Void,
    exponentials:
      @escaping @Sendable (Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void,
    mix:
      @escaping @Sendable (Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void,
    distributionSums:
      @escaping @Sendable (Int, UnsafePointer<Float>, UnsafePointer<Float>) -> DistributionSums,
    transformer: TransformerKernels, multiplyAdds: @escaping @Sendable (_ count: Int) -> Float
  ) {
    self.product = product
    self.pairProduct = pairProduct
    self.byteProduct = byteProduct
    self.lstmForward = lstmForward
    self.lstmBackward = lstmBackward
    self.gruForward = gruForward
    self.gruBackward = gruBackward
    self.elmanTanhForward = elmanTanhForward
    self.elmanTanhBackward = elmanTanhBackward
    self.elmanReLUForward = elmanReLUForward
    self.elmanReLUBackward = elmanReLUBackward
    self.softmax = softmax
    self.logSoftmax = logSoftmax
    self.adam = adam
    self.add = add
    self.sumOfSquares = sumOfSquares
    self.addColumnSums = addColumnSums
    self.dropout = dropout
    self.transpose = transpose
    self.pairColumns = pairColumns
    self.pairRows = pairRows
    self.quantizeRows = quantizeRows
    self.gather = gather
    self.scatter = scatter
    self.exponentials = exponentials
    self.mix = mix
    self.distributionSums = distributionSums
    self.transformer = transformer
    self.multiplyAdds = multiplyAdds
  }
}
