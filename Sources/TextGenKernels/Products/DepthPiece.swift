/// What one round of a blocked product works on (`Target+BlockedProduct.swift`).
@usableFromInline @frozen
struct DepthPiece {
  /// Steps of depth that are worked on together, and rows.
  @_transparent @usableFromInline static var mostSteps: Int { 256 }
  @_transparent @usableFromInline static var mostRows: Int { 96 }

  /// Rows of A and C.
  @usableFromInline var firstRow: Int
  @usableFromInline var rows: Int
  /// Blocks of the product, and the stretch of each, in words.
  @usableFromInline var firstBlock: Int
  @usableFromInline var blocks: Int
  @usableFromInline var start: Int
  @usableFromInline var depth: Int
  /// Floats of a word.
  @usableFromInline var parts: Int
  /// Whether it is the first of its rows.
  @usableFromInline var isFirst: Bool

  @_transparent @usableFromInline
  init(firstRow: Int, rows: Int, parts: Int) {
    self.firstRow = firstRow
    self.rows = rows
    self.parts = parts
    (firstBlock, blocks, start, depth) = (0, 0, 0, 0)
    isFirst = true
  }

  /// Floats of the depth, all blocks together.
  @_transparent @usableFromInline
  var steps: Int { blocks * depth * parts }

  @_transparent @usableFromInline
  var tiles: Int { (rows + 5) / 6 }

  /// Rows of tile `index`, whose first row is `row`: 32 rows are cut into 6 6 5 5 5 5.
  @_transparent @usableFromInline
  func rows(ofTile index: Int, from row: Int) -> Int {
    (rows - row + tiles - index - 1) / (tiles - index)
  }
}
