import Compute

/// The weights of one recurrent layer in the order in which products read them.
///
/// A panel holds the weights of `unitsPerPanel` units, all their slots side by side, as columns:
///
///     panel p, row k:  │ slot 0: 16 units │ slot 1 │ slot 2 │ slot 3 │   64 floats
///
/// so `gates[rows, panel p] += input · panel p` computes complete units. The backward panels hold
/// the same weights as rows, 64 inputs a block, for `inputGradient += gateGradient · backward panel`.
struct RecurrentPanels {
  let shape: CellShape
  let inputSize: Int
  let hiddenSize: Int
  let panelCount: Int
  /// (panels, D, 64) and (panels, H, 64).
  let input, recurrent: FloatBuffer
  /// (panels, 64): the sum of both biases where both fill a slot.
  let bias: FloatBuffer
  /// (⌈D/64⌉, panels, 64, 64) and (⌈H/64⌉, panels, 64, 64); empty without training.
  let inputBackward, recurrentBackward: FloatBuffer

  init(shape: CellShape, inputSize: Int, hiddenSize: Int, forTraining: Bool) {
    self.shape = shape
    self.inputSize = inputSize
    self.hiddenSize = hiddenSize
    panelCount = shape.panelCount(hiddenSize)
    input = FloatBuffer(count: panelCount * inputSize * 64)
    recurrent = FloatBuffer(count: panelCount * hiddenSize * 64)
    bias = FloatBuffer(count: panelCount * 64)
    let block = forTraining ? panelCount * 64 * 64 : 0
    inputBackward = FloatBuffer(count: (inputSize + 63) / 64 * block)
    recurrentBackward = FloatBuffer(count: (hiddenSize + 63) / 64 * block)
  }

  /// Units of `panel`; the last may be short.
  func unitCount(_ panel: Int) -> Int {
    min(shape.unitsPerPanel, hiddenSize - panel * shape.unitsPerPanel)
  }

  /// Reads the weights of one panel from `parameters`.
  func pack(
    panel: Int, from parameters: FloatBuffer, _ tensors: ParameterLayout.RecurrentTensors,
    engine: Engine
  ) {
    pack(
      panel, shape.inputGates, depth: inputSize, parameters, tensors.inputWeight.offset,
      forward: input, backward: inputBackward, engine)
    pack(
      panel, shape.recurrentGates, depth: hiddenSize, parameters, tensors.recurrentWeight.offset,
      forward: recurrent, backward: recurrentBackward, engine)
    bias.clear(panel * 64..<panel * 64 + 64)
    addBias(panel, shape.inputGates, parameters, tensors.inputBias.offset)
    addBias(panel, shape.recurrentGates, parameters, tensors.recurrentBias.offset)
  }

  private func pack(
    _ panel: Int, _ gates: [Int?], depth: Int, _ parameters: FloatBuffer, _ offset: Int,
    forward: FloatBuffer, backward: FloatBuffer, _ engine: Engine
  ) {
    let units = shape.unitsPerPanel
    for (slot, gate) in gates.enumerated() {
      guard let gate else { continue }
      let first = offset + (gate * hiddenSize + panel * units) * depth
      engine.transpose(
        rows: unitCount(panel), depth: depth, weights: parameters, at: first, rowStride: depth,
        to: forward, at: panel * depth * 64 + slot * units)
      guard backward.count > 0 else { continue }
      for unit in 0..<unitCount(panel) {
        for block in 0..<(depth + 63) / 64 {
          backward.copy(
            min(64, depth - block * 64), from: parameters, at: first + unit * depth + block * 64,
            to: (block * panelCount + panel) * 4096 + (slot * units + unit) * 64)
        }
      }
    }
  }

  private func addBias(_ panel: Int, _ gates: [Int?], _ parameters: FloatBuffer, _ offset: Int) {
    for (slot, gate) in gates.enumerated() {
      guard let gate else { continue }
      for unit in 0..<unitCount(panel) {
        bias[panel * 64 + slot * shape.unitsPerPanel + unit] +=
          parameters[offset + gate * hiddenSize + panel * shape.unitsPerPanel + unit]
      }
    }
  }
}
