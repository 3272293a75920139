// One recurrent layer over a window of T steps and N rows: the only time loop, for every cell.
//
// Forward: the input projections of a chunk of steps first, panel by panel, so that a panel of
// weights is read from the second cache for many rows; then step by step the recurrent projection
// and the elementwise step of the cell.
// Backward: step by step from the end the elementwise gradient and the product that takes it to the
// previous hidden state; weight gradients for a chunk of steps at a time, while it is in the cache.

import Compute

/// Rows of floats that a layer reads: `stride` apart from `offset`, step by step.
struct LayerInput {
  let buffer: FloatBuffer
  let offset: Int
  let stride: Int
}

/// The activations of one layer over a window, and the gradients that a backward pass needs.
struct RecurrentTape {
  let buffers: CellBuffers
  let gradients: CellGradients
  /// (T, N, stateStride): the gradient of the hidden states from above.
  let outputGradient: FloatBuffer
  /// (panels, 64): sums of the gate gradients over rows and steps.
  let biasGradient: FloatBuffer

  init(_ panels: RecurrentPanels, steps: Int, rows: Int, forTraining: Bool) {
    let stride = panels.shape.stateStride(panels.hiddenSize)
    buffers = CellBuffers(
      steps: steps, rows: rows, panels: panels.panelCount, stateStride: stride,
      hasCell: panels.shape.hasCell)
    gradients = CellGradients(
      rows: forTraining ? rows : 0, stateStride: stride, hasCell: panels.shape.hasCell)
    outputGradient = FloatBuffer(count: forTraining ? steps * rows * stride : 0)
    biasGradient = FloatBuffer(count: forTraining ? panels.panelCount * 64 : 0)
  }

  /// The hidden states after each step, as the layer above reads them.
  var output: LayerInput {
    LayerInput(
      buffer: buffers.hidden, offset: buffers.rows * buffers.stateStride,
      stride: buffers.stateStride)
  }
}

extension RecurrentPanels {
  /// Runs `steps` steps from the state in row 0 of the tape.
  func forward(_ input: LayerInput, _ tape: RecurrentTape, steps: Int, engine: Engine) {
    let buffers = tape.buffers
    let rows = buffers.rows
    // About 800 rows of 64 gates are 200 KB, which the second cache holds beside a panel.
    let chunk = max(1, 800 / rows)
    for start in stride(from: 0, to: steps, by: chunk) {
      let end = min(start + chunk, steps)
      for panel in 0..<panelCount {
        projectInput(panel, input, buffers, start..<end, engine)
      }
      for step in start..<end {
        projectState(buffers, step: step, engine)
        engine.forward(shape.arithmetic, buffers, step: step)
      }
    }
  }

  private func projectInput(
    _ panel: Int, _ input: LayerInput, _ buffers: CellBuffers, _ steps: Range<Int>,
    _ engine: Engine
  ) {
    let rows = buffers.rows
    let slots = shape.inputSlots
    let firstColumn = slots.lowerBound * shape.unitsPerPanel
    for step in steps {
      let gates = (step * panelCount + panel) * rows * 64
      for row in 0..<rows {
        buffers.gates.copy(64, from: bias, at: panel * 64, to: gates + row * 64)
      }
      engine.product(
        rows: rows, columns: slots.count * shape.unitsPerPanel, depth: inputSize,
        a: Operand(
          input.buffer, offset: input.offset + step * rows * input.stride,
          rowStride: input.stride, depthStride: 1),
        b: Operand(self.input, offset: panel * inputSize * 64 + firstColumn, depthStride: 64),
        c: Operand(buffers.gates, offset: gates + firstColumn, rowStride: 64), .accumulated)
    }
  }

  private func projectState(_ buffers: CellBuffers, step: Int, _ engine: Engine) {
    let rows = buffers.rows
    let slots = shape.recurrentSlots
    let firstColumn = slots.lowerBound * shape.unitsPerPanel
    for panel in 0..<panelCount {
      engine.product(
        rows: rows, columns: slots.count * shape.unitsPerPanel, depth: hiddenSize,
        a: Operand(
          buffers.hidden, offset: step * rows * buffers.stateStride,
          rowStride: buffers.stateStride, depthStride: 1),
        b: Operand(recurrent, offset: panel * hiddenSize * 64 + firstColumn, depthStride: 64),
        c: Operand(
          buffers.gates, offset: (step * panelCount + panel) * rows * 64 + firstColumn,
          rowStride: 64), .accumulated)
    }
  }
}
