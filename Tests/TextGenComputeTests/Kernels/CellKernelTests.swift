import Testing
import TextGenCompute
import TextGenKernels
import TextGenTestSupport

/// The vector kernels of the cells against the plain ones; those agree with PyTorch (see
/// `PyTorchParityTests`).
struct CellKernelTests {
  @Test(arguments: InstructionSet.available, CellArithmetic.allCases)
  func `a step forward and backward agrees with the plain kernels`(
    instructions: InstructionSet, shape: CellArithmetic
  ) {
    for panels in 1...3 {
      for rows in [1, 2, 3, 7] {
        let plain = Step(shape, panels: panels, rows: rows)
        let vector = Step(shape, panels: panels, rows: rows)
        for direction in [Step.forward, Step.backward] {
          direction(plain)(Engine(instructionSet: .reference))
          direction(vector)(Engine(instructionSet: instructions))
          // The tangent's error of 2e-7, times the slope of 12 of dh (1 - h²) with dh up to 6.
          var error = ErrorMeasure(absolute: 2.5e-6, relative: 1e-6)
          for (name, buffer) in plain.buffers {
            error.compare(
              vector.buffers[name, default: buffer].values(), buffer.values().map(Double.init),
              name)
          }
          #expect(error.worst <= 1, "\(panels) panels, \(rows) rows: \(error.place)")
        }
        #expect(vector.untouchedAreUntouched, "\(panels) panels, \(rows) rows")
      }
    }
  }
}

/// Random buffers of three steps of a cell, of which the middle one is run.
private struct Step {
  let shape: CellArithmetic
  let cell: CellBuffers
  let gradients: CellGradients
  let outputGradient: FloatBuffer
  private let before: [String: [Float]]

  init(_ shape: CellArithmetic, panels: Int, rows: Int) {
    self.shape = shape
    let stride = panels * shape.unitsPerPanel + 5
    cell = CellBuffers(
      steps: 3, rows: rows, panels: panels, stateStride: stride, hasCell: shape.hasCell)
    gradients = CellGradients(rows: rows, stateStride: stride, hasCell: shape.hasCell)
    outputGradient = FloatBuffer(count: 3 * rows * stride)
    var generator = SeededGenerator(seed: UInt64(panels * 10 + rows))
    for buffer in [cell.gates, cell.hidden, cell.cell, outputGradient]
      + [gradients.hidden, gradients.cell]
    {
      let values = [Float].random(buffer.count, in: -3...3, using: &generator)
      buffer.store(values.span, at: 0)
    }
    before = Step.buffers(cell, gradients, outputGradient).mapValues { $0.values() }
  }

  func forward(_ engine: Engine) { engine.forward(shape, cell, step: 1) }

  func backward(_ engine: Engine) {
    engine.backward(
      shape, cell, step: 1, outputGradient: outputGradient, gradients: gradients)
  }

  var buffers: [String: FloatBuffer] { Step.buffers(cell, gradients, outputGradient) }

  private static func buffers(
    _ cell: CellBuffers, _ gradients: CellGradients, _ outputGradient: FloatBuffer
  ) -> [String: FloatBuffer] {
    [
      "gates": cell.gates, "hidden": cell.hidden, "cell": cell.cell,
      "output gradient": outputGradient, "hidden gradient": gradients.hidden,
      "cell gradient": gradients.cell,
    ]
  }

  /// Whether all is as before but the gates of step 1, the state after it and the gradients.
  var untouchedAreUntouched: Bool {
    let states = cell.rows * cell.stateStride
    let gates = cell.panels * cell.rows * 64
    return buffers.allSatisfy { name, buffer in
      zip(buffer.values(), before[name, default: []]).enumerated().allSatisfy { index, pair in
        let isPadding = index % cell.stateStride >= cell.panels * shape.unitsPerPanel
        let mayChange =
          switch name {
          case "gates": index / gates == 1
          case "hidden", "cell": index / states == 2 && !isPadding
          case "output gradient": false
          default: !isPadding
          }
        return mayChange || pair.0 == pair.1
      }
    }
  }
}
