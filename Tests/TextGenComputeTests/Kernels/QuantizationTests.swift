import Testing
import TextGenCompute
import TextGenTestSupport

/// Rows as whole numbers of 8 bits, and their products, on every instruction set.
struct QuantizationTests {
  @Test(arguments: InstructionSet.available, [1, 2, 3, 4, 5, 13, 15, 16, 17, 31, 64, 67])
  func `rows are those of the reference, and nothing else is written`(
    instructions: InstructionSet, count: Int
  ) {
    var generator = SeededGenerator(seed: UInt64(count))
    let stride = count + 3
    let input = FloatBuffer(.random(5 * stride, in: -9...9, using: &generator))
    input.clear(stride + 1..<2 * stride)
    func outputs(_ instructions: InstructionSet) -> [[UInt32]] {
      let words = FloatBuffer([Float](repeating: 7, count: 5 * stride))
      let scales = FloatBuffer([Float](repeating: 7, count: 6))
      Engine(instructionSet: instructions).quantizeRows(
        rows: 4, count: count, from: input, at: 1, stride: stride, to: words, at: 2,
        stride: stride, scales: scales, at: 1)
      return [words.values().bits, scales.values().bits]
    }
    #expect(outputs(instructions) == outputs(.reference))
  }

  @Test(arguments: InstructionSet.available)
  func `the scale of a row shows what is no number, its bytes are those of any instruction set`(
    instructions: InstructionSet
  ) {
    for (value, size) in [(Float.nan, Float.nan), (.infinity, .infinity), (-0.0, 1)] {
      for place in [0, 15, 16, 20] {
        var row = [Float](repeating: -0.0, count: 21)
        row[place] = value
        func quantized(_ instructions: InstructionSet) -> (scale: Float, words: [UInt32]) {
          let (words, scales) = (FloatBuffer(count: 6), FloatBuffer(count: 1))
          Engine(instructionSet: instructions).quantizeRows(
            rows: 1, count: 21, from: FloatBuffer(row), at: 0, stride: 21, to: words, at: 0,
            stride: 6, scales: scales, at: 0)
          return (scales[0], words.values().bits)
        }
        let (scale, words) = quantized(instructions)
        #expect(scale.isNaN == size.isNaN && (size.isNaN || scale == size))
        #expect(words == quantized(.reference).words, "\(value) at \(place)")
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `a product is near that of the floats and equal to the reference`(
    instructions: InstructionSet
  ) {
    for (rows, depth, columns) in [(1, 1, 1), (1, 64, 64), (7, 67, 64), (13, 130, 48), (6, 31, 17)]
    {
      let sample = Sample(rows: rows, depth: depth, columns: columns)
      for accumulates in [false, true] {
        let found = sample.product(Engine(instructionSet: instructions), accumulates: accumulates)
        let reference = sample.product(
          Engine(instructionSet: .reference), accumulates: accumulates)
        #expect(found.bits == reference.bits, "\(rows) × \(depth) × \(columns)")
        // Each number is off by half a step of at most 1/127.
        var error = ErrorMeasure(absolute: 0.01 * Double(depth).squareRoot() + 0.01, relative: 0)
        error.compare(found, sample.exact(accumulates: accumulates), "product")
        #expect(error.worst <= 1, "\(error.place)")
      }
    }
  }
}

/// Random floats, and their product as whole numbers.
private struct Sample {
  let rows, depth, columns: Int
  /// (rows, depth), (columns, depth) and (columns).
  let left, right, bias: [Float]

  init(rows: Int, depth: Int, columns: Int) {
    (self.rows, self.depth, self.columns) = (rows, depth, columns)
    var generator = SeededGenerator(seed: UInt64(rows * depth + columns))
    left = .random(rows * depth, in: -1...1, using: &generator)
    right = .random(columns * depth, in: -1...1, using: &generator)
    bias = .random(64, in: -1...1, using: &generator)
  }

  /// (rows, columns), begun with the bias or added to ones.
  func product(_ engine: Engine, accumulates: Bool) -> [Float] {
    let words = ProductPrecision.int8.words(depth)
    let (a, aScales) = (FloatBuffer(count: rows * words), FloatBuffer(count: rows))
    let (b, bScales, starts) = (
      FloatBuffer(count: words * 64), FloatBuffer(count: 64), FloatBuffer(count: 64)
    )
    engine.quantizeRows(
      rows: rows, count: depth, from: FloatBuffer(left), at: 0, stride: depth, to: a, at: 0,
      stride: words, scales: aScales, at: 0)
    engine.quantizeColumns(
      rows: columns, depth: depth, from: FloatBuffer(right), at: 0, stride: depth, to: b, at: 0,
      vectorStride: words * 16, scales: bScales, starts: starts, at: 0)
    let c = FloatBuffer([Float](repeating: 1, count: rows * columns))
    let start = FloatBuffer(bias)
    engine.product(
      .int8, rows: rows, columns: columns, depth: words,
      a: Operand(a, rowStride: words, depthStride: 1, scales: Scales(aScales)),
      b: Operand(
        b, depthStride: 16, vectorStride: words * 16, scales: Scales(bScales, starts: starts)),
      c: Operand(c, rowStride: columns),
      accumulates ? .accumulated : .started(by: Operand(start)))
    withExtendedLifetime((a, b, aScales, bScales, starts, start)) {}
    return c.values()
  }

  func exact(accumulates: Bool) -> [Double] {
    (0..<rows * columns).map { place in
      let (row, column) = (place / columns, place % columns)
      return (0..<depth).reduce(accumulates ? 1 : Double(bias[column])) {
        $0 + Double(left[row * depth + $1]) * Double(right[column * depth + $1])
      }
    }
  }
}
