import TextGenCompute

/// The weights of a linear layer, y = x · Wᵀ + b, in panels of 64 outputs.
///
/// Outputs and their gradients are (panels, rows, 64).
final class LinearPanels {
  let inputSize: Int
  let outputSize: Int
  let panelCount: Int
  let precision: ProductPrecision
  private let weights: ForwardPanels
  /// Empty without training.
  private let backward: BackwardPanels
  /// (panels, 64); `padding` beyond the outputs.
  private let bias: FloatBuffer

  init(
    inputSize: Int, outputSize: Int, padding: Float = 0, precision: ProductPrecision,
    forTraining: Bool
  ) {
    self.inputSize = inputSize
    self.outputSize = outputSize
    self.precision = precision
    panelCount = (outputSize + 63) / 64
    weights = ForwardPanels(count: panelCount, depth: inputSize, precision)
    backward = BackwardPanels(
      panelCount: panelCount, depth: forTraining ? inputSize : 0, precision)
    bias = FloatBuffer(count: panelCount * 64)
    for column in outputSize..<panelCount * 64 { bias[column] = padding }
  }

  /// Outputs of `panel`; the last may be short.
  func outputCount(_ panel: Int) -> Int { min(64, outputSize - panel * 64) }

  /// Reads the weights of one panel from `parameters`.
  func pack(
    panel: Int, from parameters: PackingSource, _ tensors: ParameterLayout.Affine, engine: Engine
  ) {
    let outputs = outputCount(panel)
    let place = tensors.weight.offset + panel * 64 * inputSize
    weights.pack(parameters, at: place, rows: outputs, panel: panel, column: 0, engine)
    parameters.copy(outputs, at: tensors.bias.offset + panel * 64, to: bias, at: panel * 64)
    guard !backward.isEmpty else { return }
    backward.pack(
      parameters.rows(outputs, width: inputSize, at: place), rows: outputs, depth: inputSize,
      panel: panel, engine)
  }

  /// Fills (panels, rows, 64) of `output` for the first `rows` rows of `input`.
  func forward(
    _ input: LayerInput, rows: Int, to output: FloatBuffer, sides: ProductSides, engine: Engine
  ) {
    let left = sides.left(input, count: rows, width: inputSize, engine)
    project(0..<panelCount, left, rows: rows, to: output, engine)
  }

  /// Writes some panels of outputs.
  func project(
    _ panels: Range<Int>, _ left: LeftSide, rows: Int, to output: FloatBuffer, _ engine: Engine
  ) {
    engine.product(
      precision, panels: panels.count, rows: rows, columns: 64,
      depth: precision.words(inputSize), a: left.operand(from: 0),
      b: weights.operand(panel: panels.lowerBound),
      c: Operand(
        output, offset: panels.lowerBound * rows * 64, rowStride: 64, panelStride: rows * 64),
      .started(by: Operand(bias, offset: panels.lowerBound * 64)), readsAhead: true)
  }

  /// Takes the gradient of the outputs to the inputs and the weights; that of the weights is added to,
  /// or replaced, that of the biases, (panels, 64), added to.
  func backward(
    _ input: LayerInput, rows: Int, outputGradient: FloatBuffer, inputGradient: LayerInput,
    gradient: FloatBuffer, _ weight: ParameterLayout.Tensor, _ destination: Destination,
    biasGradient: FloatBuffer, sides: ProductSides, engine: Engine
  ) {
    let sides = sides.of(rows: rows)
    sides.pairGates(outputGradient, step: 0, index: 0, engine)
    let source = sides.source(input, steps: 1, width: inputSize, engine)
    // Sixteen panels of 64 × 64 weights are 256 KB, which the second cache holds for all rows.
    for first in stride(from: 0, to: panelCount, by: 16) {
      for blocks in columnBlocks(inputSize) {
        engine.product(
          precision, panels: blocks.count, rows: rows, columns: blocks.columns,
          blocks: min(16, panelCount - first), depth: precision.words(64),
          a: sides.gates(outputGradient, step: 0, index: 0, panel: first, column: 0),
          b: backward.operand(block: blocks.first, panel: first),
          c: Operand(
            inputGradient.buffer, offset: inputGradient.offset + blocks.first * 64,
            rowStride: inputGradient.stride, panelStride: 64),
          first == 0 ? .replaced : .accumulated)
      }
    }
    for panel in 0..<panelCount {
      for blocks in columnBlocks(inputSize) {
        engine.product(
          precision, panels: blocks.count, rows: outputCount(panel), columns: blocks.columns,
          depth: sides.depthOfRows,
          a: sides.gatesByColumns(outputGradient, from: 0, panel: panel, column: 0),
          b: source.operand(from: blocks.first * 64),
          c: Operand(
            gradient, offset: weight.offset + panel * 64 * inputSize + blocks.first * 64,
            rowStride: inputSize, panelStride: 64), destination)
      }
    }
    for panel in 0..<panelCount {
      engine.addColumnSums(
        rows: rows, of: outputGradient, at: panel * rows * 64, to: biasGradient,
        at: panel * 64)
    }
  }
}
