import TextGenCompute

/// Where a backward pass puts what it finds.
struct BackwardTargets {
  /// A flat vector: the layer's weights are replaced, its biases added to.
  let gradient: FloatBuffer
  /// The layer's tensors in it.
  let tensors: ParameterLayout.LayerTensors
  /// Rows for the gradient of the input, replaced, where the layer reads rows.
  let input: LayerInput
  /// (panels, V, 64): gate gradients summed per token, added to, where the layer reads tokens.
  let tokenSums: FloatBuffer
}

extension RecurrentPanels {
  /// Takes `tape.outputGradient` back through `steps` steps, and leaves the gradient of the initial
  /// state in `tape.gradients`.
  ///
  /// `watch` is told each step before its turn: the gradient of its hidden state is then the sum of
  /// `tape.outputGradient` there and `tape.gradients.hidden`.
  func backward(
    _ source: LayerSource, _ tape: RecurrentTape, steps: Int, to targets: BackwardTargets,
    sides: ProductSides, engine: Engine, watch: ((Int) -> Void)? = nil
  ) {
    let stretch = Self.gradientStretch(rows: tape.buffers.rows)
    tape.gradients.hidden.clear()
    tape.gradients.cell.clear()
    tape.biasGradient.clear()
    var end = steps
    while end > 0 {
      let range = max(0, end - stretch)..<end
      for step in range.reversed() {
        watch?(step)
        engine.backward(
          shape.arithmetic, tape.buffers, step: step, outputGradient: tape.outputGradient,
          gradients: tape.gradients)
        let index = step - range.lowerBound
        sides.pairGates(tape.buffers.gates, step: step, index: index, engine)
        addSums(source, tape, step: step, targets, engine)
        if shape.isRecurrent { backwardState(tape, step: step, index: index, sides, engine) }
      }
      addGradients(
        source, tape, range, targets, end == steps ? .replaced : .accumulated, sides, engine)
      end = range.lowerBound
    }
    spreadBias(
      tape.biasGradient, shape.inputGates, targets.gradient, targets.tensors.input.bias.offset)
    guard let recurrent = targets.tensors.recurrent else { return }
    spreadBias(
      tape.biasGradient, shape.recurrentGates, targets.gradient, recurrent.bias.offset)
  }

  /// Adds the gate gradients of `step` through the recurrent weights to the hidden gradient.
  private func backwardState(
    _ tape: RecurrentTape, step: Int, index: Int, _ sides: ProductSides, _ engine: Engine
  ) {
    let slots = shape.recurrentSlots
    for first in stride(from: 0, to: panelCount, by: panelsOfSlab) {
      for blocks in columnBlocks(hiddenSize) {
        engine.product(
          sides.precision, panels: blocks.count, rows: tape.buffers.rows,
          columns: blocks.columns, blocks: min(panelsOfSlab, panelCount - first),
          depth: sides.precision.words(slots.count * shape.unitsPerPanel),
          a: sides.gates(
            tape.buffers.gates, step: step, index: index, panel: first,
            column: slots.lowerBound * shape.unitsPerPanel),
          b: recurrentBackward(block: blocks.first, panel: first),
          c: Operand(
            tape.gradients.hidden, offset: blocks.first * 64,
            rowStride: tape.buffers.stateStride, panelStride: 64),
          .accumulated, readsAhead: panelCount > 32)
      }
    }
  }

  /// Panels of backward weights that are summed over at once: the 64 × 64 weights of 32 panels are
  /// half a megabyte, which the second cache holds; of wider layers smaller slabs are fetched ahead.
  private var panelsOfSlab: Int { panelCount <= 32 ? panelCount : 16 }

  /// Adds the weight gradients of the steps of `range`, or begins with them, and writes what goes
  /// further down.
  private func addGradients(
    _ source: LayerSource, _ tape: RecurrentTape, _ range: Range<Int>, _ targets: BackwardTargets,
    _ destination: Destination, _ sides: ProductSides, _ engine: Engine
  ) {
    let rows = tape.buffers.rows
    if let recurrent = targets.tensors.recurrent {
      addWeightGradient(
        shape.recurrentGates, depth: hiddenSize, tape, range,
        tape.previous.rows(from: range.lowerBound * rows), targets.gradient,
        recurrent.weight.offset, destination, sides, engine)
    }
    if case .rows(let input) = source {
      addWeightGradient(
        shape.inputGates, depth: inputSize, tape, range,
        input.rows(from: range.lowerBound * rows), targets.gradient,
        targets.tensors.input.weight.offset, destination, sides, engine)
      backwardInput(tape, range, targets.input, sides, engine)
    }
  }

  /// Adds the gate gradients of `step` to the sums for the biases, and for tokens.
  private func addSums(
    _ source: LayerSource, _ tape: RecurrentTape, step: Int, _ targets: BackwardTargets,
    _ engine: Engine
  ) {
    let rows = tape.buffers.rows
    let gates = step * panelCount * rows * 64
    for panel in 0..<panelCount {
      engine.addColumnSums(
        rows: rows, of: tape.buffers.gates, at: gates + panel * rows * 64, to: tape.biasGradient,
        at: panel * 64)
    }
    if case .tokens(let tokens, let table) = source {
      engine.scatter(
        tokens: tokens[(tokens.startIndex + step * rows)...].prefix(rows), panels: panelCount,
        vocabulary: table.vocabularySize, gates: tape.buffers.gates, at: gates,
        to: targets.tokenSums)
    }
  }

  /// Writes the gradient of the input of the steps of `range`, some steps at a time, so that their
  /// gate gradients stay in the cache for all columns.
  private func backwardInput(
    _ tape: RecurrentTape, _ range: Range<Int>, _ below: LayerInput, _ sides: ProductSides,
    _ engine: Engine
  ) {
    let stretch = Self.stretch(rows: tape.buffers.rows)
    // 64 columns of weights stay in the cache for all steps; where the gates are packed first, they are
    // packed once for all columns.
    let columns =
      engine.instructionSet.readsNarrowColumns
      ? columnBlocks(inputSize)
      : (0..<(inputSize + 63) / 64).map {
        ColumnBlocks(first: $0, count: 1, columns: min(64, inputSize - $0 * 64))
      }
    for start in stride(from: range.lowerBound, to: range.upperBound, by: stretch) {
      let steps = start..<min(start + stretch, range.upperBound)
      for blocks in columns {
        for first in stride(from: 0, to: panelCount, by: 32) {
          for step in steps {
            backwardInput(
              tape, step: step, index: step - range.lowerBound, blocks,
              panels: first..<min(first + 32, panelCount), below, sides, engine)
          }
        }
      }
    }
  }

  /// The part of some panels in some columns of the input's gradient of one step.
  private func backwardInput(
    _ tape: RecurrentTape, step: Int, index: Int, _ blocks: ColumnBlocks, panels: Range<Int>,
    _ below: LayerInput, _ sides: ProductSides, _ engine: Engine
  ) {
    let rows = tape.buffers.rows
    let slots = shape.inputSlots
    let target = below.rows(from: step * rows)
    engine.product(
      sides.precision, panels: blocks.count, rows: rows, columns: blocks.columns,
      blocks: panels.count, depth: sides.precision.words(slots.count * shape.unitsPerPanel),
      a: sides.gates(
        tape.buffers.gates, step: step, index: index, panel: panels.lowerBound,
        column: slots.lowerBound * shape.unitsPerPanel),
      b: inputBackward(block: blocks.first, panel: panels.lowerBound),
      c: Operand(
        target.buffer, offset: target.offset + blocks.first * 64, rowStride: target.stride,
        panelStride: 64),
      panels.lowerBound == 0 ? .replaced : .accumulated)
  }

  /// `weight[gate, unit, k] += Σ over steps and rows of gates[unit] · source[k]`, straight into
  /// PyTorch's layout: the gate gradients are the left side, read by columns.
  private func addWeightGradient(
    _ gates: [Int?], depth: Int, _ tape: RecurrentTape, _ range: Range<Int>,
    _ source: LayerInput, _ gradient: FloatBuffer, _ offset: Int, _ destination: Destination,
    _ sides: ProductSides, _ engine: Engine
  ) {
    let units = shape.unitsPerPanel
    let right = sides.source(source, steps: range.count, width: depth, engine)
    for panel in 0..<panelCount {
      for run in gateRuns(gates, panel) {
        for blocks in columnBlocks(depth) {
          engine.product(
            sides.precision, panels: blocks.count, rows: run.rows, columns: blocks.columns,
            blocks: range.count, depth: sides.depthOfRows,
            a: sides.gatesByColumns(
              tape.buffers.gates, from: range.lowerBound, panel: panel, column: run.column),
            b: right.operand(from: blocks.first * 64),
            c: Operand(
              gradient,
              offset: offset + (run.gate * hiddenSize + panel * units) * depth
                + blocks.first * 64,
              rowStride: depth, panelStride: 64, rowsOfGroup: units,
              groupStride: hiddenSize * depth), destination)
        }
      }
    }
  }

  /// Columns of a panel whose gates follow one another in a weight matrix: `rows` columns from
  /// `column` on begin with gate `gate`. All of a complete panel's can be one product.
  private func gateRuns(
    _ gates: [Int?], _ panel: Int
  ) -> [(gate: Int, column: Int, rows: Int)] {
    let units = shape.unitsPerPanel
    let isComplete = unitCount(panel) == units
    var runs: [(gate: Int, column: Int, rows: Int)] = []
    for (slot, gate) in gates.enumerated() {
      guard let gate else { continue }
      if isComplete, let last = runs.last, last.gate + last.rows / units == gate,
        last.column + last.rows == slot * units
      {
        runs[runs.count - 1].rows += units
      } else {
        runs.append((gate, slot * units, unitCount(panel)))
      }
    }
    return runs
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
