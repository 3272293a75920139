import TextGenCompute

/// The weights of one layer, recurrent or not, in the order in which products read them.
///
/// A panel holds the weights of `unitsPerPanel` units, all their slots side by side, as columns:
///
///     panel p, row k:  │ slot 0: 16 units │ slot 1 │ slot 2 │ slot 3 │   64 words
///
/// so `gates[rows, panel p] += input · panel p` computes complete units. The backward panels hold
/// the same weights as rows, 64 inputs a block, for `inputGradient += gateGradient · backward panel`.
/// A word is a float, or in bfloat16 a pair along the depth: two inputs forward, two gates backward;
/// or four inputs in whole numbers of 8 bits.
final class RecurrentPanels {
  let shape: CellShape
  let inputSize: Int
  let hiddenSize: Int
  let panelCount: Int
  /// The words of the input weights, and of the recurrent weights.
  let inputPrecision, recurrentPrecision: ProductPrecision
  private let input, recurrent: ForwardPanels
  /// (panels, 64): the sum of both biases where both fill a slot.
  let bias: FloatBuffer
  /// Empty without training.
  private let inputBackward, recurrentBackward: BackwardPanels

  init(
    shape: CellShape, inputSize: Int, hiddenSize: Int, inputPrecision: ProductPrecision,
    recurrentPrecision: ProductPrecision, forTraining: Bool
  ) {
    self.shape = shape
    self.inputSize = inputSize
    self.hiddenSize = hiddenSize
    self.inputPrecision = inputPrecision
    self.recurrentPrecision = recurrentPrecision
    let panelCount = shape.panelCount(hiddenSize)
    self.panelCount = panelCount
    input = ForwardPanels(count: panelCount, depth: inputSize, inputPrecision)
    recurrent = ForwardPanels(
      count: shape.isRecurrent ? panelCount : 0, depth: hiddenSize, recurrentPrecision)
    bias = FloatBuffer(count: panelCount * 64)
    inputBackward = BackwardPanels(
      panelCount: panelCount, depth: forTraining ? inputSize : 0, inputPrecision)
    recurrentBackward = BackwardPanels(
      panelCount: panelCount, depth: forTraining && shape.isRecurrent ? hiddenSize : 0,
      recurrentPrecision)
  }

  /// Units of `panel`; the last may be short.
  func unitCount(_ panel: Int) -> Int {
    min(shape.unitsPerPanel, hiddenSize - panel * shape.unitsPerPanel)
  }

  /// The input weights of `panel` from its first filled slot on.
  func inputForward(panel: Int) -> Operand {
    input.operand(panel: panel, column: shape.inputSlots.lowerBound * shape.unitsPerPanel)
  }

  /// The recurrent weights of `panel` from its first filled slot on.
  func recurrentForward(panel: Int) -> Operand {
    recurrent.operand(panel: panel, column: shape.recurrentSlots.lowerBound * shape.unitsPerPanel)
  }

  /// The input weights of 64 inputs from `panel` on, from the first filled slot on; those of the next
  /// 64 inputs follow as a further panel.
  func inputBackward(block: Int, panel: Int) -> Operand {
    inputBackward.operand(
      block: block, panel: panel, from: shape.inputSlots.lowerBound * shape.unitsPerPanel)
  }

  /// The recurrent weights of 64 units below, from the first filled slot on.
  func recurrentBackward(block: Int, panel: Int) -> Operand {
    recurrentBackward.operand(
      block: block, panel: panel, from: shape.recurrentSlots.lowerBound * shape.unitsPerPanel)
  }
}

extension RecurrentPanels {
  /// Reads the weights of one panel from `parameters`.
  func pack(
    panel: Int, from parameters: PackingSource, _ tensors: ParameterLayout.LayerTensors,
    engine: Engine
  ) {
    pack(
      panel, shape.inputGates, depth: inputSize, parameters, tensors.input.weight.offset,
      forward: input, backward: inputBackward, engine)
    bias.clear(panel * 64..<panel * 64 + 64)
    addBias(panel, shape.inputGates, parameters, tensors.input.bias.offset)
    guard let tensors = tensors.recurrent else { return }
    pack(
      panel, shape.recurrentGates, depth: hiddenSize, parameters, tensors.weight.offset,
      forward: recurrent, backward: recurrentBackward, engine)
    addBias(panel, shape.recurrentGates, parameters, tensors.bias.offset)
  }

  private func pack(
    _ panel: Int, _ gates: [Int?], depth: Int, _ parameters: PackingSource, _ offset: Int,
    forward: ForwardPanels, backward: BackwardPanels, _ engine: Engine
  ) {
    let units = shape.unitsPerPanel
    for (slot, gate) in gates.enumerated() {
      guard let gate else { continue }
      let place = offset + (gate * hiddenSize + panel * units) * depth
      forward.pack(
        parameters, at: place, rows: unitCount(panel), panel: panel, column: slot * units, engine)
      guard !backward.isEmpty else { continue }
      backward.pack(
        parameters.rows(unitCount(panel), width: depth, at: place), rows: unitCount(panel),
        depth: depth, panel: panel, from: slot * units, engine)
    }
  }

  private func addBias(_ panel: Int, _ gates: [Int?], _ parameters: PackingSource, _ offset: Int) {
    for (slot, gate) in gates.enumerated() {
      guard let gate else { continue }
      let biases = parameters.rows(
        1, width: unitCount(panel),
        at: offset + gate * hiddenSize + panel * shape.unitsPerPanel)
      for unit in 0..<unitCount(panel) {
        bias[panel * 64 + slot * shape.unitsPerPanel + unit] +=
          biases.buffer[biases.offset + unit]
      }
    }
  }
}
