import Testing
import TextGenCompute
import TextGenTestSupport

/// Whole numbers from a file as columns of a panel, beside the floats that they stand for.
struct StoredWordsTests {
  /// The words, scales and starts of a panel, as bits.
  private typealias Panel = [[UInt32]]

  private func panel(
    _ depth: Int, fill: (FloatBuffer, _ scales: FloatBuffer, _ starts: FloatBuffer) -> Bool
  ) -> (isFilled: Bool, panel: Panel) {
    let buffers = [depth / 4 * 64 + 128, 70, 70].map { count in
      FloatBuffer([Float](repeating: 7, count: count))
    }
    let isFilled = fill(buffers[0], buffers[1], buffers[2])
    return (isFilled, buffers.map { $0.values().bits })
  }

  private func packed(
    _ numbers: [Int8], _ factors: [Float], depth: Int
  ) -> (isFilled: Bool, panel: Panel) {
    panel(depth) { words, scales, starts in
      Engine().packColumns(
        rows: factors.count, depth: depth, from: numbers.span, times: factors.span, to: words,
        at: 3, vectorStride: (depth + 3) / 4 * 16, scales: scales, starts: starts, at: 2)
    }
  }

  private func rounded(_ numbers: [Int8], _ factors: [Float], depth: Int) -> Panel {
    let floats = FloatBuffer(numbers.indices.map { factors[$0 / depth] * Float(numbers[$0]) })
    return panel(depth) { words, scales, starts in
      Engine().quantizeColumns(
        rows: factors.count, depth: depth, from: floats, at: 0, stride: depth, to: words, at: 3,
        vectorStride: (depth + 3) / 4 * 16, scales: scales, starts: starts, at: 2)
      return true
    }.panel
  }

  /// Rows of random numbers, each with 127 or -127 in it, the last of zeros.
  private func sample(rows: Int, depth: Int) -> (numbers: [Int8], factors: [Float]) {
    var generator = SeededGenerator(seed: UInt64(rows * 100 + depth))
    var numbers = (0..<rows * depth).map { _ in Int8.random(in: -127...127, using: &generator) }
    for row in 0..<rows {
      let place = row * depth + Int.random(in: 0..<depth, using: &generator)
      numbers[place] = row % 2 == 0 ? 127 : -127
    }
    if rows > 1 { for place in (rows - 1) * depth..<rows * depth { numbers[place] = 0 } }
    // From the least scale with all digits to the largest of a file.
    let factors = (0..<rows).map { _ in
      Float.random(in: 1..<2, using: &generator)
        * Float(
          sign: .plus, exponent: Int.random(in: -126...120, using: &generator), significand: 1)
    }
    return (numbers, factors)
  }

  @Test(arguments: [1, 2, 5, 16, 64], [1, 2, 3, 4, 5, 31, 64, 67])
  func `numbers that were rounded become the words of their floats`(rows: Int, depth: Int) {
    let (numbers, factors) = sample(rows: rows, depth: depth)
    let (isFilled, panel) = packed(numbers, factors, depth: depth)
    #expect(isFilled)
    #expect(panel == rounded(numbers, factors, depth: depth))
  }

  @Test(arguments: [(126 as Int8, 1 as Float), (-128, 1), (127, .leastNonzeroMagnitude)])
  func `numbers that rounding would change are refused, and nothing is written`(
    largest: Int8, scale: Float
  ) {
    var (numbers, factors) = sample(rows: 4, depth: 9)
    for place in 9..<18 { numbers[place] /= 2 }
    numbers[11] = largest
    factors[1] = scale
    let (isFilled, panel) = packed(numbers, factors, depth: 9)
    #expect(!isFilled)
    #expect(panel.allSatisfy { $0.allSatisfy { $0 == Float(7).bitPattern } })
  }

  @Test func `a panel that is too small stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let numbers: [Int8] = [127, 0, 0, 0, 0, 127, 0, 0, 0, 0]
      let factors: [Float] = [1, 1]
      _ = Engine().packColumns(
        rows: 2, depth: 5, from: numbers.span, times: factors.span, to: FloatBuffer(count: 17),
        at: 0, vectorStride: 32, scales: FloatBuffer(count: 2), starts: FloatBuffer(count: 2), at: 0
      )
    }
  }
}
