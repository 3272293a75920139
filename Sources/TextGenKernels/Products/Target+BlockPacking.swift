// The sides of a blocked product, packed for its tiles (`Target+BlockedProduct.swift`).

public import CTextgenVectors

extension Target {
  /// Packs the left side for its tiles, one behind the other: (blocks, depth, rows of the tile) floats.
  @_transparent @usableFromInline
  static func packLeft(
    _ piece: DepthPiece, _ operands: PanelProduct, to left: UnsafeMutablePointer<Float>
  ) {
    let start = operands.a + piece.start * operands.aDepthStride
    var target = left
    var row = 0
    for index in 0..<piece.tiles {
      let count = piece.rows(ofTile: index, from: row)
      let first = start + (piece.firstRow + row) * operands.aRowStride
      for block in piece.firstBlock..<piece.firstBlock + piece.blocks {
        let source = first + block * operands.aBlockStride
        if operands.aRowStride == 1 {
          packColumns(source, operands, piece, count, to: target)
        } else {
          packRows(source, operands, piece, count, to: target)
        }
        target += piece.depth * piece.parts * count
      }
      row += count
    }
  }

  /// Packs rows whose words are neighbours in a column.
  @inlinable @inline(never)
  static func packColumns(
    _ source: UnsafePointer<Float>, _ operands: PanelProduct, _ piece: DepthPiece, _ rows: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    var (source, target) = (source, target)
    for _ in 0..<piece.depth {
      var row = 0
      while row + 4 <= rows {
        putFour(source + row, row, rows, piece.parts, to: target)
        row += 4
      }
      while row < rows {
        put(source[row], row, rows, piece.parts, to: target)
        row += 1
      }
      source += operands.aDepthStride
      target += piece.parts * rows
    }
  }

  /// Packs rows, eight steps at a time where they are neighbours.
  @inlinable @inline(never)
  static func packRows(
    _ source: UnsafePointer<Float>, _ operands: PanelProduct, _ piece: DepthPiece, _ rows: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    var step = 0
    if operands.aDepthStride == 1 {
      while step + 8 <= piece.depth {
        ctextgen_pack_rows(
          source + step, operands.aRowStride, rows, piece.parts == 2,
          target + step * piece.parts * rows)
        step += 8
      }
    }
    while step < piece.depth {
      for row in 0..<rows {
        put(
          source[row * operands.aRowStride + step * operands.aDepthStride], row, rows, piece.parts,
          to: target + step * piece.parts * rows)
      }
      step += 1
    }
  }

  /// Writes a word of a step as a float, or as two a step apart.
  @_transparent @usableFromInline
  static func put(
    _ word: Float, _ row: Int, _ rows: Int, _ parts: Int, to target: UnsafeMutablePointer<Float>
  ) {
    if parts == 1 {
      target[row] = word
    } else {
      target[row] = Float(bitPattern: word.bitPattern &<< 16)
      target[rows + row] = Float(bitPattern: word.bitPattern & 0xFFFF_0000)
    }
  }

  /// Writes four words of a step.
  @_transparent @usableFromInline
  static func putFour(
    _ source: UnsafePointer<Float>, _ row: Int, _ rows: Int, _ parts: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    let words = UnsafeRawPointer(source).loadUnaligned(as: SIMD4<UInt32>.self)
    let place = UnsafeMutableRawPointer(target + row)
    if parts == 1 {
      place.storeBytes(of: words, as: SIMD4<UInt32>.self)
    } else {
      place.storeBytes(of: words &<< 16, as: SIMD4<UInt32>.self)
      (place + rows * 4).storeBytes(of: words & 0xFFFF_0000, as: SIMD4<UInt32>.self)
    }
  }

  /// Packs 16 columns of the right side: (blocks, depth, 16) floats.
  @inlinable @inline(never)
  static func packRight(
    _ source: UnsafePointer<Float>, _ piece: DepthPiece, _ operands: PanelProduct,
    to right: UnsafeMutablePointer<Float>
  ) {
    var target = right
    for number in 0..<piece.blocks {
      var row = source + number * operands.bBlockStride
      for _ in 0..<piece.depth {
        let words = row.lanes(0)
        if piece.parts == 1 {
          target.store(words, 0)
        } else {
          let bits = unsafeBitCast(words, to: SIMD16<UInt32>.self)
          target.store(unsafeBitCast(bits &<< 16, to: Lanes.self), 0)
          target.store(unsafeBitCast(bits & 0xFFFF_0000, to: Lanes.self), 16)
        }
        row += operands.bDepthStride
        target += 16 * piece.parts
      }
    }
  }
}
