package import TextGenKernels

/// The kernels for AVX2 with fused multiply-add: 16 registers of 8 floats.
package enum AVX2: Target, KernelSet, WordKernels {
  @_transparent package static var isFused: Bool { true }

  @_transparent package static var startsWithC: Bool { true }

  package static func product(_ operands: PanelProduct) {
    if operands.rows > 3 {
      blockedProduct(operands, ofPairs: false)
    } else {
      tiles.product(operands)
    }
  }
  package static func pairProduct(_ operands: PanelProduct) {
    if operands.rows > 3 {
      blockedProduct(operands, ofPairs: true)
    } else {
      pairTiles.product(operands)
    }
  }
  package static func byteProduct(_ operands: PanelProduct) { byteTiles.product(operands) }

  package static func multiplyAdds(_ count: Int) -> Float {
    multiplyAdds(count, groups: 2, kind: .float)
  }
}

/// Tiles for products of up to three rows: 3 of 32 columns and 1 of 64, so that enough sums are under way at once.
private let tiles = Tiles(
  widths: [4, 2, 1],
  byRows: [
    [
      { AVX2.tile($0, rows: 1, vectors: 4, kind: .float, row: $1, column: $2) }
    ],
    [
      { AVX2.tile($0, rows: 1, vectors: 2, kind: .float, row: $1, column: $2) },
      { AVX2.tile($0, rows: 2, vectors: 2, kind: .float, row: $1, column: $2) },
      { AVX2.tile($0, rows: 3, vectors: 2, kind: .float, row: $1, column: $2) },
    ],
    [
      { AVX2.tile($0, rows: 1, vectors: 1, kind: .float, row: $1, column: $2) },
      { AVX2.tile($0, rows: 2, vectors: 1, kind: .float, row: $1, column: $2) },
      { AVX2.tile($0, rows: 3, vectors: 1, kind: .float, row: $1, column: $2) },
    ],
  ])

/// The same for pairs of bfloat16, by the instructions for floats.
private let pairTiles = Tiles(
  widths: [4, 2, 1],
  byRows: [
    [
      { AVX2.tile($0, rows: 1, vectors: 4, kind: .pair, row: $1, column: $2) }
    ],
    [
      { AVX2.tile($0, rows: 1, vectors: 2, kind: .pair, row: $1, column: $2) },
      { AVX2.tile($0, rows: 2, vectors: 2, kind: .pair, row: $1, column: $2) },
      { AVX2.tile($0, rows: 3, vectors: 2, kind: .pair, row: $1, column: $2) },
    ],
    [
      { AVX2.tile($0, rows: 1, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX2.tile($0, rows: 2, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX2.tile($0, rows: 3, vectors: 1, kind: .pair, row: $1, column: $2) },
    ],
  ])

/// The same for words of four bytes.
private let byteTiles = Tiles(
  widths: [4, 2, 1],
  byRows: [
    [
      { AVX2.tile($0, rows: 1, vectors: 4, kind: .bytes, row: $1, column: $2) }
    ],
    [
      { AVX2.tile($0, rows: 1, vectors: 2, kind: .bytes, row: $1, column: $2) },
      { AVX2.tile($0, rows: 2, vectors: 2, kind: .bytes, row: $1, column: $2) },
      { AVX2.tile($0, rows: 3, vectors: 2, kind: .bytes, row: $1, column: $2) },
    ],
    [
      { AVX2.tile($0, rows: 1, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX2.tile($0, rows: 2, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX2.tile($0, rows: 3, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX2.tile($0, rows: 4, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX2.tile($0, rows: 5, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX2.tile($0, rows: 6, vectors: 1, kind: .bytes, row: $1, column: $2) },
    ],
  ])
