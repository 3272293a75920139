package import TextGenKernels

/// The kernels for AVX-512: 32 registers of 16 floats.
package enum AVX512: Target, KernelSet, WordKernels {
  @_transparent package static var isFused: Bool { true }

  package static func product(_ operands: PanelProduct) { tiles.product(operands) }
  package static func pairProduct(_ operands: PanelProduct) { pairTiles.product(operands) }
  package static func byteProduct(_ operands: PanelProduct) { byteTiles.product(operands) }

  package static func multiplyAdds(_ count: Int) -> Float {
    multiplyAdds(count, groups: 6, kind: .float)
  }
}

/// Tiles of up to 6 rows: accumulators for every register but those of the operands.
private let tiles = Tiles(
  widths: [4, 3, 1],
  byRows: [
    [
      { AVX512.tile($0, rows: 1, vectors: 4, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 2, vectors: 4, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 3, vectors: 4, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 4, vectors: 4, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 5, vectors: 4, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 6, vectors: 4, kind: .float, row: $1, column: $2) },
    ],
    [
      { AVX512.tile($0, rows: 1, vectors: 3, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 2, vectors: 3, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 3, vectors: 3, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 4, vectors: 3, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 5, vectors: 3, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 6, vectors: 3, kind: .float, row: $1, column: $2) },
    ],
    [
      { AVX512.tile($0, rows: 1, vectors: 1, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 2, vectors: 1, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 3, vectors: 1, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 4, vectors: 1, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 5, vectors: 1, kind: .float, row: $1, column: $2) },
      { AVX512.tile($0, rows: 6, vectors: 1, kind: .float, row: $1, column: $2) },
    ],
  ])

/// The same for pairs of bfloat16, by the instructions for floats.
private let pairTiles = Tiles(
  widths: [1],
  byRows: [
    [
      { AVX512.tile($0, rows: 1, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512.tile($0, rows: 2, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512.tile($0, rows: 3, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512.tile($0, rows: 4, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512.tile($0, rows: 5, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512.tile($0, rows: 6, vectors: 1, kind: .pair, row: $1, column: $2) },
    ]
  ])

/// The same for words of four bytes, by four instructions for each and two for A: where these serve two vectors in
/// place of one, six rows take two thirds of the time, and with four vectors one row 0.6 of it (the same loops in C,
/// Skylake of 2 GHz, one thread).
private let byteTiles = Tiles(
  widths: [4, 2, 1],
  byRows: [
    [
      { AVX512.tile($0, rows: 1, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 2, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 3, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 4, vectors: 4, kind: .bytes, row: $1, column: $2) },
    ],
    [
      { AVX512.tile($0, rows: 1, vectors: 2, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 2, vectors: 2, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 3, vectors: 2, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 4, vectors: 2, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 5, vectors: 2, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 6, vectors: 2, kind: .bytes, row: $1, column: $2) },
    ],
    [
      { AVX512.tile($0, rows: 1, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 2, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 3, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 4, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 5, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512.tile($0, rows: 6, vectors: 1, kind: .bytes, row: $1, column: $2) },
    ],
  ])
