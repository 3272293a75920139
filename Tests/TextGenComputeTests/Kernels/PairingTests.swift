import Testing
import TextGenCompute
import TextGenTestSupport

/// Floats to words of two bfloat16, on every instruction set.
struct PairingTests {
  /// Values whose rounding is easy to get wrong.
  private static let special: [Float] = [
    0, -0.0, 1, 1.003_906_25, 1.011_718_75, 1.0039063, -1.0117188, .greatestFiniteMagnitude,
    .infinity, -.infinity, .leastNormalMagnitude, -1e-30,
  ]

  private static func rounded(_ x: Float) -> Float {
    // The nearest of the two neighbours, the even one of two that are equally near.
    let below = Float(bitPattern: x.bitPattern & 0xFFFF_0000)
    let above = Float(bitPattern: below.bitPattern &+ 0x1_0000)
    let (down, up) = (abs(Double(x) - Double(below)), abs(Double(above) - Double(x)))
    if x.isInfinite || down < up { return below }
    return up < down || below.bitPattern & 0x1_0000 != 0 ? above : below
  }

  private static func halves(_ word: Float) -> [Float] {
    [Float(bitPattern: word.bitPattern << 16), Float(bitPattern: word.bitPattern & 0xFFFF_0000)]
  }

  @Test(arguments: InstructionSet.available)
  func `a float becomes the nearest bfloat16`(instructions: InstructionSet) {
    var generator = SeededGenerator(seed: 1)
    let values = Self.special + .random(501, in: -3...3, using: &generator)
    let output = FloatBuffer(count: values.count)
    Engine(instructionSet: instructions).pairColumns(
      rows: 1, count: values.count, from: FloatBuffer(values), at: 0, stride: 0, to: output,
      at: 0, stride: 0)
    let found = output.values().flatMap(Self.halves)
    // The greatest floats lie nearer to infinity than to the greatest bfloat16.
    for (value, half) in zip(values, found) where value != .greatestFiniteMagnitude {
      #expect(half.bitPattern == Self.rounded(value).bitPattern, "\(value)")
    }
    #expect(found[7] == .infinity)
  }

  @Test(arguments: InstructionSet.available)
  func `what is not a number stays so`(instructions: InstructionSet) {
    let patterns: [UInt32] = [0x7FFF_FFFF, 0xFFFF_FFFF, 0x7F80_0001, 0xFF80_0001, 0x7FC0_0000]
    let input = FloatBuffer(patterns.map { Float(bitPattern: $0) })
    let output = FloatBuffer(count: 5)
    Engine(instructionSet: instructions).pairRows(
      rows: 1, count: 5, from: input, at: 0, stride: 0, to: output, at: 0, stride: 0)
    #expect(output.values().allSatisfy { Self.halves($0)[0].isNaN })
  }

  @Test(arguments: InstructionSet.available, [1, 2, 3, 14, 15, 16, 17, 31, 33, 64])
  func `pairs are those of the reference, and nothing else is written`(
    instructions: InstructionSet, count: Int
  ) {
    var generator = SeededGenerator(seed: UInt64(count))
    let stride = count + 3
    let input = FloatBuffer(.random(5 * stride, in: -9...9, using: &generator))
    func outputs(_ instructions: InstructionSet) -> [[UInt32]] {
      let engine = Engine(instructionSet: instructions)
      return (1...4).flatMap { rows in
        let columns = FloatBuffer([Float](repeating: 7, count: 5 * stride))
        let pairs = FloatBuffer([Float](repeating: 7, count: 5 * stride))
        engine.pairColumns(
          rows: rows, count: count, from: input, at: 1, stride: stride, to: columns, at: 2,
          stride: stride)
        engine.pairRows(
          rows: rows, count: count, from: input, at: 1, stride: stride, to: pairs, at: 2,
          stride: stride)
        return [columns.values().bits, pairs.values().bits]
      }
    }
    #expect(outputs(instructions) == outputs(.reference))
  }

  @Test(arguments: InstructionSet.available)
  func `rows of a table are copied, and sums per token come back`(instructions: InstructionSet) {
    var generator = SeededGenerator(seed: 3)
    let (panels, vocabulary) = (2, 5)
    let tokens: [Int32] = [4, 0, 4, 2, 2, 4, 1]
    let size = panels * tokens.count * 64
    let table = FloatBuffer(.random(panels * vocabulary * 64, in: -1...1, using: &generator))
    let gates = FloatBuffer(count: size + 64)
    let engine = Engine(instructionSet: instructions)
    engine.gather(
      tokens: tokens[...], panels: panels, vocabulary: vocabulary, from: table, at: 0,
      to: gates, at: 64)
    let sums = FloatBuffer(count: table.count)
    engine.scatter(
      tokens: tokens[...], panels: panels, vocabulary: vocabulary, gates: gates, at: 64, to: sums)
    for panel in 0..<panels {
      for column in 0..<64 {
        for (row, token) in tokens.enumerated() {
          let entry = table[(panel * vocabulary + Int(token)) * 64 + column]
          #expect(gates[64 + (panel * tokens.count + row) * 64 + column] == entry)
        }
        for token in 0..<vocabulary {
          let count = Float(tokens.count { $0 == token })
          let place = (panel * vocabulary + token) * 64 + column
          #expect(abs(sums[place] - count * table[place]) < 1e-6)
        }
      }
    }
    #expect(gates.values(0..<64) == [Float](repeating: 0, count: 64))
  }
}
