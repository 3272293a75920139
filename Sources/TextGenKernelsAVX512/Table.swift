package import TextGenKernels

/// A constant, so that each closure below folds it away.
private var target: Target {
  @_transparent get { Target(fused: true) }
}

/// Tiles of up to 6 rows: accumulators for every register but those of the operands.
private let tiles = Tiles(
  widths: [4, 3, 1],
  byRows: [
    [
      { target.tile($0, rows: 1, vectors: 4, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 4, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 4, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 4, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 4, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 4, kind: .float, row: $1, column: $2) },
    ],
    [
      { target.tile($0, rows: 1, vectors: 3, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 3, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 3, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 3, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 3, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 3, kind: .float, row: $1, column: $2) },
    ],
    [
      { target.tile($0, rows: 1, vectors: 1, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 1, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 1, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 1, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 1, kind: .float, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 1, kind: .float, row: $1, column: $2) },
    ],
  ])

/// The same for pairs of bfloat16, by the instructions for floats.
private let pairTiles = Tiles(
  widths: [1],
  byRows: [
    [
      { target.tile($0, rows: 1, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 1, kind: .pair, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 1, kind: .pair, row: $1, column: $2) },
    ]
  ])

/// The same for words of four bytes.
private let byteTiles = Tiles(
  widths: [1],
  byRows: [
    [
      { target.tile($0, rows: 1, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 2, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 3, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 4, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 5, vectors: 1, kind: .bytes, row: $1, column: $2) },
      { target.tile($0, rows: 6, vectors: 1, kind: .bytes, row: $1, column: $2) },
    ]
  ])

/// The kernels for AVX-512: 32 registers of 16 floats.
package let table = KernelTable(
  product: { tiles.product($0) },
  pairProduct: { pairTiles.product($0) },
  byteProduct: { byteTiles.product($0) },
  lstmForward: { target.lstmForward($0) },
  lstmBackward: { target.lstmBackward($0) },
  gruForward: { target.gruForward($0) },
  gruBackward: { target.gruBackward($0) },
  elmanTanhForward: { target.elmanTanhForward($0) },
  elmanTanhBackward: { target.elmanTanhBackward($0) },
  elmanReLUForward: { target.elmanReLUForward($0) },
  elmanReLUBackward: { target.elmanReLUBackward($0) },
  softmax: { target.softmax($0) },
  logSoftmax: { target.logSoftmax($0, panels: $1, stride: $2, to: $3, count: $4) },
  adam: {
    target.adam($0, count: $1, parameters: $2, gradient: $3, firstMoment: $4, secondMoment: $5)
  },
  add: { target.add(count: $0, scale: $1, input: $2, to: $3) },
  sumOfSquares: { target.sumOfSquares(count: $0, $1) },
  addColumnSums: { target.addColumnSums(rows: $0, $1, to: $2) },
  dropout: { target.dropout($0, row: $1, count: $2, input: $3, output: $4) },
  transpose: {
    target.transpose(rows: $0, depth: $1, weights: $2, rowStride: $3, panel: $4)
  },
  pairColumns: {
    target.pairColumns(
      rows: $0, count: $1, input: $2, inputStride: $3, output: $4, outputStride: $5)
  },
  pairRows: {
    target.pairRows(rows: $0, count: $1, input: $2, inputStride: $3, output: $4, outputStride: $5)
  },
  quantizeRows: {
    target.quantizeRows(
      rows: $0, count: $1, input: $2, inputStride: $3, output: $4, outputStride: $5, scales: $6)
  },
  gather: { target.gather($0) },
  scatter: { target.scatter($0) },
  exponentials: { target.exponentials(count: $0, shift: $1, input: $2, output: $3) },
  mix: { target.mix(count: $0, share: $1, probabilities: $2, logarithms: $3) },
  distributionSums: {
    target.distributionSums(count: $0, logarithms: $1, probabilities: $2)
  },
  transformer: TransformerKernels(
    normalize: {
      target.normalize(
        count: $0, input: $1, weight: $2, bias: $3, output: $4, statistics: $5)
    },
    normalizeBackward: {
      target.normalizeBackward(
        count: $0, input: $1, weight: $2, statistics: $3, gradient: $4, inputGradient: $5,
        weightGradient: $6, biasGradient: $7)
    },
    gelu: { target.gelu(count: $0, input: $1, output: $2) },
    geluBackward: {
      target.geluBackward(count: $0, input: $1, gradient: $2, inputGradient: $3)
    },
    weigh: { target.weigh(count: $0, scores: $1) },
    weighBackward: { target.weighBackward(count: $0, weights: $1, gradients: $2) },
    rotate: { target.rotate(count: $0, cosines: $1, sines: $2, values: $3) }
  ),
  multiplyAdds: { target.multiplyAdds($0, groups: 6, kind: .float) }
)
