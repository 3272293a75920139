// The one matrix product: C = start + Σ over blocks and depth of A · B, 64 columns at a time.
//
//              B: one panel, depth × 64 (or 48) columns
//              ┌────────────────┐
//              │ k: ──────────▶ │   4 vectors of 16 lanes
//              └────────────────┘
//   A: rows    ┌────────────────┐
//   ┌──────┐   │ 6 rows × 4     │   C: the tile that stays in registers:
//   │ k ▶  │   │ accumulators   │   6 × 4 = 24 of the 32 registers of AVX-512,
//   └──────┘   └────────────────┘
//
// Per step of depth a tile loads 4 vectors of B and broadcasts 6 words of A for 24 multiply-adds,
// so the two multiply-add ports are busy as long as B comes from the first or second cache. Rows are
// cut evenly, 32 into 6 6 5 5 5 5: a tile of two rows would wait for its loads.
// Strides of A and B are free: the same loop serves forward products (A by rows), products with
// transposed panels, and weight gradients (A by columns). 16 columns of B are neighbours; the next 16 may
// follow them, or the 16 of all depth, as packed weights do. Where registers are few, products of
// more than three rows are computed piece by piece (`Target+BlockedProduct.swift`).
//
// A and B are made of words of four bytes. A word is one float, or a pair of bfloat16 (`Target+Pairing.swift`)
// or four whole numbers of 8 bits (`Target+Quantization.swift`), which one instruction multiplies and adds where
// the processor has it: half or a quarter of the words for a depth. C holds floats in any case.

public import CTextgenVectors

/// What a word of the sides of a product is.
@frozen
@usableFromInline package enum WordKind: Sendable {
  case float
  case pair
  case bytes
}

/// What whole numbers stand for: a factor for each row of A, and for each column of B a factor and what
/// its sum starts with, which undoes that A's bytes are raised by 128.
@usableFromInline package struct ByteScales {
  @usableFromInline package var rows: UnsafePointer<Float>
  @usableFromInline package var columns: UnsafePointer<Float>
  @usableFromInline package var starts: UnsafePointer<Float>

  @_transparent
  @usableFromInline package init(
    rows: UnsafePointer<Float>, columns: UnsafePointer<Float>, starts: UnsafePointer<Float>
  ) {
    self.rows = rows
    self.columns = columns
    self.starts = starts
  }
}

/// The operands of products with one left side and some panels; strides and depth count words.
@usableFromInline package struct PanelProduct {
  /// Products that are made one after the other, with the same A.
  @usableFromInline package var panels: Int
  /// Rows of A and C.
  @usableFromInline package var rows: Int
  /// Columns of B and C, 1 to 64.
  @usableFromInline package var columns: Int
  /// Products that are summed: `blocks` pieces of A and B, each `depth` long.
  @usableFromInline package var blocks: Int
  @usableFromInline package var depth: Int
  @usableFromInline package var a: UnsafePointer<Float>
  @usableFromInline package var aRowStride: Int
  @usableFromInline package var aDepthStride: Int
  @usableFromInline package var aBlockStride: Int
  /// B must be readable up to the next multiple of 16 columns.
  @usableFromInline package var b: UnsafePointer<Float>
  @usableFromInline package var bDepthStride: Int
  /// From 16 columns of B to the next: 16 where B is made of rows.
  @usableFromInline package var bVectorStride: Int
  @usableFromInline package var bBlockStride: Int
  /// From one panel to the next, of B and of C; bias and scales go on by 64.
  @usableFromInline package var bPanelStride: Int
  @usableFromInline package var cPanelStride: Int
  @usableFromInline package var c: UnsafeMutablePointer<Float>
  @usableFromInline package var cRowStride: Int
  /// Rows of C come in groups of this many, `cGroupStride` apart.
  @usableFromInline package var cRowsOfGroup: Int
  @usableFromInline package var cGroupStride: Int
  /// Whether the product is added to C, or replaces it.
  @usableFromInline package var accumulates: Bool
  /// Where it replaces C: what each row of the sum starts with, readable as B; nil for zeros.
  @usableFromInline package var bias: UnsafePointer<Float>?
  /// For words of bytes only.
  @usableFromInline package var scales: ByteScales?
  /// Whether the next panel is asked for in the second cache while one is read.
  @usableFromInline package var readsAhead: Bool

  @_transparent
  @usableFromInline package init(
    panels: Int, rows: Int, columns: Int, blocks: Int, depth: Int,
    a: UnsafePointer<Float>, aRowStride: Int, aDepthStride: Int, aBlockStride: Int,
    b: UnsafePointer<Float>, bDepthStride: Int, bVectorStride: Int, bBlockStride: Int,
    bPanelStride: Int,
    c: UnsafeMutablePointer<Float>, cRowStride: Int, cRowsOfGroup: Int, cGroupStride: Int,
    cPanelStride: Int, accumulates: Bool, bias: UnsafePointer<Float>?, scales: ByteScales?,
    readsAhead: Bool
  ) {
    self.panels = panels
    self.rows = rows
    self.columns = columns
    self.blocks = blocks
    self.depth = depth
    self.a = a
    self.aRowStride = aRowStride
    self.aDepthStride = aDepthStride
    self.aBlockStride = aBlockStride
    self.b = b
    self.bDepthStride = bDepthStride
    self.bVectorStride = bVectorStride
    self.bBlockStride = bBlockStride
    self.bPanelStride = bPanelStride
    self.c = c
    self.cRowStride = cRowStride
    self.cRowsOfGroup = cRowsOfGroup
    self.cGroupStride = cGroupStride
    self.cPanelStride = cPanelStride
    self.accumulates = accumulates
    self.bias = bias
    self.scales = scales
    self.readsAhead = readsAhead
  }

  /// Moves on to the next panel.
  @usableFromInline package mutating func advance() {
    panels -= 1
    b += bPanelStride
    c += cPanelStride
    bias = bias.map { $0 + 64 }
    scales = scales.map {
      ByteScales(rows: $0.rows, columns: $0.columns + 64, starts: $0.starts + 64)
    }
  }
}

extension Target {
  /// One tile; `rows` (1 to 6), `vectors` (1 to 4) and `kind` are literals, so that the branches on
  /// them fold away and each accumulator is a register.
  @_transparent
  @usableFromInline package static func tile(
    _ operands: PanelProduct, rows: Int, vectors: Int, kind: WordKind, row: Int, column: Int
  ) {
    // What C holds is fetched while the sums are computed.
    operands.expectRow(row, column, vectors)
    if rows > 1 { operands.expectRow(row + 1, column, vectors) }
    if rows > 2 { operands.expectRow(row + 2, column, vectors) }
    if rows > 3 { operands.expectRow(row + 3, column, vectors) }
    if rows > 4 { operands.expectRow(row + 4, column, vectors) }
    if rows > 5 { operands.expectRow(row + 5, column, vectors) }
    let start = kind == .bytes ? operands.scales?.starts : operands.bias
    var r0 = TileRow(start.map { $0 + column }, vectors)
    var (r1, r2, r3, r4, r5) = (r0, r0, r0, r0, r0)
    let startsWithC = startsWithC && kind != .bytes && operands.accumulates
    if startsWithC {
      r0 = TileRow(operands, row, column, vectors)
      if rows > 1 { r1 = TileRow(operands, row + 1, column, vectors) }
      if rows > 2 { r2 = TileRow(operands, row + 2, column, vectors) }
      if rows > 3 { r3 = TileRow(operands, row + 3, column, vectors) }
      if rows > 4 { r4 = TileRow(operands, row + 4, column, vectors) }
      if rows > 5 { r5 = TileRow(operands, row + 5, column, vectors) }
    }
    let aRow = operands.aRowStride
    // The first four tiles ask for a quarter of the next panel each, a line for each step.
    let part = vectors > 1 ? row / rows : row == 0 ? column / 16 : 4
    let step = operands.readsAhead && operands.panels > 1 && part < 4 ? 16 : 0
    let quarter = part * operands.blocks * operands.depth * step
    var ahead = operands.b + (step == 0 ? 0 : operands.bPanelStride + quarter)
    for block in 0..<operands.blocks {
      var a = operands.a + (row * aRow + block * operands.aBlockStride)
      var b = operands.b + ((column >> 4) * operands.bVectorStride + block * operands.bBlockStride)
      for _ in 0..<operands.depth {
        let right = TileRow(b, vectors, stride: operands.bVectorStride)
        ctextgen_prefetch(ahead)
        ahead += step
        r0.add(a[0], right, vectors, kind, self)
        if rows > 1 { r1.add(a[aRow], right, vectors, kind, self) }
        if rows > 2 { r2.add(a[2 * aRow], right, vectors, kind, self) }
        if rows > 3 { r3.add(a[3 * aRow], right, vectors, kind, self) }
        if rows > 4 { r4.add(a[4 * aRow], right, vectors, kind, self) }
        if rows > 5 { r5.add(a[5 * aRow], right, vectors, kind, self) }
        a += operands.aDepthStride
        b += operands.bDepthStride
      }
    }
    let adding = operands.accumulates && !startsWithC
    r0.finish(operands, row, column, vectors, kind, adding: adding)
    if rows > 1 { r1.finish(operands, row + 1, column, vectors, kind, adding: adding) }
    if rows > 2 { r2.finish(operands, row + 2, column, vectors, kind, adding: adding) }
    if rows > 3 { r3.finish(operands, row + 3, column, vectors, kind, adding: adding) }
    if rows > 4 { r4.finish(operands, row + 4, column, vectors, kind, adding: adding) }
    if rows > 5 { r5.finish(operands, row + 5, column, vectors, kind, adding: adding) }
  }
}

extension PanelProduct {
  /// Where row `index` of C begins.
  @_transparent @usableFromInline package func place(_ index: Int) -> Int {
    // Division only where there are groups: it costs as much as forty multiply-adds.
    let group = index < cRowsOfGroup ? 0 : index / cRowsOfGroup
    return group * cGroupStride + (index - group * cRowsOfGroup) * cRowStride
  }

  /// Columns of the last of some vectors of C from `column` on, which may be short.
  @_transparent @usableFromInline
  func lastColumns(from column: Int, _ vectors: Int) -> Int {
    min(columns - column, vectors * 16) - (vectors - 1) * 16
  }

  /// Row `index` of C.
  @_transparent @usableFromInline
  func row(_ index: Int) -> UnsafeMutablePointer<Float> { c + place(index) }

  /// Asks for the lines of a row of C.
  @_transparent @usableFromInline
  func expectRow(_ index: Int, _ column: Int, _ vectors: Int) {
    let place = row(index) + column
    ctextgen_prefetch_for_writing(place)
    if vectors > 1 { ctextgen_prefetch_for_writing(place + 16) }
    if vectors > 2 { ctextgen_prefetch_for_writing(place + 32) }
    if vectors > 3 { ctextgen_prefetch_for_writing(place + 48) }
  }
}
