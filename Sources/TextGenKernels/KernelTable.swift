/// The kernels of one instruction set, behind one table of functions.
public struct KernelTable: Sendable {
  /// Of floats, of pairs of bfloat16, and of words of four bytes.
  public var product, pairProduct, byteProduct: @Sendable (PanelProduct) -> Void
  public let lstmForward: @Sendable (CellStep) -> Void
  public let lstmBackward: @Sendable (CellStep) -> Void
  public let gruForward: @Sendable (CellStep) -> Void
  public let gruBackward: @Sendable (CellStep) -> Void
  public let elmanTanhForward: @Sendable (CellStep) -> Void
  public let elmanTanhBackward: @Sendable (CellStep) -> Void
  public let elmanReLUForward: @Sendable (CellStep) -> Void
  public let elmanReLUBackward: @Sendable (CellStep) -> Void
  public let softmax: @Sendable (SoftmaxRows) -> Void
  public let logSoftmax:
    @Sendable (UnsafeMutablePointer<Float>, Int, Int, UnsafeMutablePointer<Float>, Int) -> Void
  public let adam:
    @Sendable (
      AdamUpdate, Int, UnsafeMutablePointer<Float>, UnsafePointer<Float>,
      UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>
    ) -> Void
  public let add: @Sendable (Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  public let sumOfSquares: @Sendable (Int, UnsafePointer<Float>) -> Double
  public let addColumnSums:
    @Sendable (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  public let dropout:
    @Sendable (DropoutRows, UInt32, Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  public let transpose:
    @Sendable (Int, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<Float>) -> Void
  public var pairColumns, pairRows: Pairing
  public let quantizeRows:
    @Sendable (
      Int, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<Float>, Int,
      UnsafeMutablePointer<Float>
    ) -> Void
  public let gather, scatter: @Sendable (TokenRows) -> Void
  /// Count, shift, input, output.
  public let exponentials:
    @Sendable (Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  /// Count, share, probabilities, logarithms.
  public let mix: @Sendable (Int, Float, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  /// Count, logarithms, probabilities.
  public let distributionSums:
    @Sendable (Int, UnsafePointer<Float>, UnsafePointer<Float>) -> DistributionSums
  public let transformer: TransformerKernels
  /// Of floats; `count` times 18 · 16 of them.
  public let multiplyAdds: @Sendable (_ count: Int) -> Float
  /// Of pairs of bfloat16, and of words of four bytes, where an instruction makes them.
  public var pairMultiplyAdds, byteMultiplyAdds: (@Sendable (_ count: Int) -> Float)?

  /// Rows, floats of a row, input and its row stride, output and its row stride.
  public typealias Pairing =
    @Sendable (Int, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<Float>, Int) -> Void

  /// A table of these kernels.
  public init(
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
