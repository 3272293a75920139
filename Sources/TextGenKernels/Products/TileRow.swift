// One row of the tile of a product (`PanelProduct.swift`): its accumulators and what is done with them.

public import CTextgenVectors

/// Up to four vectors of one row of a tile.
@usableFromInline @frozen
struct TileRow {
  @usableFromInline var v0: Lanes
  @usableFromInline var v1: Lanes
  @usableFromInline var v2: Lanes
  @usableFromInline var v3: Lanes

  /// The first `vectors` vectors at `pointer`, or zeros.
  @_transparent @usableFromInline
  init(_ pointer: UnsafePointer<Float>?, _ vectors: Int) {
    v0 = .zero
    v1 = .zero
    v2 = .zero
    v3 = .zero
    guard let pointer else { return }
    v0 = pointer.lanes(0)
    if vectors > 1 { v1 = pointer.lanes(16) }
    if vectors > 2 { v2 = pointer.lanes(32) }
    if vectors > 3 { v3 = pointer.lanes(48) }
  }

  /// The first `vectors` vectors at `pointer`, `stride` words apart.
  @_transparent @usableFromInline
  init(_ pointer: UnsafePointer<Float>, _ vectors: Int, stride: Int) {
    v0 = pointer.lanes(0)
    v1 = .zero
    v2 = .zero
    v3 = .zero
    if vectors > 1 { v1 = pointer.lanes(stride) }
    if vectors > 2 { v2 = pointer.lanes(2 * stride) }
    if vectors > 3 { v3 = pointer.lanes(3 * stride) }
  }

  /// Adds the products of the word `left` with each word of `right`.
  @_transparent @usableFromInline
  mutating func add(
    _ left: Float, _ right: TileRow, _ vectors: Int, _ kind: WordKind, _ target: (some Target).Type
  ) {
    let x = Lanes(repeating: left)
    v0 = target.addProducts(v0, x, right.v0, kind)
    if vectors > 1 { v1 = target.addProducts(v1, x, right.v1, kind) }
    if vectors > 2 { v2 = target.addProducts(v2, x, right.v2, kind) }
    if vectors > 3 { v3 = target.addProducts(v3, x, right.v3, kind) }
  }

  /// What a row of C holds.
  @_transparent @usableFromInline
  init(_ operands: PanelProduct, _ row: Int, _ column: Int, _ vectors: Int) {
    let c = UnsafePointer(operands.row(row) + column)
    let last = operands.lastColumns(from: column, vectors)
    v0 = c.lanes(0, count: vectors == 1 ? last : 16)
    v1 = .zero
    v2 = .zero
    v3 = .zero
    if vectors > 1 { v1 = c.lanes(16, count: vectors == 2 ? last : 16) }
    if vectors > 2 { v2 = c.lanes(32, count: vectors == 3 ? last : 16) }
    if vectors > 3 { v3 = c.lanes(48, count: last) }
  }

  /// Stores the row, or adds it to what is there.
  @_transparent @usableFromInline
  mutating func finish(
    _ operands: PanelProduct, _ row: Int, _ column: Int, _ vectors: Int, _ kind: WordKind,
    adding sum: Bool
  ) {
    if kind == .bytes { scale(operands, row, column, vectors) }
    let c = operands.row(row) + column
    let last = operands.lastColumns(from: column, vectors)
    c.put(v0, 0, count: vectors == 1 ? last : 16, adding: sum)
    if vectors > 1 { c.put(v1, 16, count: vectors == 2 ? last : 16, adding: sum) }
    if vectors > 2 { c.put(v2, 32, count: vectors == 3 ? last : 16, adding: sum) }
    if vectors > 3 { c.put(v3, 48, count: last, adding: sum) }
  }

  /// Turns sums of whole numbers into what they stand for, and adds the bias.
  @_transparent @usableFromInline
  mutating func scale(_ operands: PanelProduct, _ row: Int, _ column: Int, _ vectors: Int) {
    guard let scales = operands.scales else { return }
    let factors = TileRow(scales.columns + column, vectors)
    let bias = TileRow(operands.bias.map { $0 + column }, vectors)
    let factor = scales.rows[row]
    v0 = wholeNumbers(v0) * (factors.v0 * factor) + bias.v0
    if vectors > 1 { v1 = wholeNumbers(v1) * (factors.v1 * factor) + bias.v1 }
    if vectors > 2 { v2 = wholeNumbers(v2) * (factors.v2 * factor) + bias.v2 }
    if vectors > 3 { v3 = wholeNumbers(v3) * (factors.v3 * factor) + bias.v3 }
  }

  @_transparent @usableFromInline
  func wholeNumbers(_ words: Lanes) -> Lanes {
    ctextgen_floats_of(unsafeBitCast(words, to: SIMD16<Int32>.self))
  }
}

extension Target {
  /// `sum` and the products of words: of floats, or of all their parts.
  @_transparent @usableFromInline
  static func addProducts(_ sum: Lanes, _ a: Lanes, _ b: Lanes, _ kind: WordKind) -> Lanes {
    let (left, right) = (
      unsafeBitCast(a, to: SIMD16<Int32>.self), unsafeBitCast(b, to: SIMD16<Int32>.self)
    )
    switch kind {
    case .float: return multiplyAdd(sum, a, b)
    case .pair: return ctextgen_add_pair_products(sum, left, right)
    case .bytes:
      let total = ctextgen_add_byte_products(
        unsafeBitCast(sum, to: SIMD16<Int32>.self), left, right)
      return unsafeBitCast(total, to: Lanes.self)
    }
  }
}
