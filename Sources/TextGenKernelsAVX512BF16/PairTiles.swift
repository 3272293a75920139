// What differs from AVX-512 without these extensions.

package import TextGenKernels

/// A constant, so that each closure below folds it away.
private var target: Target {
  @_transparent get { Target(fused: true) }
}

/// Tiles for pairs of bfloat16, with the instruction that multiplies and adds them.
package let pairTiles = Tiles(
  widths: [4, 3, 1],
  byRows: [
    [
      { target.tile($0, rows: 1, vectors: 4, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 4, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 4, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 4, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 4, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 4, kind: .pair, row: $1, column: $2) },
    ],
    [
      { target.tile($0, rows: 1, vectors: 3, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 3, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 3, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 3, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 3, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 3, kind: .pair, row: $1, column: $2) },
    ],
    [
      { target.tile($0, rows: 1, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 1, kind: .pair, row: $1, column: $2) },
    ],
  ])

/// Tiles for words of four bytes, likewise.
package let byteTiles = Tiles(
  widths: [4, 3, 1],
  byRows: [
    [
      { target.tile($0, rows: 1, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 4, kind: .bytes, row: $1, column: $2) },
    ],
    [
      { target.tile($0, rows: 1, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 3, kind: .bytes, row: $1, column: $2) },
    ],
    [
      { target.tile($0, rows: 1, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 1, kind: .bytes, row: $1, column: $2) },
    ],
  ])

/// Pairs by the instruction that rounds two vectors.
package let pairColumns: KernelTable.Pairing = {
  target.pairColumns(
    rows: $0, count: $1, input: $2, inputStride: $3, output: $4, outputStride: $5)
}

/// Likewise.
package let pairRows: KernelTable.Pairing = {
  target.pairRows(rows: $0, count: $1, input: $2, inputStride: $3, output: $4, outputStride: $5)
}

/// The most that the instruction for pairs can do.
package let pairMultiplyAdds: @Sendable (Int) -> Float = {
  target.multiplyAdds($0, groups: 6, kind: .pair)
}

/// The most that the instruction for bytes can do.
package let byteMultiplyAdds: @Sendable (Int) -> Float = {
  target.multiplyAdds($0, groups: 6, kind: .bytes)
}
