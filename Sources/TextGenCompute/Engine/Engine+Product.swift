import TextGenKernels

/// A stretch of a buffer, which must outlive it: two threads that count references to one buffer for
/// every product would spend more time on that than on the product of a small network.
@safe @usableFromInline
struct Stretch {
  @usableFromInline let base: UnsafeMutablePointer<Float>
  @usableFromInline let count: Int

  @inlinable init(_ buffer: FloatBuffer) {
    unsafe base = buffer.base
    count = buffer.count
  }

  /// The address of `index`, from which `length` floats are readable and writable.
  func pointer(_ index: Int, length: Int) -> UnsafeMutablePointer<Float> {
    precondition(
      index >= 0 && length >= 0 && index + length <= count,
      "floats \(index) to \(index + length) of \(count)")
    return unsafe base + index
  }
}

/// What the bytes of one side of a product stand for: one factor a row of the left side or a column of
/// the right side, from `offset` on; and for the right side what the sums of its columns start with.
///
/// The buffers must outlive it.
@usableFromInline package struct Scales {
  let factors: Stretch
  let starts: Stretch?
  let offset: Int

  /// Factors, and starts for a right side.
  package init(_ factors: FloatBuffer, starts: FloatBuffer? = nil, at offset: Int = 0) {
    self.factors = Stretch(factors)
    self.starts = starts.map { Stretch($0) }
    self.offset = offset
  }
}

/// A place in a buffer, which must outlive it, and its strides, in words.
@usableFromInline package struct Operand {
  @usableFromInline let buffer: Stretch
  @usableFromInline let offset: Int
  @usableFromInline let rowStride: Int
  @usableFromInline let depthStride: Int
  @usableFromInline let vectorStride: Int
  @usableFromInline let blockStride: Int
  @usableFromInline let panelStride: Int
  @usableFromInline let rowsOfGroup: Int
  @usableFromInline let groupStride: Int
  @usableFromInline let scales: Scales?

  /// The left side of a product: element (row, k) of a block is at
  /// `offset + row * rowStride + k * depthStride + block * blockStride`.
  ///
  /// For the right side, (k, column) is at `offset + k * depthStride + column / 16 * vectorStride`
  /// `+ column % 16 + block * blockStride`: 16 columns are neighbours, and by default the next 16 follow.
  /// For the result, (row, column) is at `offset + row * rowStride + column`, or, where rows come in
  /// groups of `rowsOfGroup`, at `offset + row / rowsOfGroup * groupStride`
  /// `+ row % rowsOfGroup * rowStride + column`. Right sides and results of further panels follow
  /// `panelStride` apart; scales of right sides 64 apart.
  @inlinable package init(
    _ buffer: FloatBuffer, offset: Int = 0, rowStride: Int = 0, depthStride: Int = 0,
    vectorStride: Int = 16, blockStride: Int = 0, panelStride: Int = 0,
    rowsOfGroup: Int = 1 << 32, groupStride: Int = 0, scales: Scales? = nil
  ) {
    self.buffer = Stretch(buffer)
    self.offset = offset
    self.rowStride = rowStride
    self.depthStride = depthStride
    self.vectorStride = vectorStride
    self.blockStride = blockStride
    self.panelStride = panelStride
    self.rowsOfGroup = rowsOfGroup
    self.groupStride = groupStride
    self.scales = scales
  }

  /// Strides of 0 or more, so that the last element is the farthest.
  var isForward: Bool {
    rowStride >= 0 && depthStride >= 0 && vectorStride >= 0 && blockStride >= 0
      && panelStride >= 0 && groupStride >= 0
  }

  /// Floats from the first row of a result to the farthest of `rows`.
  func extent(ofRows rows: Int) -> Int {
    (rows - 1) / rowsOfGroup * groupStride + (min(rows, rowsOfGroup) - 1) * rowStride
  }
}

/// What becomes of what the result of a product holds.
package enum Destination {
  /// The product replaces the result.
  case replaced
  /// The product is added to the result.
  case accumulated
  /// The sum of the product and a row of floats replaces each row of the result; the rows for
  /// further panels follow.
  case started(by: Operand)
}

extension Engine {
  /// Computes `c = Σ over blocks of a · b`, or adds it to `c` or to a row, for some panels of at most
  /// 64 columns.
  ///
  /// - Parameters:
  ///   - precision: what a word of `a` and `b` is.
  ///   - panels: products with the same `a`, made one after the other.
  ///   - rows: rows of `a` and `c`.
  ///   - columns: columns of `b` and `c`, 1 to 64. `b` is read up to the next multiple of 16.
  ///   - depth: words of a row of `a` and rows of `b`, in each of `blocks` blocks.
  ///   - readsAhead: whether it pays to fetch the next panel of `b` while one is read.
  package func product(
    _ precision: ProductPrecision = .float32, panels: Int = 1, rows: Int, columns: Int,
    blocks: Int = 1, depth: Int, a: Operand, b: Operand, c: Operand, _ destination: Destination,
    readsAhead: Bool = false
  ) {
    guard rows > 0 && panels > 0 else { return }
    precondition(columns >= 1 && columns <= 64, "\(columns) columns, expected 1 to 64")
    precondition(blocks >= 1 && depth >= 0, "\(blocks) blocks of depth \(depth)")
    precondition(a.isForward && b.isForward && c.isForward, "a stride below 0")
    precondition(c.rowsOfGroup > 0, "groups of \(c.rowsOfGroup) rows")
    let steps = max(depth - 1, 0)
    let aLength =
      (rows - 1) * a.rowStride + steps * a.depthStride + (blocks - 1) * a.blockStride + 1
    let width = (columns + 15) / 16 * 16
    let bLength =
      (panels - 1) * b.panelStride + steps * b.depthStride + (blocks - 1) * b.blockStride
      + (width / 16 - 1) * b.vectorStride + 16
    let cLength = (panels - 1) * c.panelStride + c.extent(ofRows: rows) + columns
    var accumulates = false
    var bias: UnsafePointer<Float>?
    switch destination {
    case .replaced: break
    case .accumulated: accumulates = true
    case .started(let row):
      let length = (panels - 1) * 64 + width
      unsafe bias = UnsafePointer(row.buffer.pointer(row.offset, length: length))
    }
    let operands = unsafe PanelProduct(
      panels: panels, rows: rows, columns: columns, blocks: blocks, depth: depth,
      a: a.buffer.pointer(a.offset, length: aLength), aRowStride: a.rowStride,
      aDepthStride: a.depthStride, aBlockStride: a.blockStride,
      b: b.buffer.pointer(b.offset, length: bLength), bDepthStride: b.depthStride,
      bVectorStride: b.vectorStride, bBlockStride: b.blockStride, bPanelStride: b.panelStride,
      c: c.buffer.pointer(c.offset, length: cLength), cRowStride: c.rowStride,
      cRowsOfGroup: c.rowsOfGroup, cGroupStride: c.groupStride,
      cPanelStride: c.panelStride, accumulates: accumulates, bias: bias,
      scales: precision == .int8
        ? byteScales(a, rows: rows, b, columns: (panels - 1) * 64 + width) : nil,
      readsAhead: readsAhead)
    switch precision {
    case .float32: kernels.product(operands)
    case .bfloat16: wordKernels.pairProduct(operands)
    case .int8: wordKernels.byteProduct(operands)
    }
  }

  @unsafe
  private func byteScales(
    _ a: Operand, rows: Int, _ b: Operand, columns: Int
  ) -> ByteScales {
    guard let left = a.scales, let right = b.scales, let starts = right.starts else {
      preconditionFailure("a product of bytes without scales")
    }
    return unsafe ByteScales(
      rows: left.factors.pointer(left.offset, length: rows),
      columns: right.factors.pointer(right.offset, length: columns),
      starts: starts.pointer(right.offset, length: columns))
  }
}
