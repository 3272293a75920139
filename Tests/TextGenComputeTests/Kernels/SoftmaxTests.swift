import Foundation
import Testing
import TextGenCompute
import TextGenTestSupport

/// Softmax over panels of logits against its formula in Double.
struct SoftmaxTests {
  /// Logits of all sizes: usual, huge and so close together that they hardly differ.
  static let ranges: [ClosedRange<Float>] = [-4...4, -1e4...1e4, -1e-6...1e-6, 900...901]

  @Test(arguments: InstructionSet.available, ranges)
  func `log-probabilities and gradient follow the formula`(
    instructions: InstructionSet, range: ClosedRange<Float>
  ) {
    // A float's error of 6e-8 times the logits' size, and the exponential's of 2e-7 a lane.
    let size = Double(max(1, range.upperBound))
    var value = ErrorMeasure(absolute: 2e-6 + 1.5e-7 * size, relative: 0)
    var gradient = ErrorMeasure(absolute: 1e-6, relative: 0)
    for (rows, vocabulary) in [(1, 1), (3, 11), (2, 64), (5, 65), (2, 150), (7, 192)] {
      let sample = LogitSample(rows: rows, vocabulary: vocabulary, range: range)
      let buffer = sample.buffer()
      let found = Engine(instructionSet: instructions).softmax(
        logits: buffer, panels: sample.panels, targets: sample.targets[...], gradientScale: 0.5)
      for row in 0..<rows {
        let truth = sample.logProbabilities(row)
        let target = Int(sample.targets[row])
        value.compare([found[row]], [truth[target]], "row \(row) of \(rows) × \(vocabulary)")
        gradient.compare(
          sample.row(row, of: buffer),
          (0..<vocabulary).map { 0.5 * (exp(truth[$0]) - ($0 == target ? 1 : 0)) },
          "the gradient of row \(row) of \(rows) × \(vocabulary)")
      }
      #expect(sample.paddingIsNothing(in: buffer))
    }
    #expect(value.worst <= 1, "\(value.place)")
    #expect(gradient.worst <= 1, "\(gradient.place)")
  }

  @Test(arguments: InstructionSet.available)
  func `probabilities are within 4e-7 of themselves down to 1e-37`(instructions: InstructionSet) {
    // Rows of a 0 and 63 logits down to -85, whose sum is taken from what the row says of the 0.
    var error = ErrorMeasure(absolute: 0, relative: 4e-7)
    let logits = (0..<64 * 64).map { $0 % 64 == 0 ? 0 : -Float($0) / 48 }
    let buffer = FloatBuffer(logits)
    _ = Engine(instructionSet: instructions).softmax(
      logits: buffer, panels: 1, targets: [Int32](repeating: 63, count: 64)[...],
      gradientScale: 1)
    for row in 0..<64 {
      let probabilities = buffer.values(row * 64..<row * 64 + 63)
      let first = Double(probabilities[0])
      let expected = logits[row * 64..<row * 64 + 63].map { first * exp(Double($0)) }
      error.compare(probabilities, expected, "row \(row)")
    }
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: InstructionSet.available, ranges)
  func `all log-probabilities are those of the targets and sum to 1`(
    instructions: InstructionSet, range: ClosedRange<Float>
  ) {
    let engine = Engine(instructionSet: instructions)
    let sample = LogitSample(rows: 3, vocabulary: 150, range: range)
    let buffer = sample.buffer()
    for row in 0..<3 {
      let all = engine.logSoftmax(
        logits: buffer, panels: sample.panels, rows: 3, row: row, count: 150)
      #expect(abs(all.reduce(0) { $0 + exp(Double($1)) } - 1) < 3e-6)
      for token: Int32 in [0, 63, 64, 149] {
        let ofTarget = engine.softmax(
          logits: buffer, panels: sample.panels, targets: [token, token, token],
          gradientScale: 0)
        #expect(ofTarget[row].bitPattern == all[Int(token)].bitPattern)
      }
    }
    #expect(buffer.values().bits == sample.buffer().values().bits, "the logits are kept")
  }

  @Test(arguments: InstructionSet.available, [Float.nan, .infinity])
  func `a logit that is not finite shows in the result`(
    instructions: InstructionSet, value: Float
  ) {
    let sample = LogitSample(rows: 2, vocabulary: 70, range: -1...1)
    let buffer = sample.buffer()
    buffer[64] = value
    let found = Engine(instructionSet: instructions).softmax(
      logits: buffer, panels: 2, targets: [3, 3], gradientScale: 1)
    #expect(found[0].isFinite)
    #expect(!found[1].isFinite)
  }
}

/// Random logits in panels, and the log-probabilities that they stand for.
private struct LogitSample {
  let rows, vocabulary, panels: Int
  let targets: [Int32]
  /// (rows, V).
  private let logits: [Float]

  init(rows: Int, vocabulary: Int, range: ClosedRange<Float>) {
    self.rows = rows
    self.vocabulary = vocabulary
    panels = (vocabulary + 63) / 64
    var generator = SeededGenerator(seed: UInt64(rows * 1000 + vocabulary))
    logits = .random(rows * vocabulary, in: range, using: &generator)
    targets = (0..<rows).map { Int32(($0 * 31 + vocabulary - 1) % vocabulary) }
  }

  private func place(_ row: Int, _ column: Int) -> Int {
    (column / 64 * rows + row) * 64 + column % 64
  }

  func buffer() -> FloatBuffer {
    let buffer = FloatBuffer([Float](repeating: -1e30, count: panels * rows * 64))
    for row in 0..<rows {
      for column in 0..<vocabulary {
        buffer[place(row, column)] = logits[row * vocabulary + column]
      }
    }
    return buffer
  }

  func row(_ row: Int, of buffer: FloatBuffer) -> [Float] {
    (0..<vocabulary).map { buffer[place(row, $0)] }
  }

  func logProbabilities(_ row: Int) -> [Double] {
    let x = logits[row * vocabulary..<(row + 1) * vocabulary].map(Double.init)
    let maximum = x.max() ?? 0
    let logSum = log(x.reduce(0) { $0 + exp($1 - maximum) })
    return x.map { $0 - maximum - logSum }
  }

  /// Whether the gradient beyond the vocabulary is too small to count.
  func paddingIsNothing(in gradient: FloatBuffer) -> Bool {
    (0..<rows).allSatisfy { row in
      (vocabulary..<panels * 64).allSatisfy { abs(gradient[place(row, $0)]) < 1e-37 }
    }
  }
}
