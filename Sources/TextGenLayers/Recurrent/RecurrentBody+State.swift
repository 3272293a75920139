import TextGenCompute

extension RecurrentBody {
  func setState(_ state: NetworkState, row: Int) {
    buffers.store(state, at: row, size: weights.configuration.hiddenSize)
    memories[row] = Array(state.values[weights.configuration.layerStateCount...])
  }

  func state(row: Int, after steps: Int) -> NetworkState {
    var state = NetworkState(weights.configuration)
    buffers.load(
      steps * rows + row, into: &state, size: weights.configuration.hiddenSize)
    let memory = memory(row: row, after: steps)
    state.values.replaceSubrange(weights.configuration.layerStateCount..., with: memory)
    return state
  }

  func carryState(from steps: Int) {
    memories = memories.indices.map { memory(row: $0, after: steps) }
    for layer in buffers {
      let size = rows * layer.stateStride
      for part in layer.states { part.copy(size, from: part, at: steps * size, to: 0) }
    }
  }

  func initialStateGradient(row: Int) -> NetworkState? {
    let size = weights.configuration.hiddenSize
    var gradient = NetworkState(values: [])
    for tape in tapes {
      let place = row * tape.buffers.stateStride
      gradient.values += tape.gradients.hidden.values(place..<place + size)
      if tape.gradients.cell.count > 0 {
        gradient.values += tape.gradients.cell.values(place..<place + size)
      }
    }
    return gradient
  }

  /// What the context remembers of row `row` after `steps` steps.
  private func memory(row: Int, after steps: Int) -> [Float] {
    var memory = memories[row]
    guard steps > 0, let context = weights.context, let reading else { return memory }
    // Reading the first steps once more writes the same rows.
    context.read(
      reading.tokens[..<(steps * rows)].text(row, of: rows), &memory, weights.embedding,
      to: embedded.text(row, of: rows), reading.engine)
    return memory
  }

  private var buffers: [CellBuffers] { tapes.map(\.buffers) }
}

extension CellBuffers {
  /// The hidden states and, where the cell has them, the cell states.
  fileprivate var states: [FloatBuffer] { cell.count > 0 ? [hidden, cell] : [hidden] }
}

extension [CellBuffers] {
  /// Puts `state` into row `row` of the states of all layers, `size` floats each.
  func store(_ state: NetworkState, at row: Int, size: Int) {
    var start = 0
    for layer in self {
      for part in layer.states {
        part.store(
          state.values.span.extracting(start..<start + size), at: row * layer.stateStride)
        start += size
      }
    }
  }

  /// Takes row `row` of the states of all layers.
  func load(_ row: Int, into state: inout NetworkState, size: Int) {
    var start = 0
    for layer in self {
      for part in layer.states {
        let place = row * layer.stateStride
        part.load(place..<place + size, into: &state.values, at: start)
        start += size
      }
    }
  }
}
