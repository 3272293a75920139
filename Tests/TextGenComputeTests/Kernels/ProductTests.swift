import Testing
import TextGenCompute
import TextGenTestSupport

/// Products of multiples of 1/8, whose sums a float holds exactly: every comparison is exact.
struct ProductTests {
  /// How the left side lies in memory.
  enum Layout: CaseIterable {
    case byRows
    case byColumns
  }

  /// A way to combine the product with what was there, the value that it starts from, and its kind.
  struct Case: CustomStringConvertible {
    let instructions: InstructionSet
    let precision: ProductPrecision
    let layout: Layout

    var description: String { "\(instructions) \(precision) \(layout)" }

    static let all = InstructionSet.available.flatMap { instructions in
      [ProductPrecision.float32, .bfloat16].flatMap { precision in
        Layout.allCases.map {
          Case(instructions: instructions, precision: precision, layout: $0)
        }
      }
    }
  }

  private static let rows = 13
  private static let depths = [1, 2, 5, 17, 64]

  @Test(arguments: Case.all)
  func `every size gives the exact product and writes nothing else`(kind: Case) {
    let engine = Engine(instructionSet: kind.instructions)
    let bias = FloatBuffer((0..<64).map { Float($0) / 4 })
    for depth in Self.depths {
      for blocks in 1...3 {
        let operands = Operands(kind.precision, depth: depth, blocks: blocks, layout: kind.layout)
        for rows in 1...Self.rows {
          for columns in [1, 7, 15, 16, 17, 33, 48, 63, 64] {
            let isRight =
              operands.isExact(rows, columns, .replaced, engine) { _ in 0 }
              && operands.isExact(rows, columns, .accumulated, engine) { _ in Operands.before }
              && operands.isExact(rows, columns, .started(by: Operand(bias)), engine) { bias[$0] }
            #expect(isRight, "\(rows) rows, \(columns) columns, \(blocks) × \(depth)")
          }
        }
      }
    }
  }

  @Test(arguments: Case.all, [false, true])
  func `panels side by side are products one after the other`(kind: Case, readsAhead: Bool) {
    let engine = Engine(instructionSet: kind.instructions)
    var generator = SeededGenerator(seed: 8)
    let (rows, depth, panels) = (7, 9, 3)
    func words(_ count: Int) -> FloatBuffer {
      FloatBuffer((0..<count).map { _ in Word(kind.precision, using: &generator).bits })
    }
    let (a, b, bias) = (words(rows * depth), words(panels * depth * 64), FloatBuffer(count: 192))
    for column in 0..<192 { bias[column] = Float(column) }
    func product(_ range: Range<Int>, _ c: FloatBuffer) {
      engine.product(
        kind.precision, panels: range.count, rows: rows, columns: 50, depth: depth,
        a: Operand(a, rowStride: depth, depthStride: 1),
        b: Operand(
          b, offset: range.lowerBound * depth * 64, depthStride: 64, panelStride: depth * 64),
        c: Operand(
          c, offset: range.lowerBound * rows * 64, rowStride: 64, panelStride: rows * 64),
        .started(by: Operand(bias, offset: range.lowerBound * 64)), readsAhead: readsAhead)
    }
    let (together, alone) = (FloatBuffer(count: 1344), FloatBuffer(count: 1344))
    product(0..<panels, together)
    for panel in 0..<panels { product(panel..<panel + 1, alone) }
    #expect(together.values().bits == alone.values().bits)
    #expect(together[2 * rows * 64] != 0)
  }

  @Test(arguments: InstructionSet.available, [1, 5, 30])
  func `a product of no depth is zero or what was there`(instructions: InstructionSet, rows: Int) {
    let engine = Engine(instructionSet: instructions)
    let zeros = FloatBuffer(count: 64)
    let before = (0..<rows * 2).map { Float($0 + 2) }
    for blocks in [1, 2] {
      let result = FloatBuffer(before)
      for (destination, expected) in [
        (Destination.accumulated, before), (.replaced, before.map { _ in 0 }),
      ] {
        engine.product(
          rows: rows, columns: 2, blocks: blocks, depth: 0, a: Operand(zeros), b: Operand(zeros),
          c: Operand(result, rowStride: 2), destination)
        #expect(result.values() == expected)
      }
    }
  }

  @Test(arguments: Case.all, [(2, 300, 1), (5, 20, 2), (5, 300, 1), (100, 40, 9), (100, 300, 2)])
  func `columns that lie 16 after 16 give the product of those that lie in rows`(
    kind: Case, shape: (rows: Int, depth: Int, blocks: Int)
  ) {
    let engine = Engine(instructionSet: kind.instructions)
    var generator = SeededGenerator(seed: 6)
    let (rows, depth, blocks) = shape
    let (rowStride, depthStride) = kind.layout == .byRows ? (depth, 1) : (1, rows)
    let a = FloatBuffer(
      (0..<blocks * depth * rows).map { _ in Word(kind.precision, using: &generator).bits })
    let inRows = FloatBuffer(
      (0..<blocks * depth * 64).map { _ in Word(kind.precision, using: &generator).bits })
    // (4, blocks, depth, 16)
    let apart = FloatBuffer(
      (0..<4 * blocks * depth * 16).map { place in
        let (vector, rest) = place.quotientAndRemainder(dividingBy: blocks * depth * 16)
        return inRows[rest / 16 * 64 + vector * 16 + rest % 16]
      })
    func product(_ b: Operand, _ destination: Destination) -> [Float] {
      // Groups of seven rows, with a gap between them.
      let c = FloatBuffer(
        [Float](repeating: 0.5, count: (rows + 6) / 7 * (7 * 64 + 3) + 64))
      engine.product(
        kind.precision, rows: rows, columns: 57, blocks: blocks, depth: depth,
        a: Operand(
          a, rowStride: rowStride, depthStride: depthStride, blockStride: depth * rows),
        b: b, c: Operand(c, rowStride: 64, rowsOfGroup: 7, groupStride: 7 * 64 + 3), destination)
      return c.values()
    }
    for destination in [Destination.replaced, .accumulated] {
      let expected = product(
        Operand(inRows, depthStride: 64, blockStride: depth * 64), destination)
      let found = product(
        Operand(
          apart, depthStride: 16, vectorStride: blocks * depth * 16, blockStride: depth * 16),
        destination)
      #expect(found == expected)
      // A row of the last group, word by word.
      let row = rows - 1
      let place = row / 7 * (7 * 64 + 3) + row % 7 * 64
      for column in [0, 15, 16, 56] {
        var sum: Float = if case .accumulated = destination { 0.5 } else { 0 }
        for step in 0..<blocks * depth {
          let left = a[
            step / depth * depth * rows + row * rowStride + step % depth * depthStride]
          sum += Word(left, kind.precision) * Word(inRows[step * 64 + column], kind.precision)
        }
        #expect(found[place + column] == sum)
      }
      #expect(found[place + 57] == 0.5)
    }
  }

  @Test(arguments: Case.all.filter { $0.precision == .float32 }, [19, 300])
  func `a row is the same to the bit whatever the rows beside it`(kind: Case, depth: Int) {
    let (instructions, layout) = (kind.instructions, kind.layout)
    var generator = SeededGenerator(seed: 4)
    let engine = Engine(instructionSet: instructions)
    let (rows, blocks, panels, columns) = (41, 2, 2, 50)
    let (rowStride, depthStride) = layout == .byRows ? (depth, 1) : (1, rows)
    let a = FloatBuffer(.random(blocks * depth * rows, in: -1...1, using: &generator))
    let b = FloatBuffer(.random(panels * blocks * depth * 64, in: -1...1, using: &generator))
    func product(_ range: Range<Int>) -> [Float] {
      let c = FloatBuffer([Float](repeating: 0.1, count: range.count * panels * 64))
      engine.product(
        panels: panels, rows: range.count, columns: columns, blocks: blocks, depth: depth,
        a: Operand(
          a, offset: range.lowerBound * rowStride, rowStride: rowStride,
          depthStride: depthStride, blockStride: depth * rows),
        b: Operand(
          b, depthStride: 64, blockStride: depth * 64, panelStride: blocks * depth * 64),
        c: Operand(c, rowStride: panels * 64, panelStride: 64), .accumulated)
      return c.values()
    }
    let (whole, width) = (product(0..<rows), panels * 64)
    for row in 0..<rows {
      #expect(product(row..<row + 1).bits == Array(whole[row * width..<(row + 1) * width]).bits)
    }
    #expect(whole[rows * width - 64 + columns - 1] != 0.1)
  }
}

/// The operands of products of up to 13 rows and 64 columns, and what they come to.
private struct Operands {
  let precision: ProductPrecision
  let depth, blocks: Int
  let layout: ProductTests.Layout
  let a, b: FloatBuffer
  /// (13, 64).
  private let exact: [Float]

  private static let offset = 3
  private static let rowStride = 71
  static let before: Float = 0.5

  init(
    _ precision: ProductPrecision, depth: Int, blocks: Int, layout: ProductTests.Layout
  ) {
    self.precision = precision
    self.depth = depth
    self.blocks = blocks
    self.layout = layout
    var generator = SeededGenerator(seed: UInt64(depth * 10 + blocks))
    func words(_ count: Int) -> [Word] {
      (0..<count).map { _ in Word(precision, using: &generator) }
    }
    let left = words(Self.offset + blocks * 13 * (depth + 2))
    let right = words(1 + blocks * depth * 80)
    a = FloatBuffer(left.map(\.bits))
    b = FloatBuffer(right.map(\.bits))
    let strides = Self.strides(depth: depth, layout: layout)
    exact = (0..<13 * 64).map { place in
      let (row, column) = (place / 64, place % 64)
      var sum: Float = 0
      for block in 0..<blocks {
        for k in 0..<depth {
          let at = Self.offset + row * strides.row + k * strides.depth + block * strides.block
          sum += left[at] * right[1 + (block * depth + k) * 80 + column]
        }
      }
      return sum
    }
  }

  private static func strides(
    depth: Int, layout: ProductTests.Layout
  ) -> (row: Int, depth: Int, block: Int) {
    switch layout {
    case .byRows: (depth + 2, 1, 13 * (depth + 2))
    case .byColumns: (1, 13, 13 * depth)
    }
  }

  /// Whether the first `rows` and `columns`, which begin at `start` of the column, come out exactly
  /// and all around stays as it was.
  func isExact(
    _ rows: Int, _ columns: Int, _ destination: Destination, _ engine: Engine,
    start: (Int) -> Float
  ) -> Bool {
    let before = [Float](repeating: Self.before, count: (rows + 1) * Self.rowStride)
    let c = FloatBuffer(before)
    let strides = Self.strides(depth: depth, layout: layout)
    engine.product(
      precision, rows: rows, columns: columns, blocks: blocks, depth: depth,
      a: Operand(
        a, offset: Self.offset, rowStride: strides.row, depthStride: strides.depth,
        blockStride: strides.block),
      b: Operand(b, offset: 1, depthStride: 80, blockStride: depth * 80),
      c: Operand(c, offset: Self.offset, rowStride: Self.rowStride), destination)
    var expected = before
    for row in 0..<rows {
      for column in 0..<columns {
        expected[Self.offset + row * Self.rowStride + column] =
          start(column) + exact[row * 64 + column]
      }
    }
    return c.values() == expected
  }
}

/// One or two multiples of 1/8 in a word; bfloat16 holds them exactly.
private struct Word {
  let low, high: Float
  let bits: Float

  init(_ precision: ProductPrecision, using generator: inout SeededGenerator) {
    func eighths() -> Float { Float(Int.random(in: -8...8, using: &generator)) / 8 }
    low = eighths()
    high = precision == .bfloat16 ? eighths() : 0
    bits =
      precision == .bfloat16
      ? Float(bitPattern: low.bitPattern >> 16 | high.bitPattern) : low
  }

  /// What `bits` holds.
  init(_ bits: Float, _ precision: ProductPrecision) {
    self.bits = bits
    low = precision == .bfloat16 ? Float(bitPattern: bits.bitPattern << 16) : bits
    high = precision == .bfloat16 ? Float(bitPattern: bits.bitPattern & 0xFFFF_0000) : 0
  }

  static func * (left: Word, right: Word) -> Float {
    left.low * right.low + left.high * right.high
  }
}
