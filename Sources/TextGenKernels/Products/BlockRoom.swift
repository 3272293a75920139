/// Where a blocked product keeps what it packs (`Target+BlockedProduct.swift`).
@usableFromInline @frozen
struct BlockRoom {
  @usableFromInline let base: UnsafeMutableRawPointer
  /// (tiles, steps of a piece, rows of the tile), and eight more, which packing overwrites.
  @usableFromInline let left: UnsafeMutablePointer<Float>
  /// (steps of a piece, 16).
  @usableFromInline let right: UnsafeMutablePointer<Float>
  /// (6, 16): a tile that is wider than what is left of C.
  @usableFromInline let edge: UnsafeMutablePointer<Float>
  /// 16 zeros.
  @usableFromInline let zeros: UnsafeMutablePointer<Float>
  /// Where the rows of C begin, and those of `edge`.
  @usableFromInline let places: UnsafeMutablePointer<Int>
  @usableFromInline let edgePlaces: UnsafeMutablePointer<Int>

  @inlinable
  init(rows: Int) {
    let leftCount = (DepthPiece.mostSteps * rows + 8 + 15) / 16 * 16
    let floats = leftCount + (DepthPiece.mostSteps + 6 + 1) * 16
    base = .allocate(byteCount: floats * 4 + (rows + 6) * 8, alignment: 64)
    left = base.assumingMemoryBound(to: Float.self)
    right = left + leftCount
    edge = right + DepthPiece.mostSteps * 16
    zeros = edge + 6 * 16
    zeros.update(repeating: 0, count: 16)
    places = UnsafeMutableRawPointer(zeros + 16).assumingMemoryBound(to: Int.self)
    edgePlaces = places + rows
    for row in 0..<6 { edgePlaces[row] = row * 16 }
  }
}
