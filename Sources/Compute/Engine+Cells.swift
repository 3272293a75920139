import Kernels

/// Which elementwise arithmetic a recurrent layer uses.
public enum CellArithmetic: Sendable {
  case lstm
  case gru
  case elmanTanh
  case elmanReLU

  /// Units of a panel: 64 floats / slots of a unit.
  var unitsPerPanel: Int {
    switch self {
    case .lstm, .gru: 16
    case .elmanTanh, .elmanReLU: 64
    }
  }
}

/// The buffers of a layer over a window of time steps, and where one step finds its part of them.
///
/// N is `rows`; see `CellStep` for the layout of a panel. States of T + 1 steps are row-major, step by
/// step: the state before step t is at row t · N, the state after it at row (t + 1) · N.
public struct CellBuffers {
  /// Rows of one time step, N.
  public let rows: Int
  /// Panels of units.
  public let panels: Int
  /// Floats of one row of the states.
  public let stateStride: Int
  /// (T, panels, N, 64).
  public let gates: FloatBuffer
  /// (T + 1, N, stateStride).
  public let hidden: FloatBuffer
  /// (T + 1, N, stateStride), or empty for cells without a cell state.
  public let cell: FloatBuffer

  /// The buffers of a window of `steps` steps.
  public init(steps: Int, rows: Int, panels: Int, stateStride: Int, hasCell: Bool) {
    self.rows = rows
    self.panels = panels
    self.stateStride = stateStride
    gates = FloatBuffer(count: steps * panels * rows * 64)
    hidden = FloatBuffer(count: (steps + 1) * rows * stateStride)
    cell = FloatBuffer(count: hasCell ? (steps + 1) * rows * stateStride : 0)
  }
}

/// The gradients that a backward pass carries from step to step.
public struct CellGradients {
  /// (N, stateStride) of the hidden state.
  public let hidden: FloatBuffer
  /// (N, stateStride) of the cell state, or empty.
  public let cell: FloatBuffer

  /// Gradients for `rows` rows.
  public init(rows: Int, stateStride: Int, hasCell: Bool) {
    hidden = FloatBuffer(count: rows * stateStride)
    cell = FloatBuffer(count: hasCell ? rows * stateStride : 0)
  }
}

extension Engine {
  /// The elementwise part of time step `step`: pre-activations and state to the next state.
  public func forward(_ arithmetic: CellArithmetic, _ buffers: CellBuffers, step: Int) {
    let operands = unsafe cellStep(
      arithmetic, buffers, step: step, output: buffers.hidden, outputOffset: 0,
      hiddenGradient: buffers.hidden, cellGradient: buffers.cell)
    switch arithmetic {
    case .lstm: kernels.lstmForward(operands)
    case .gru: kernels.gruForward(operands)
    case .elmanTanh: kernels.elmanTanhForward(operands)
    case .elmanReLU: kernels.elmanReLUForward(operands)
    }
  }

  /// The elementwise part of time step `step` backwards.
  ///
  /// `outputGradient` holds (T, N, stateStride), the gradient of the hidden states from above;
  /// `gradients` is carried from step to step.
  public func backward(
    _ arithmetic: CellArithmetic, _ buffers: CellBuffers, step: Int, outputGradient: FloatBuffer,
    gradients: CellGradients
  ) {
    let operands = unsafe cellStep(
      arithmetic, buffers, step: step, output: outputGradient,
      outputOffset: step * buffers.rows * buffers.stateStride, hiddenGradient: gradients.hidden,
      cellGradient: gradients.cell)
    switch arithmetic {
    case .lstm: kernels.lstmBackward(operands)
    case .gru: kernels.gruBackward(operands)
    case .elmanTanh: kernels.elmanTanhBackward(operands)
    case .elmanReLU: kernels.elmanReLUBackward(operands)
    }
  }

  @unsafe
  private func cellStep(
    _ arithmetic: CellArithmetic, _ buffers: CellBuffers, step: Int, output: FloatBuffer,
    outputOffset: Int, hiddenGradient: FloatBuffer, cellGradient: FloatBuffer
  ) -> CellStep {
    let size = buffers.rows * buffers.stateStride
    let gateSize = buffers.panels * buffers.rows * 64
    let hasCell = buffers.cell.count > 0
    let units = buffers.panels * arithmetic.unitsPerPanel
    precondition(units <= buffers.stateStride, "\(units) units in \(buffers.stateStride) floats")
    precondition(hasCell || arithmetic != .lstm || size == 0, "an LSTM without cell states")
    return unsafe CellStep(
      rows: buffers.rows, panels: buffers.panels,
      gates: buffers.gates.pointer(step * gateSize, length: gateSize),
      stateStride: buffers.stateStride,
      previousHidden: buffers.hidden.pointer(step * size, length: size),
      hidden: buffers.hidden.pointer((step + 1) * size, length: size),
      previousCell: buffers.cell.pointer(hasCell ? step * size : 0, length: hasCell ? size : 0),
      cell: buffers.cell.pointer(hasCell ? (step + 1) * size : 0, length: hasCell ? size : 0),
      outputGradient: output.pointer(outputOffset, length: size),
      hiddenGradient: hiddenGradient.pointer(0, length: size),
      cellGradient: cellGradient.pointer(0, length: hasCell ? size : 0))
  }
}
