// What computes a product (`PanelProduct.swift`) tile by tile, and which tiles it takes.

/// Computes the tile of a product whose first row and column are given.
@usableFromInline package typealias Tile =
  @Sendable (PanelProduct, _ row: Int, _ column: Int) -> Void

/// The tiles of one instruction set: for each width the functions for 1, 2, … rows.
///
/// Each is a function of its own, so that the compiler gives every accumulator a register. They are kept
/// at an address, for good: threads that count references to the same array wait for each other.
@usableFromInline package struct Tiles: Sendable {
  /// The tiles of one width.
  private struct Group {
    /// Vectors of 16 columns.
    var width: Int
    /// The tiles of 1, 2, … rows.
    var byRows: UnsafeBufferPointer<Tile>
  }

  private nonisolated(unsafe) let groups: UnsafeBufferPointer<Group>

  /// Tiles of one or several widths, in vectors of 16 columns, widest first, the last of which is 1; for each
  /// width those of 1, 2, … rows. Widths that have fewer rows than the last serve products of so few rows
  /// alone. For a global: its memory is never given back.
  @usableFromInline package init(widths: [Int], byRows: [[Tile]]) {
    groups = kept(zip(widths, byRows).map { Group(width: $0, byRows: kept($1)) })
  }

  /// Computes the products, panel by panel and tile by tile.
  @usableFromInline package func product(_ operands: PanelProduct) {
    var operands = operands
    while operands.panels > 0 {
      panel(operands)
      operands.advance()
    }
  }

  /// The tiles of 16 columns.
  private var narrow: UnsafeBufferPointer<Tile> { groups[groups.count - 1].byRows }

  private func panel(_ operands: PanelProduct) {
    let rows = min(operands.rows, narrow.count)
    var column = 0
    while column < operands.columns {
      let left = (operands.columns - column + 15) / 16
      var group = groups[0]
      for next in groups.dropFirst() where group.width > left || group.byRows.count < rows {
        group = next
      }
      let tiles = group.byRows
      cutRows(operands.rows, tiles.count) { row, count in tiles[count - 1](operands, row, column) }
      column += group.width * 16
    }
  }

  /// Cuts `rows` evenly into tiles of at most `most`; calls `body` with the first row of each and their number.
  private func cutRows(_ rows: Int, _ most: Int, _ body: (_ row: Int, _ count: Int) -> Void) {
    var row = 0
    var left = (rows + most - 1) / most
    while left > 0 {
      let count = (rows - row + left - 1) / left
      body(row, count)
      row += count
      left -= 1
    }
  }
}

/// A copy of `elements` at an address.
private func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
  let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
  _ = copy.initialize(from: elements)
  return UnsafeBufferPointer(copy)
}
