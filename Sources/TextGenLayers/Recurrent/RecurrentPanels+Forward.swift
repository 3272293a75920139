// One layer over a window of T steps and N rows: the only time loop, for every cell, and for layers
// that read nothing of their own.
//
// Forward: the input projections of a stretch of steps first, panel by panel, so that a panel of
// weights is read from the second cache for many rows; then step by step the recurrent projection
// and the elementwise step of the cell.
// Backward: step by step from the end the elementwise gradient and the product that takes it to the
// previous hidden state; weight gradients for a stretch of steps at a time, while it is in the cache.

import TextGenCompute

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

  /// The hidden states before each step.
  var previous: LayerInput {
    LayerInput(buffer: buffers.hidden, offset: 0, stride: buffers.stateStride)
  }

  /// The hidden states after each step, as the layer above reads them.
  var output: LayerInput { previous.rows(from: buffers.rows) }
}

extension RecurrentPanels {
  /// Steps of `rows` rows that are projected at once: 256 rows of 512 units are half a megabyte, which
  /// the second cache holds beside a panel of weights.
  static func stretch(rows: Int) -> Int { max(1, 256 / rows) }

  /// Steps whose weight gradients are added at once; longer sums store their results less often.
  static func gradientStretch(rows: Int) -> Int { max(1, 800 / rows) }

  /// Runs `steps` steps from the state in row 0 of the tape.
  func forward(
    _ source: LayerSource, _ tape: RecurrentTape, steps: Int, sides: ProductSides, engine: Engine
  ) {
    let buffers = tape.buffers
    let rows = buffers.rows
    let stretch = Self.stretch(rows: rows)
    for start in stride(from: 0, to: steps, by: stretch) {
      let end = min(start + stretch, steps)
      switch source {
      case .rows(let input):
        projectInput(input.rows(from: start * rows), buffers, start..<end, sides, engine)
      case .tokens(let tokens, let table):
        for step in start..<end {
          engine.gather(
            tokens: tokens[(tokens.startIndex + step * rows)...].prefix(rows),
            panels: panelCount, vocabulary: table.vocabularySize, from: table.values,
            at: 0, to: buffers.gates, at: step * panelCount * rows * 64)
        }
      }
      for step in start..<end {
        if shape.isRecurrent { projectState(tape, step: step, sides, engine) }
        engine.forward(shape.arithmetic, buffers, step: step)
      }
    }
  }

  private func projectInput(
    _ input: LayerInput, _ buffers: CellBuffers, _ steps: Range<Int>, _ sides: ProductSides,
    _ engine: Engine
  ) {
    let rows = buffers.rows
    let left = sides.left(input, count: steps.count * rows, width: inputSize, engine)
    projectInput(
      0..<panelCount, left, steps: steps.count, rows: rows, to: buffers.gates,
      at: steps.lowerBound * panelCount * rows * 64, engine)
  }

  /// Writes the input's part of some panels of gates, biases included: of each step (all panels, rows, 64).
  func projectInput(
    _ panels: Range<Int>, _ left: LeftSide, steps: Int = 1, rows: Int, to gates: FloatBuffer,
    at offset: Int, _ engine: Engine
  ) {
    let filled = shape.inputSlots.lowerBound * shape.unitsPerPanel
    let end = shape.inputSlots.upperBound * shape.unitsPerPanel
    let first = panels.lowerBound
    func result(from column: Int) -> Operand {
      Operand(
        gates, offset: offset + first * rows * 64 + column, rowStride: 64,
        panelStride: rows * 64, rowsOfGroup: rows, groupStride: panelCount * rows * 64)
    }
    engine.product(
      inputPrecision, panels: panels.count, rows: steps * rows, columns: end - filled,
      depth: inputPrecision.words(inputSize), a: left.operand(from: 0),
      b: inputForward(panel: first), c: result(from: filled),
      .started(by: Operand(bias, offset: first * 64 + filled)), readsAhead: true)
    guard end < 64 else { return }
    // Slots that only the recurrent projection fills begin with their bias: a product of no depth.
    engine.product(
      panels: panels.count, rows: steps * rows, columns: 64 - end, depth: 0, a: Operand(bias),
      b: Operand(bias), c: result(from: end), .started(by: Operand(bias, offset: first * 64 + end)))
  }

  private func projectState(
    _ tape: RecurrentTape, step: Int, _ sides: ProductSides, _ engine: Engine
  ) {
    let rows = tape.buffers.rows
    let left = sides.left(
      tape.previous.rows(from: step * rows), count: rows, width: hiddenSize, engine)
    projectState(
      0..<panelCount, left, rows: rows, to: tape.buffers.gates,
      at: step * panelCount * rows * 64, engine)
  }

  /// Adds the previous state's part to some panels of gates (panels, rows, 64).
  func projectState(
    _ panels: Range<Int>, _ left: LeftSide, rows: Int, to gates: FloatBuffer, at offset: Int,
    _ engine: Engine
  ) {
    let slots = shape.recurrentSlots
    engine.product(
      recurrentPrecision, panels: panels.count, rows: rows,
      columns: slots.count * shape.unitsPerPanel, depth: recurrentPrecision.words(hiddenSize),
      a: left.operand(from: 0), b: recurrentForward(panel: panels.lowerBound),
      c: Operand(
        gates,
        offset: offset + panels.lowerBound * rows * 64 + slots.lowerBound * shape.unitsPerPanel,
        rowStride: 64, panelStride: rows * 64),
      .accumulated, readsAhead: true)
  }
}
