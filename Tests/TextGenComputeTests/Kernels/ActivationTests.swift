import Foundation
import Testing
import TextGenCompute
import TextGenKernels
import TextGenTestSupport

/// The exponential inside the cells, seen through their gates, against the library's in Double.
struct ActivationTests {
  /// A dense grid over all that matters, and its extremes.
  private static let grid: [Float] =
    stride(from: Float(-90), through: 90, by: 0.093).map { $0 }
    + stride(from: Float(-2), through: 2, by: 0.0031).map { $0 }
    + [0, -0, 1e-8, -1e-8, 1e-30, -1e-30, 20, -20, 87, -87, 88, -88, 90, -90, 1e4, -1e4]
    + [.infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude]

  @Test(arguments: InstructionSet.available)
  func `the hyperbolic tangent is within 2e-7`(instructions: InstructionSet) {
    var error = ErrorMeasure(absolute: 2e-7, relative: 0)
    error.compare(tanh(Self.grid, instructions), Self.grid.map { Foundation.tanh(Double($0)) }, "")
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: InstructionSet.available)
  func `the logistic function is within 4e-7 of itself down to 1e-37`(
    instructions: InstructionSet
  ) {
    let logistic = Self.grid.map { 1 / (1 + exp(-Double($0))) }
    var error = ErrorMeasure(absolute: 2e-38, relative: 4e-7)
    error.compare(sigmoid(Self.grid, instructions), logistic, "")
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: InstructionSet.available)
  func `what is not a number stays so`(instructions: InstructionSet) {
    for x in [Float.nan, -.nan] {
      #expect(tanh([x], instructions)[0].isNaN)
      #expect(sigmoid([x], instructions)[0].isNaN)
      #expect(rectified([x], instructions)[0].isNaN)
    }
  }

  @Test(arguments: InstructionSet.available)
  func `zero and the ends are exact`(instructions: InstructionSet) {
    let ends: [Float] = [0, .infinity, -.infinity]
    #expect(tanh(ends, instructions) == [0, 1, -1])
    #expect(sigmoid(ends.dropLast(), instructions) == [0.5, 1])
    #expect(rectified(ends, instructions) == [0, .infinity, 0])
  }

  private func tanh(_ x: [Float], _ instructions: InstructionSet) -> [Float] {
    let buffers = gates(x)
    Engine(instructionSet: instructions).forward(.elmanTanh, buffers, step: 0)
    return Array(buffers.hidden.values(buffers.rows * 64..<buffers.rows * 64 + x.count))
  }

  private func rectified(_ x: [Float], _ instructions: InstructionSet) -> [Float] {
    let buffers = gates(x)
    Engine(instructionSet: instructions).forward(.elmanReLU, buffers, step: 0)
    return Array(buffers.hidden.values(buffers.rows * 64..<buffers.rows * 64 + x.count))
  }

  /// The output gates of an LSTM, one unit a row.
  private func sigmoid(_ x: some Collection<Float>, _ instructions: InstructionSet) -> [Float] {
    let buffers = CellBuffers(steps: 1, rows: x.count, panels: 1, stateStride: 16, hasCell: true)
    for (row, value) in x.enumerated() { buffers.gates[row * 64 + 48] = value }
    Engine(instructionSet: instructions).forward(.lstm, buffers, step: 0)
    return x.indices.enumerated().map { row, _ in buffers.gates[row * 64 + 48] }
  }

  /// Buffers of an Elman cell, 64 values a row.
  private func gates(_ x: [Float]) -> CellBuffers {
    let buffers = CellBuffers(
      steps: 1, rows: (x.count + 63) / 64, panels: 1, stateStride: 64, hasCell: false)
    buffers.gates.store(x.span, at: 0)
    return buffers
  }
}
