/// The operands of the elementwise part of one time step of a recurrent layer, forward or backward.
///
/// N is `rows`. Units are cut into `panels`; a panel row of `gates` is 64 floats: 16 units × 4 slots,
/// or 64 units × 1 slot (Elman). Hidden and cell states are row-major with `stateStride`
/// floats a row, of which the first `panels` × units are used.
@usableFromInline package struct CellStep {
  @usableFromInline package var rows: Int
  @usableFromInline package var panels: Int
  /// (panels, N, 64). Forward: pre-activations in, what the backward step needs out.
  /// Backward: that in, the gradient of the pre-activations out.
  @usableFromInline package var gates: UnsafeMutablePointer<Float>
  @usableFromInline package var stateStride: Int
  @usableFromInline package var previousHidden: UnsafePointer<Float>
  @usableFromInline package var hidden: UnsafeMutablePointer<Float>
  /// Cell states, LSTM only; otherwise any pointer.
  @usableFromInline package var previousCell: UnsafePointer<Float>
  @usableFromInline package var cell: UnsafeMutablePointer<Float>
  /// Backward: the gradient of the hidden state from the layer above.
  @usableFromInline package var outputGradient: UnsafePointer<Float>
  /// Backward: in, the gradient of the hidden state from the next step; out, what of it reaches the
  /// previous hidden state without a product, 0 where nothing does.
  @usableFromInline package var hiddenGradient: UnsafeMutablePointer<Float>
  /// Backward, LSTM only: in, the gradient of the cell state; out, that of the previous one.
  @usableFromInline package var cellGradient: UnsafeMutablePointer<Float>

  @_transparent
  @usableFromInline package init(
    rows: Int, panels: Int, gates: UnsafeMutablePointer<Float>, stateStride: Int,
    previousHidden: UnsafePointer<Float>, hidden: UnsafeMutablePointer<Float>,
    previousCell: UnsafePointer<Float>, cell: UnsafeMutablePointer<Float>,
    outputGradient: UnsafePointer<Float>, hiddenGradient: UnsafeMutablePointer<Float>,
    cellGradient: UnsafeMutablePointer<Float>
  ) {
    self.rows = rows
    self.panels = panels
    self.gates = gates
    self.stateStride = stateStride
    self.previousHidden = previousHidden
    self.hidden = hidden
    self.previousCell = previousCell
    self.cell = cell
    self.outputGradient = outputGradient
    self.hiddenGradient = hiddenGradient
    self.cellGradient = cellGradient
  }
}
