package import TextGenKernels

/// What differs from AVX-512 with its extensions BF16 and VNNI: the kernels on words of several numbers.
package enum AVX512BF16: Target, WordKernels {
  @_transparent package static var isFused: Bool { true }

  package static func pairProduct(_ operands: PanelProduct) { pairTiles.product(operands) }
  package static func byteProduct(_ operands: PanelProduct) { byteTiles.product(operands) }

  package static func pairMultiplyAdds(_ count: Int) -> Float? {
    multiplyAdds(count, groups: 6, kind: .pair)
  }

  package static func byteMultiplyAdds(_ count: Int) -> Float? {
    multiplyAdds(count, groups: 6, kind: .bytes)
  }
}

/// Tiles for pairs of bfloat16, with the instruction that multiplies and adds them.
private let pairTiles = Tiles(
  widths: [4, 3, 1],
  byRows: [
    [
      { AVX512BF16.tile($0, rows: 1, vectors: 4, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 2, vectors: 4, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 3, vectors: 4, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 4, vectors: 4, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 5, vectors: 4, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 6, vectors: 4, kind: .pair, row: $1, column: $2) },
    ],
    [
      { AVX512BF16.tile($0, rows: 1, vectors: 3, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 2, vectors: 3, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 3, vectors: 3, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 4, vectors: 3, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 5, vectors: 3, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 6, vectors: 3, kind: .pair, row: $1, column: $2) },
    ],
    [
      { AVX512BF16.tile($0, rows: 1, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 2, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 3, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 4, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 5, vectors: 1, kind: .pair, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 6, vectors: 1, kind: .pair, row: $1, column: $2) },
    ],
  ])

/// The same for words of four bytes.
private let byteTiles = Tiles(
  widths: [4, 3, 1],
  byRows: [
    [
      { AVX512BF16.tile($0, rows: 1, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 2, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 3, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 4, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 5, vectors: 4, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 6, vectors: 4, kind: .bytes, row: $1, column: $2) },
    ],
    [
      { AVX512BF16.tile($0, rows: 1, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 2, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 3, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 4, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 5, vectors: 3, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 6, vectors: 3, kind: .bytes, row: $1, column: $2) },
    ],
    [
      { AVX512BF16.tile($0, rows: 1, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 2, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 3, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 4, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 5, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { AVX512BF16.tile($0, rows: 6, vectors: 1, kind: .bytes, row: $1, column: $2) },
    ],
  ])
