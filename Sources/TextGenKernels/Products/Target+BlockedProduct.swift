// Products in pieces of depth, for instruction sets whose few registers hold narrow tiles only.
//
// A tile of 16 columns reads all of its depth of B for six rows, so B must come from the first cache: 256
// steps of 16 columns are 16 KB, half of it. For each piece of depth the left side is packed, six rows side
// by side, which makes the words of a step neighbours; then each 16 columns of B meet all rows:
//
//   for 96 rows
//     for 256 steps of depth              pack A: 96 KB of the second cache
//       for panels, for 16 columns        B in place if its steps are neighbours, else copied
//         for tiles of six rows           `BlockTile`
//
// Between pieces the sums wait in C, so that they are the same to the bit as those of a tile of all depth.
// Pairs of bfloat16 are taken apart while they are packed: then they are floats, two for a word, whose
// products cost what those of floats cost.

extension Target {
  /// Computes the products of words that are floats, or pairs.
  @inlinable @inline(never)
  package static func blockedProduct(_ operands: PanelProduct, ofPairs: Bool) {
    let rows = min(operands.rows, DepthPiece.mostRows)
    let room = BlockRoom(rows: rows)
    for row in stride(from: 0, to: operands.rows, by: rows) {
      let piece = DepthPiece(
        firstRow: row, rows: min(rows, operands.rows - row), parts: ofPairs ? 2 : 1)
      addPieces(piece, operands, room)
    }
    room.base.deallocate()
  }

  /// Adds the products of some rows, piece by piece.
  @_transparent @usableFromInline
  static func addPieces(_ rows: DepthPiece, _ operands: PanelProduct, _ room: BlockRoom) {
    for row in 0..<rows.rows { room.places[row] = operands.place(rows.firstRow + row) }
    var piece = rows
    let words = DepthPiece.mostSteps / rows.parts
    if operands.depth <= words {
      // Some whole blocks at a time; one of no depth starts the rows.
      piece.depth = operands.depth
      let most = words / max(1, operands.depth)
      for first in stride(from: 0, to: operands.blocks, by: most) {
        piece.firstBlock = first
        piece.blocks = min(most, operands.blocks - first)
        add(piece, operands, room)
        piece.isFirst = false
      }
    } else {
      let cuts = (operands.depth + words - 1) / words
      piece.blocks = 1
      for block in 0..<operands.blocks {
        piece.firstBlock = block
        for cut in 0..<cuts {
          piece.start = cut * operands.depth / cuts
          piece.depth = (cut + 1) * operands.depth / cuts - piece.start
          add(piece, operands, room)
          piece.isFirst = false
        }
      }
    }
  }

  /// Adds the products of a piece, for all panels.
  @inlinable @inline(never)
  static func add(_ piece: DepthPiece, _ operands: PanelProduct, _ room: BlockRoom) {
    packLeft(piece, operands, to: room.left)
    // Few tiles do not repay a copy.
    let isCopied = piece.parts == 2 || operands.bDepthStride > 16 && piece.tiles > 3
    let place = piece.firstBlock * operands.bBlockStride + piece.start * operands.bDepthStride
    for panel in 0..<operands.panels {
      let bPanel = operands.b + (panel * operands.bPanelStride + place)
      for column in stride(from: 0, to: operands.columns, by: 16) {
        let b = bPanel + (column >> 4) * operands.bVectorStride
        var tile = BlockTile(
          b: b, c: operands.c + (panel * operands.cPanelStride + column), room: room)
        if isCopied {
          packRight(b, piece, operands, to: room.right)
          tile.b = UnsafePointer(room.right)
          tile.depth = piece.steps
        } else {
          tile.bStride = operands.bDepthStride
          tile.bJump = operands.bBlockStride - piece.depth * operands.bDepthStride
          tile.blocks = piece.blocks
          tile.depth = piece.depth
        }
        if piece.isFirst && !operands.accumulates {
          tile.start = operands.bias.map { $0 + (panel * 64 + column) } ?? UnsafePointer(room.zeros)
        }
        // What comes next is asked for.
        if column + 16 < operands.columns {
          tile.ahead = b + operands.bVectorStride
          tile.aheadStride = operands.bDepthStride
          tile.nextC = tile.c + 16
        } else if panel + 1 < operands.panels {
          tile.ahead = bPanel + operands.bPanelStride
          tile.aheadStride = operands.bDepthStride
          tile.nextC = operands.c + (panel + 1) * operands.cPanelStride
        }
        compute(tile, piece, operands, room, width: operands.columns - column)
      }
    }
  }

  /// Computes 16 columns of a piece, or the last `width`, tile by tile.
  @inlinable @inline(never)
  static func compute(
    _ columns: BlockTile, _ piece: DepthPiece, _ operands: PanelProduct, _ room: BlockRoom,
    width: Int
  ) {
    var tile = columns
    let lines = piece.blocks * piece.depth / 4
    var row = 0
    for index in 0..<piece.tiles {
      let count = piece.rows(ofTile: index, from: row)
      tile.a = UnsafePointer(room.left + row * piece.steps)
      // Each of the first four asks for a quarter.
      if index < 4 {
        let line = index * lines
        let block = line / max(1, piece.depth)
        tile.ahead =
          columns.ahead + block * operands.bBlockStride
          + (line - block * piece.depth) * columns.aheadStride
      } else {
        tile.aheadStride = 0
      }
      tile.rows = UnsafePointer(room.places + row)
      if width >= 16 {
        blockTile(tile, ofRows: count)
      } else {
        computeEdge(tile, rows: count, room, width: width)
      }
      row += count
    }
  }

  /// Computes a tile that is wider than what is left of C.
  @inlinable @inline(never)
  static func computeEdge(_ tile: BlockTile, rows: Int, _ room: BlockRoom, width: Int) {
    var edge = tile
    edge.c = room.edge
    edge.rows = UnsafePointer(room.edgePlaces)
    for row in 0..<rows {
      let c = UnsafePointer(tile.c + tile.rows[row])
      room.edge.store(c.lanes(0, count: width), row * 16)
    }
    blockTile(edge, ofRows: rows)
    for row in 0..<rows {
      (tile.c + tile.rows[row]).store(room.edge.lanes(row * 16), 0, count: width)
    }
  }
}
