import Kernels

/// A place in a buffer and its strides, in floats.
public struct Operand {
  let buffer: FloatBuffer
  let offset: Int
  let rowStride: Int
  let depthStride: Int
  let blockStride: Int

  /// The left side of a product: element (row, k) of a block is at
  /// `offset + row * rowStride + k * depthStride + block * blockStride`.
  ///
  /// For the right side, (k, column) is at `offset + k * depthStride + column + block * blockStride`;
  /// for the result, (row, column) is at `offset + row * rowStride + column`.
  public init(
    _ buffer: FloatBuffer, offset: Int = 0, rowStride: Int = 0, depthStride: Int = 0,
    blockStride: Int = 0
  ) {
    self.buffer = buffer
    self.offset = offset
    self.rowStride = rowStride
    self.depthStride = depthStride
    self.blockStride = blockStride
  }

  /// Strides of 0 or more, so that the last element is the farthest.
  var isForward: Bool { rowStride >= 0 && depthStride >= 0 && blockStride >= 0 }
}

/// Whether a product is added to what the result holds.
public enum Destination: Sendable {
  /// The product replaces the result.
  case replaced
  /// The product is added to the result.
  case accumulated
}

extension Engine {
  /// Computes `c = Σ over blocks of a · b`, or adds it to `c`; at most 64 columns.
  ///
  /// - Parameters:
  ///   - rows: rows of `a` and `c`.
  ///   - columns: columns of `b` and `c`, 1 to 64. `b` is read up to the next multiple of 16.
  ///   - depth: columns of `a` and rows of `b`, in each of `blocks` blocks.
  public func product(
    rows: Int, columns: Int, blocks: Int = 1, depth: Int, a: Operand, b: Operand, c: Operand,
    _ destination: Destination
  ) {
    guard rows > 0 else { return }
    precondition(columns >= 1 && columns <= 64, "\(columns) columns, expected 1 to 64")
    precondition(blocks >= 1 && depth >= 0, "\(blocks) blocks of depth \(depth)")
    precondition(a.isForward && b.isForward && c.isForward, "a stride below 0")
    let steps = max(depth - 1, 0)
    let aLength =
      (rows - 1) * a.rowStride + steps * a.depthStride + (blocks - 1) * a.blockStride + 1
    let bLength = steps * b.depthStride + (blocks - 1) * b.blockStride + (columns + 15) / 16 * 16
    let cLength = (rows - 1) * c.rowStride + columns
    kernels.product(
      unsafe PanelProduct(
        rows: rows, columns: columns, blocks: blocks, depth: depth,
        a: a.buffer.pointer(a.offset, length: aLength), aRowStride: a.rowStride,
        aDepthStride: a.depthStride, aBlockStride: a.blockStride,
        b: b.buffer.pointer(b.offset, length: bLength), bDepthStride: b.depthStride,
        bBlockStride: b.blockStride,
        c: c.buffer.pointer(c.offset, length: cLength), cRowStride: c.rowStride,
        accumulates: destination == .accumulated))
  }
}
