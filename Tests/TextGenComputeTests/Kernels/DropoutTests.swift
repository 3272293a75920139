import Testing
import TextGenCompute
import TextGenKernels
import TextGenTestSupport

struct DropoutTests {
  private let rows = DropoutRows(key: 0x1234_5678, probability: 0.3)

  /// Ones after dropout, `count` a row, one row after the other.
  private func mask(
    _ dropout: DropoutRows, rows: Range<Int>, count: Int, _ instructions: InstructionSet = .best
  ) -> [Float] {
    let stride = (count + 15) / 16 * 16
    let ones = FloatBuffer([Float](repeating: 1, count: rows.count * stride))
    Engine(instructionSet: instructions).dropout(
      dropout, rows: rows.count, count: count, rowNumbers: { $0 + rows.lowerBound }, from: ones,
      at: 0, to: ones, at: 0, stride: stride)
    return rows.indices.flatMap { row in
      let start = (row - rows.lowerBound) * stride
      return ones.values(start..<start + count)
    }
  }

  @Test(arguments: InstructionSet.available, [1, 15, 16, 17, 63])
  func `every instruction set drops the same values`(instructions: InstructionSet, count: Int) {
    let found = mask(rows, rows: 0..<9, count: count, instructions)
    #expect(found.bits == mask(rows, rows: 0..<9, count: count, .reference).bits)
  }

  @Test(arguments: [0, 0.1, 0.3, 0.5, 0.9])
  func `the share dropped is the probability and the mean is kept`(probability: Double) {
    let dropout = DropoutRows(key: 99, probability: probability)
    let values = mask(dropout, rows: 0..<200, count: 100)
    let dropped = Double(values.count { $0 == 0 }) / 20_000
    let mean = values.reduce(0) { $0 + Double($1) } / 20_000
    // Four standard deviations of 20,000 draws.
    let deviation = (probability * (1 - probability) / 20_000).squareRoot()
    #expect(abs(dropped - probability) <= 4 * deviation)
    #expect(abs(mean - 1) <= 4 * deviation / (1 - probability) + 1e-9)
    let scale = Float(1 / (1 - probability))
    #expect(values.filter { $0 != 0 && $0 != scale } == [])
  }

  @Test func `a value's fate depends on its place alone, not on the rows beside it`() {
    let whole = mask(rows, rows: 0..<8, count: 40)
    #expect(mask(rows, rows: 5..<8, count: 40) == Array(whole[200...]))
    #expect(mask(rows, rows: 5..<6, count: 20) == Array(whole[200..<220]))
  }

  @Test func `rows, columns and keys drop differently`() {
    let first = mask(rows, rows: 0..<64, count: 64)
    let other = mask(DropoutRows(key: 0x1234_5679, probability: 0.3), rows: 0..<64, count: 64)
    #expect(first != other)
    let patterns = Set((0..<64).map { Array(first[$0 * 64..<$0 * 64 + 64]) })
    #expect(patterns.count == 64)
    let columns = Set((0..<64).map { column in (0..<64).map { first[$0 * 64 + column] } })
    #expect(columns.count == 64)
  }

  @Test(arguments: InstructionSet.available)
  func `dropping in place is dropping into another buffer`(instructions: InstructionSet) {
    var generator = SeededGenerator(seed: 3)
    let values = [Float].random(3 * 48, in: -1...1, using: &generator)
    let (input, output) = (FloatBuffer(values), FloatBuffer(count: 3 * 48))
    let engine = Engine(instructionSet: instructions)
    for (from, to) in [(input, output), (input, input)] {
      engine.dropout(
        rows, rows: 3, count: 33, rowNumbers: { $0 * 10 }, from: from, at: 0, to: to, at: 0,
        stride: 48)
    }
    #expect(input.values().bits == output.values().bits)
    #expect(input.values() != values)
  }
}
