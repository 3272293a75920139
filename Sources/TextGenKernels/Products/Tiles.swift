// What computes a product (`PanelProduct.swift`) tile by tile, and which tiles it takes.
//
// Weight gradients have a left side that is read by columns: of each line of 16 words a tile of six
// rows takes six, and the next line lies four lines further. Where vectors are narrow, a right side too is
// read a line of four at a time. Lines so far apart share few places of the first cache, and each tile
// would wait for them again; such sides are copied as they will be read, which pays from a few tiles on:
//
//   A   tile of 6 rows  ▶ (steps, 6)      once for all panels
//   B   16 columns      ▶ (steps, 16)     once for all tiles

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
  private let copiesColumns: Bool

  /// Tiles of one or several widths, in vectors of 16 columns, widest first, the last of which is 1; for each
  /// width those of 1, 2, … rows. Widths that have fewer rows than the last serve products of so few rows
  /// alone. Where `copiesColumns`, sides are copied for products whose left side is read by columns. For a
  /// global: its memory is never given back.
  @usableFromInline package init(widths: [Int], copiesColumns: Bool = false, byRows: [[Tile]]) {
    groups = kept(zip(widths, byRows).map { Group(width: $0, byRows: kept($1)) })
    self.copiesColumns = copiesColumns
  }

  /// Computes the products, panel by panel and tile by tile.
  @usableFromInline package func product(_ operands: PanelProduct) {
    let isReadByColumns = operands.aRowStride == 1 && operands.blocks * operands.depth > 0
    if copiesColumns && isReadByColumns && operands.rows >= 4 * narrow.count {
      return productOfCopies(operands)
    }
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

  /// The same from copies of the sides, 16 columns at a time.
  private func productOfCopies(_ operands: PanelProduct) {
    let steps = operands.blocks * operands.depth
    let rows = operands.rows
    withUnsafeTemporaryAllocation(of: Float.self, capacity: steps * (rows + 16)) { room in
      guard let left = room.baseAddress else { return }
      let right = left + steps * rows
      cutRows(rows, narrow.count) { row, count in
        operands.copyColumns(row, count, to: left + row * steps)
      }
      var operands = operands
      while operands.panels > 0 {
        for column in stride(from: 0, to: operands.columns, by: 16) {
          operands.copyRows(column, to: right)
          cutRows(rows, narrow.count) { row, count in
            var copies = operands
            copies.blocks = 1
            copies.depth = steps
            copies.a = UnsafePointer(left + (row * steps - row))
            copies.aDepthStride = count
            copies.b = UnsafePointer(right - column)
            copies.bDepthStride = 16
            narrow[count - 1](copies, row, column)
          }
        }
        operands.advance()
      }
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

extension PanelProduct {
  /// Copies rows of A, which are columns in memory: (steps, `count`).
  func copyColumns(_ row: Int, _ count: Int, to copy: UnsafeMutablePointer<Float>) {
    var copy = copy
    for block in 0..<blocks {
      var source = a + (row + block * aBlockStride)
      for _ in 0..<depth {
        var index = 0
        while index + 4 <= count {
          let four = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD4<Float>.self)
          UnsafeMutableRawPointer(copy + index).storeBytes(of: four, as: SIMD4<Float>.self)
          index += 4
        }
        while index < count {
          copy[index] = source[index]
          index += 1
        }
        copy += count
        source += aDepthStride
      }
    }
  }

  /// Copies 16 columns of B from `column` on: (steps, 16).
  func copyRows(_ column: Int, to copy: UnsafeMutablePointer<Float>) {
    var copy = copy
    for block in 0..<blocks {
      var source = b + (column + block * bBlockStride)
      for _ in 0..<depth {
        copy.store(source.lanes(0), 0)
        copy += 16
        source += bDepthStride
      }
    }
  }
}

/// A copy of `elements` at an address.
private func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
  let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
  _ = copy.initialize(from: elements)
  return UnsafeBufferPointer(copy)
}
