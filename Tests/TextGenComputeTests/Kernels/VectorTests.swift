import Testing
import TextGenCompute
import TextGenKernels
import TextGenTestSupport

/// The loops over flat vectors, of lengths around a multiple of 16 and inside larger vectors.
struct VectorTests {
  static let counts = [1, 15, 16, 17, 50]

  @Test(arguments: InstructionSet.available, counts)
  func `Adam follows its formula and changes nothing else`(
    instructions: InstructionSet, count: Int
  ) {
    var generator = SeededGenerator(seed: 5)
    let old = (0..<4).map { _ in [Float].random(count + 20, in: 0.1...1, using: &generator) }
    let (parameters, gradient) = (FloatBuffer(old[0]), FloatBuffer(old[1]))
    let (first, second) = (FloatBuffer(old[2]), FloatBuffer(old[3].map { $0 * $0 * 1e-6 }))
    second[10] = 0
    let secondBefore = second.values()
    let update = AdamUpdate(
      learningRate: 2e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, firstCorrection: 1.7,
      secondCorrection: 300, gradientScale: 0.25)
    Engine(instructionSet: instructions).adam(
      update, 10..<10 + count, parameters: parameters, gradient: gradient, firstMoment: first,
      secondMoment: second)
    var error = ErrorMeasure(absolute: 1e-8, relative: 1e-6)
    let (beta1, beta2) = (Double(Float(0.9)), Double(Float(0.999)))
    for index in 0..<count + 20 {
      let (p, g) = (Double(old[0][index]), Double(old[1][index]) * 0.25)
      let (m, v) = (Double(old[2][index]), Double(secondBefore[index]))
      let isUpdated = index >= 10 && index < 10 + count
      let newM = isUpdated ? beta1 * m + (1 - beta1) * g : m
      let newV = isUpdated ? beta2 * v + (1 - beta2) * g * g : v
      let step = isUpdated ? 2e-3 * 1.7 * newM / ((300 * newV).squareRoot() + 1e-8) : 0
      error.compare(
        [first[index], second[index], parameters[index]], [newM, newV, p - step], "at \(index)")
    }
    #expect(error.worst <= 1, "\(error.place)")
    #expect(gradient.values() == old[1])
  }

  @Test(arguments: InstructionSet.available)
  func `Adam takes a step of the learning rate from any gradient, and none from zero`(
    instructions: InstructionSet
  ) {
    let gradients: [Float] = [1e-12, -1e-6, 1, -1e6, 1e15, 0]
    let parameters = FloatBuffer(count: gradients.count)
    let update = AdamUpdate(
      learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-18, firstCorrection: 10,
      secondCorrection: 1000, gradientScale: 1)
    Engine(instructionSet: instructions).adam(
      update, 0..<gradients.count, parameters: parameters, gradient: FloatBuffer(gradients),
      firstMoment: FloatBuffer(count: gradients.count),
      secondMoment: FloatBuffer(count: gradients.count))
    var error = ErrorMeasure(absolute: 0, relative: 1e-5)
    error.compare(
      parameters.values().dropLast(), [-0.01, 0.01, -0.01, 0.01, -0.01], "parameters")
    #expect(error.worst <= 1, "\(error.place)")
    #expect(parameters[5] == 0)
  }

  @Test(arguments: InstructionSet.available, counts)
  func `scaled sums are exact where floats are and write nothing else`(
    instructions: InstructionSet, count: Int
  ) {
    let input = FloatBuffer((0..<count + 9).map { Float($0) - 20 })
    let output = FloatBuffer((0..<count + 30).map { Float($0 % 7) })
    Engine(instructionSet: instructions).add(
      count, scale: 0.5, from: input, at: 4, to: output, at: 11)
    for index in 0..<count + 30 {
      let isSummed = index >= 11 && index < 11 + count
      let added = isSummed ? 0.5 * (Float(index - 11 + 4) - 20) : 0
      #expect(output[index] == Float(index % 7) + added)
    }
  }

  @Test(arguments: InstructionSet.available)
  func `the sum of squares is that of the range`(instructions: InstructionSet) {
    let engine = Engine(instructionSet: instructions)
    var generator = SeededGenerator(seed: 6)
    let values = [Float].random(9_001, in: -1...1, using: &generator)
    let buffer = FloatBuffer(values)
    for range in [0..<0, 3..<4, 5..<22, 0..<4096, 1..<4098, 0..<9001] {
      let exact = values[range].reduce(0.0) { $0 + Double($1) * Double($1) }
      #expect(abs(engine.sumOfSquares(buffer, range) - exact) <= 1e-6 * exact)
    }
    buffer[8_000] = .nan
    #expect(engine.sumOfSquares(buffer, 0..<9001).isNaN)
    buffer[8_000] = .infinity
    #expect(engine.sumOfSquares(buffer, 0..<9001) == .infinity)
  }

  @Test(arguments: InstructionSet.available)
  func `column sums are added to what is there`(instructions: InstructionSet) {
    for rows in [0, 1, 3, 13] {
      let values = FloatBuffer((0..<3 + rows * 64).map { Float($0 % 19) })
      let sums = FloatBuffer((0..<70).map { Float($0) })
      Engine(instructionSet: instructions).addColumnSums(
        rows: rows, of: values, at: 3, to: sums, at: 5)
      for index in 0..<70 {
        let isSum = index >= 5 && index < 69
        let added = isSum ? (0..<rows).reduce(0) { $0 + (3 + $1 * 64 + index - 5) % 19 } : 0
        #expect(sums[index] == Float(index + added))
      }
    }
  }

  @Test(arguments: InstructionSet.available)
  func `a transpose puts rows into columns and writes nothing else`(instructions: InstructionSet) {
    for (rows, depth, width) in [
      (1, 1, 64), (7, 17, 64), (16, 33, 64), (64, 5, 64), (3, 16, 64), (16, 33, 16), (9, 18, 16),
    ] {
      let stride = depth + 3
      let weights = FloatBuffer((0..<2 + rows * stride).map { Float($0) })
      let panel = FloatBuffer([Float](repeating: -1, count: (depth + 1) * width))
      let column = width - rows
      Engine(instructionSet: instructions).transpose(
        rows: rows, depth: depth, weights: weights, at: 2, rowStride: stride, to: panel, at: column,
        stride: width)
      for index in 0..<panel.count {
        let (k, j) = (index / width, index % width - column)
        let isWritten = j >= 0 && k < depth
        #expect(panel[index] == (isWritten ? Float(2 + j * stride + k) : -1))
      }
    }
  }
}
