package import TextGenKernels

/// The buffers of a layer over a window of time steps, and where one step finds its part of them.
///
/// N is `rows`; see `CellStep` for the layout of a panel. States of T + 1 steps are row-major, step by
/// step: the state before step t is at row t · N, the state after it at row (t + 1) · N.
package struct CellBuffers {
  /// Rows of one time step, N.
  package private(set) var rows: Int
  /// Panels of units.
  package let panels: Int
  /// Floats of one row of the states.
  package let stateStride: Int
  /// (T, panels, N, 64).
  package let gates: FloatBuffer
  /// (T + 1, N, stateStride).
  package let hidden: FloatBuffer
  /// (T + 1, N, stateStride), or empty for cells without a cell state.
  package let cell: FloatBuffer

  /// The buffers of a window of `steps` steps.
  package init(steps: Int, rows: Int, panels: Int, stateStride: Int, hasCell: Bool) {
    self.rows = rows
    self.panels = panels
    self.stateStride = stateStride
    gates = FloatBuffer(count: steps * panels * rows * 64)
    hidden = FloatBuffer(count: (steps + 1) * rows * stateStride)
    cell = FloatBuffer(count: hasCell ? (steps + 1) * rows * stateStride : 0)
  }
}

extension CellBuffers {
  /// The same memory for steps of `rows` rows, no more than there is room for.
  package func of(rows: Int) -> CellBuffers {
    precondition(rows <= self.rows, "\(rows) rows in place of \(self.rows)")
    var buffers = self
    buffers.rows = rows
    return buffers
  }
}

/// The gradients that a backward pass carries from step to step.
package struct CellGradients {
  /// (N, stateStride) of the hidden state.
  package let hidden: FloatBuffer
  /// (N, stateStride) of the cell state, or empty.
  package let cell: FloatBuffer

  /// Gradients for `rows` rows.
  package init(rows: Int, stateStride: Int, hasCell: Bool) {
    hidden = FloatBuffer(count: rows * stateStride)
    cell = FloatBuffer(count: hasCell ? rows * stateStride : 0)
  }
}

extension Engine {
  /// The elementwise part of time step `step`: pre-activations and state to the next state, for all
  /// panels or some.
  package func forward(
    _ arithmetic: CellArithmetic, _ buffers: CellBuffers, step: Int, panels: Range<Int>? = nil
  ) {
    let operands = unsafe cellStep(
      arithmetic, buffers, step: step, panels ?? 0..<buffers.panels, output: buffers.hidden,
      outputOffset: 0,
      hiddenGradient: buffers.hidden, cellGradient: buffers.cell)
    kernels.forward(arithmetic, operands)
  }

  /// The elementwise part of time step `step` backwards.
  ///
  /// `outputGradient` holds (T, N, stateStride), the gradient of the hidden states from above;
  /// `gradients` is carried from step to step.
  package func backward(
    _ arithmetic: CellArithmetic, _ buffers: CellBuffers, step: Int, outputGradient: FloatBuffer,
    gradients: CellGradients
  ) {
    let operands = unsafe cellStep(
      arithmetic, buffers, step: step, 0..<buffers.panels, output: outputGradient,
      outputOffset: step * buffers.rows * buffers.stateStride, hiddenGradient: gradients.hidden,
      cellGradient: gradients.cell)
    kernels.backward(arithmetic, operands)
  }

  @unsafe
  private func cellStep(
    _ arithmetic: CellArithmetic, _ buffers: CellBuffers, step: Int, _ panels: Range<Int>,
    output: FloatBuffer, outputOffset: Int, hiddenGradient: FloatBuffer,
    cellGradient: FloatBuffer
  ) -> CellStep {
    let size = buffers.rows * buffers.stateStride
    let panelSize = buffers.rows * 64
    let gateSize = buffers.panels * panelSize
    let hasCell = buffers.cell.count > 0
    let units = buffers.panels * arithmetic.unitsPerPanel
    let first = panels.lowerBound * arithmetic.unitsPerPanel
    precondition(
      panels.lowerBound >= 0 && panels.upperBound <= buffers.panels,
      "panels \(panels) of \(buffers.panels)")
    precondition(units <= buffers.stateStride, "\(units) units in \(buffers.stateStride) floats")
    precondition(
      hasCell || !arithmetic.hasCell || size == 0, "an \(arithmetic) without cell states")
    func states(_ buffer: FloatBuffer, _ offset: Int, _ isUsed: Bool = true)
      -> UnsafeMutablePointer<Float>
    {
      unsafe isUsed ? buffer.pointer(offset, length: size) + first : buffer.pointer(0, length: 0)
    }
    return unsafe CellStep(
      rows: buffers.rows, panels: panels.count,
      gates: buffers.gates.pointer(step * gateSize, length: gateSize)
        + panels.lowerBound * panelSize,
      stateStride: buffers.stateStride, previousHidden: states(buffers.hidden, step * size),
      hidden: states(buffers.hidden, (step + 1) * size),
      previousCell: states(buffers.cell, step * size, hasCell),
      cell: states(buffers.cell, (step + 1) * size, hasCell),
      outputGradient: states(output, outputOffset), hiddenGradient: states(hiddenGradient, 0),
      cellGradient: states(cellGradient, 0, hasCell))
  }
}
