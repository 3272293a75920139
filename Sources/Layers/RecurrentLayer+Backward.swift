import Compute

extension RecurrentPanels {
  /// Takes `tape.outputGradient` back through `steps` steps.
  ///
  /// Adds to the layer's tensors in `gradient`; writes the gradient of the input to `inputGradient`
  /// (rows as in `input`), and leaves that of the initial state in `tape.gradients`.
  func backward(
    _ input: LayerInput, _ tape: RecurrentTape, steps: Int, inputGradient: LayerInput,
    gradient: FloatBuffer, _ tensors: ParameterLayout.RecurrentTensors, engine: Engine
  ) {
    let rows = tape.buffers.rows
    let chunk = max(1, 800 / rows)
    tape.gradients.hidden.clear()
    tape.gradients.cell.clear()
    tape.biasGradient.clear()
    var end = steps
    while end > 0 {
      let range = max(0, end - chunk)..<end
      for step in range.reversed() {
        engine.backward(
          shape.arithmetic, tape.buffers, step: step, outputGradient: tape.outputGradient,
          gradients: tape.gradients)
        backwardState(tape, step: step, engine)
      }
      addGradients(input, tape, range, gradient, tensors, engine)
      backwardInput(tape, range, inputGradient, engine)
      end = range.lowerBound
    }
    spreadBias(tape.biasGradient, shape.inputGates, gradient, tensors.inputBias.offset)
    spreadBias(tape.biasGradient, shape.recurrentGates, gradient, tensors.recurrentBias.offset)
  }

  /// Adds the gate gradients of `step` through the recurrent weights to the hidden gradient.
  private func backwardState(_ tape: RecurrentTape, step: Int, _ engine: Engine) {
    let buffers = tape.buffers
    let slots = shape.recurrentSlots
    for block in 0..<(hiddenSize + 63) / 64 {
      backwardProduct(
        tape, step: step, slots: slots, panels: 0..<panelCount, block: block, depth: hiddenSize,
        weights: recurrentBackward,
        to: Operand(
          tape.gradients.hidden, offset: block * 64, rowStride: buffers.stateStride),
        .accumulated, engine)
    }
  }

  /// Writes the gradient of the input of the steps of `range`.
  private func backwardInput(
    _ tape: RecurrentTape, _ range: Range<Int>, _ inputGradient: LayerInput, _ engine: Engine
  ) {
    let rows = tape.buffers.rows
    // Sixteen panels of 64 × 64 weights are 256 KB, which the second cache holds for all steps.
    for block in 0..<(inputSize + 63) / 64 {
      for first in stride(from: 0, to: panelCount, by: 16) {
        for step in range {
          backwardProduct(
            tape, step: step, slots: shape.inputSlots,
            panels: first..<min(first + 16, panelCount), block: block, depth: inputSize,
            weights: inputBackward,
            to: Operand(
              inputGradient.buffer,
              offset: inputGradient.offset + step * rows * inputGradient.stride + block * 64,
              rowStride: inputGradient.stride),
            first == 0 ? .replaced : .accumulated, engine)
        }
      }
    }
  }

  /// `to[rows, 64 columns of block] += gates[rows, slots of panels] · weights`.
  private func backwardProduct(
    _ tape: RecurrentTape, step: Int, slots: Range<Int>, panels: Range<Int>, block: Int,
    depth: Int, weights: FloatBuffer, to result: Operand, _ destination: Destination,
    _ engine: Engine
  ) {
    let rows = tape.buffers.rows
    let firstColumn = slots.lowerBound * shape.unitsPerPanel
    engine.product(
      rows: rows, columns: min(64, depth - block * 64), blocks: panels.count,
      depth: slots.count * shape.unitsPerPanel,
      a: Operand(
        tape.buffers.gates,
        offset: (step * panelCount + panels.lowerBound) * rows * 64 + firstColumn, rowStride: 64,
        depthStride: 1, blockStride: rows * 64),
      b: Operand(
        weights,
        offset: (block * panelCount + panels.lowerBound) * 4096 + firstColumn * 64,
        depthStride: 64, blockStride: 4096),
      c: result, destination)
  }

  /// Adds the weight gradients of the steps of `range`, and the sums for the biases.
  private func addGradients(
    _ input: LayerInput, _ tape: RecurrentTape, _ range: Range<Int>, _ gradient: FloatBuffer,
    _ tensors: ParameterLayout.RecurrentTensors, _ engine: Engine
  ) {
    let buffers = tape.buffers
    addWeightGradient(
      shape.recurrentGates, depth: hiddenSize, tape, range,
      LayerInput(buffer: buffers.hidden, offset: 0, stride: buffers.stateStride), gradient,
      tensors.recurrentWeight.offset, engine)
    addWeightGradient(
      shape.inputGates, depth: inputSize, tape, range, input, gradient,
      tensors.inputWeight.offset, engine)
    for step in range {
      for panel in 0..<panelCount {
        engine.addColumnSums(
          rows: buffers.rows, of: buffers.gates,
          at: (step * panelCount + panel) * buffers.rows * 64, to: tape.biasGradient,
          at: panel * 64)
      }
    }
  }

  /// `weight[gate, unit, k] += Σ over steps and rows of gates[unit] · source[k]`, straight into
  /// PyTorch's layout: the gate gradients are the left side, read by columns.
  private func addWeightGradient(
    _ gates: [Int?], depth: Int, _ tape: RecurrentTape, _ range: Range<Int>,
    _ source: LayerInput, _ gradient: FloatBuffer, _ offset: Int, _ engine: Engine
  ) {
    let rows = tape.buffers.rows
    let units = shape.unitsPerPanel
    for block in 0..<(depth + 63) / 64 {
      for panel in 0..<panelCount {
        for (slot, gate) in gates.enumerated() {
          guard let gate else { continue }
          engine.product(
            rows: unitCount(panel), columns: min(64, depth - block * 64), blocks: range.count,
            depth: rows,
            a: Operand(
              tape.buffers.gates,
              offset: (range.lowerBound * panelCount + panel) * rows * 64 + slot * units,
              rowStride: 1, depthStride: 64, blockStride: panelCount * rows * 64),
            b: Operand(
              source.buffer,
              offset: source.offset + range.lowerBound * rows * source.stride + block * 64,
              depthStride: source.stride, blockStride: rows * source.stride),
            c: Operand(
              gradient,
              offset: offset + (gate * hiddenSize + panel * units) * depth + block * 64,
              rowStride: depth), .accumulated)
        }
      }
    }
  }

  private func spreadBias(
    _ sums: FloatBuffer, _ gates: [Int?], _ gradient: FloatBuffer, _ offset: Int
  ) {
    for panel in 0..<panelCount {
      for (slot, gate) in gates.enumerated() {
        guard let gate else { continue }
        for unit in 0..<unitCount(panel) {
          gradient[offset + gate * hiddenSize + panel * shape.unitsPerPanel + unit] +=
            sums[panel * 64 + slot * shape.unitsPerPanel + unit]
        }
      }
    }
  }
}
