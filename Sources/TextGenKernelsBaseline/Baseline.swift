package import TextGenKernels

/// The kernels for the baseline of the platform: 16 registers of 4 floats on x86-64, no fused multiply-add.
package enum Baseline: Target, KernelSet, WordKernels {
  @_transparent package static var isFused: Bool { false }

  package static func product(_ operands: PanelProduct) { tiles.product(operands) }
  package static func pairProduct(_ operands: PanelProduct) { pairTiles.product(operands) }
  package static func byteProduct(_ operands: PanelProduct) { byteTiles.product(operands) }

  package static func multiplyAdds(_ count: Int) -> Float {
    multiplyAdds(count, groups: 1, kind: .float)
  }
}

/// Tiles of up to 3 rows: accumulators for every register but those of the operands.
private let tiles = Tiles(
  widths: [1],
  byRows: [
    [
      { Baseline.tile($0, rows: 1, vectors: 1, kind: .float, row: $1, column: $2) },
      { Baseline.tile($0, rows: 2, vectors: 1, kind: .float, row: $1, column: $2) },
      { Baseline.tile($0, rows: 3, vectors: 1, kind: .float, row: $1, column: $2) },
    ]
  ])

/// The same for pairs of bfloat16, by the instructions for floats.
private let pairTiles = Tiles(
  widths: [1],
  byRows: [
    [
      { Baseline.tile($0, rows: 1, vectors: 1, kind: .pair, row: $1, column: $2) },
      { Baseline.tile($0, rows: 2, vectors: 1, kind: .pair, row: $1, column: $2) },
      { Baseline.tile($0, rows: 3, vectors: 1, kind: .pair, row: $1, column: $2) },
    ]
  ])

/// The same for words of four bytes.
private let byteTiles = Tiles(
  widths: [1],
  byRows: [
    [
      { Baseline.tile($0, rows: 1, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { Baseline.tile($0, rows: 2, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { Baseline.tile($0, rows: 3, vectors: 1, kind: .bytes, row: $1, column: $2) },
    ]
  ])
