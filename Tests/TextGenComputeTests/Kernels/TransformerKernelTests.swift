import Foundation
import Testing
import TextGenCompute
import TextGenTestSupport

/// What a transformer does to rows: the vector kernels against the plain ones, and those against their
/// formulas in Double.
struct TransformerKernelTests {
  private let count = 48

  private func random(_ count: Int, seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    return .random(count, in: -3...3, using: &generator)
  }

  @Test(arguments: InstructionSet.available)
  func `a normalised row has mean 0 and deviation 1 before it is scaled`(
    instructions: InstructionSet
  ) {
    let engine = Engine(instructionSet: instructions)
    let rows = random(3 * 50, seed: 1)
    let (weight, bias) = (random(count, seed: 2), random(count, seed: 3))
    let (output, statistics) = (FloatBuffer(count: 3 * 50), FloatBuffer(count: 6))
    engine.normalize(
      rows: 3, count: count, Rows(FloatBuffer(rows), stride: 50), weight: Rows(FloatBuffer(weight)),
      bias: Rows(FloatBuffer(bias)), to: Rows(output, stride: 50), statistics: statistics)
    var error = ErrorMeasure(absolute: 2e-6, relative: 2e-6)
    for row in 0..<3 {
      let x = rows[row * 50..<row * 50 + count].map(Double.init)
      let mean = x.reduce(0, +) / 48
      let variance = x.reduce(0.0) { sum, value in sum + (value - mean) * (value - mean) } / 48
      let inverse = 1 / (variance + 1e-5).squareRoot()
      let expected = x.indices.map { index in
        (x[index] - mean) * inverse * Double(weight[index]) + Double(bias[index])
      }
      error.compare(output.values(row * 50..<row * 50 + count), expected, "row \(row)")
      error.compare(
        statistics.values(2 * row..<2 * row + 2), [mean, inverse], "statistics \(row)")
      #expect(output.values(row * 50 + count..<(row + 1) * 50) == [0, 0])
    }
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: InstructionSet.available)
  func `gradients of a normalization agree with the plain kernel`(instructions: InstructionSet) {
    func run(_ instructions: InstructionSet) -> [[Float]] {
      let engine = Engine(instructionSet: instructions)
      let input = FloatBuffer(random(2 * count, seed: 4))
      let weight = FloatBuffer(random(count, seed: 5))
      let statistics = FloatBuffer(count: 4)
      engine.normalize(
        rows: 2, count: count, Rows(input, stride: count), weight: Rows(weight),
        bias: Rows(weight), to: Rows(FloatBuffer(count: 2 * count), stride: count),
        statistics: statistics)
      let results = [2 * count, count, count].map { FloatBuffer(random($0, seed: 6)) }
      engine.normalizeBackward(
        rows: 2, count: count, Rows(input, stride: count), weight: Rows(weight),
        statistics: statistics,
        gradient: Rows(FloatBuffer(random(2 * count, seed: 7)), stride: count),
        inputGradient: Rows(results[0], stride: count), weightGradient: Rows(results[1]),
        biasGradient: Rows(results[2]))
      return results.map { $0.values() }
    }
    var error = ErrorMeasure(absolute: 5e-6, relative: 2e-6)
    for (found, expected) in zip(run(instructions), run(.reference)) {
      error.compare(found, expected.map(Double.init), "gradient")
    }
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: InstructionSet.available)
  func `error linear units and their slopes agree with the plain kernel`(
    instructions: InstructionSet
  ) {
    func run(_ instructions: InstructionSet) -> [Float] {
      let engine = Engine(instructionSet: instructions)
      let input = Rows(FloatBuffer(random(count, seed: 8)))
      let results = [FloatBuffer(count: count), FloatBuffer(count: count)]
      engine.gelu(rows: 1, count: count, input, to: Rows(results[0]))
      engine.geluBackward(
        rows: 1, count: count, input, gradient: Rows(FloatBuffer(random(count, seed: 9))),
        to: Rows(results[1]))
      return results.flatMap { $0.values() }
    }
    var error = ErrorMeasure(absolute: 2e-6, relative: 1e-6)
    error.compare(run(instructions), run(.reference).map(Double.init), "value")
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: InstructionSet.available, [1, 15, 16, 17, 33])
  func `weights sum to 1, follow the scores and leave their neighbours alone`(
    instructions: InstructionSet, places: Int
  ) {
    let engine = Engine(instructionSet: instructions)
    let scores = random(places + 4, seed: 10).map { 10 * $0 }
    let weights = FloatBuffer(scores)
    engine.weigh(places, weights, at: 2)
    let found = weights.values(2..<2 + places)
    let largest = Double(scores[2..<2 + places].max() ?? 0)
    var expected: [Double] = []
    for score in scores[2..<2 + places] { expected.append(exp(Double(score) - largest)) }
    let sum = expected.reduce(0, +)
    var error = ErrorMeasure(absolute: 1e-7, relative: 2e-6)
    error.compare(found, expected.map { $0 / sum }, "weight")
    #expect(
      weights.values(0..<2) + weights.values(2 + places..<places + 4)
        == Array(scores[..<2]) + Array(scores[(2 + places)...]))

    let gradients = random(places, seed: 11)
    let buffer = FloatBuffer([7] + gradients + [8])
    engine.weighBackward(places, weights: weights, at: 2, gradients: buffer, at: 1)
    let mean = zip(found, gradients).reduce(0.0) { sum, pair in
      sum + Double(pair.0) * Double(pair.1)
    }
    let slopes = zip(found, gradients).map { Double($0) * (Double($1) - mean) }
    var slopeError = ErrorMeasure(absolute: 1e-6, relative: 2e-6)
    slopeError.compare(buffer.values(1..<1 + places), slopes, "gradient")
    #expect(buffer[0] == 7 && buffer[places + 1] == 8)
    #expect(error.worst <= 1 && slopeError.worst <= 1, "\(error.place) \(slopeError.place)")
  }

  @Test(arguments: InstructionSet.available)
  func `a rotation keeps the length of each pair and adds up`(instructions: InstructionSet) {
    let engine = Engine(instructionSet: instructions)
    let values = random(32, seed: 12)
    let angles = random(16, seed: 13).map(Double.init)
    func turned(_ times: Double, _ values: [Float]) -> [Float] {
      let buffer = FloatBuffer(values)
      engine.rotate(
        16, cosines: FloatBuffer(angles.map { Float(cos($0 * times)) }),
        sines: FloatBuffer(angles.map { Float(cos($0 * times - .pi / 2)) }), at: 0, buffer, at: 0)
      return buffer.values()
    }
    let once = turned(1, values)
    for pair in 0..<16 {
      let length = values[pair] * values[pair] + values[pair + 16] * values[pair + 16]
      let found = once[pair] * once[pair] + once[pair + 16] * once[pair + 16]
      #expect(abs(found - length) < 1e-5)
    }
    var error = ErrorMeasure(absolute: 5e-6, relative: 0)
    error.compare(turned(1, once), turned(2, values).map(Double.init), "value")
    error.compare(turned(-1, once), values.map(Double.init), "value")
    #expect(error.worst <= 1, "\(error.place)")
  }
}
