import Compute

/// The recurrent state of one stream: what a network remembers of a text.
public struct RecurrentState: Sendable, Hashable {
  /// For each layer the hidden part (H) and, where the cell has one, the cell part (H).
  public var values: [Float]

  /// The state before the first token: zeros.
  public init(_ configuration: NetworkConfiguration) {
    let parts = configuration.cell.shape.hasCell ? 2 : 1
    values = [Float](
      repeating: 0, count: configuration.layerCount * parts * configuration.hiddenSize)
  }
}

extension NetworkWindow {
  /// Puts `state` before step 0 of row `row`.
  public func setState(_ state: RecurrentState, row: Int) {
    let size = weights.configuration.hiddenSize
    var start = 0
    for tape in tapes {
      for part in parts(tape) {
        part.store(
          state.values.span.extracting(start..<start + size),
          at: row * tape.buffers.stateStride)
        start += size
      }
    }
  }

  /// The state of row `row` after `steps` steps.
  public func state(row: Int, after steps: Int) -> RecurrentState {
    let size = weights.configuration.hiddenSize
    var state = RecurrentState(weights.configuration)
    state.values.removeAll(keepingCapacity: true)
    for tape in tapes {
      let place = (steps * rows + row) * tape.buffers.stateStride
      for part in parts(tape) { state.values += part.values(place..<place + size) }
    }
    return state
  }

  /// Makes the state after `steps` steps the state before step 0.
  public func carryState(from steps: Int) {
    for tape in tapes {
      let size = rows * tape.buffers.stateStride
      for part in parts(tape) { part.copy(size, from: part, at: steps * size, to: 0) }
    }
  }

  /// Makes the state before step 0 that of a new text.
  public func resetState() {
    for tape in tapes {
      for part in parts(tape) { part.clear(0..<rows * tape.buffers.stateStride) }
    }
  }

  /// The gradient of the loss by the state before step 0 of row `row`, after `backward`.
  package func initialStateGradient(row: Int) -> RecurrentState {
    let size = weights.configuration.hiddenSize
    var gradient = RecurrentState(weights.configuration)
    gradient.values.removeAll(keepingCapacity: true)
    for tape in tapes {
      let place = row * tape.buffers.stateStride
      gradient.values += tape.gradients.hidden.values(place..<place + size)
      if tape.gradients.cell.count > 0 {
        gradient.values += tape.gradients.cell.values(place..<place + size)
      }
    }
    return gradient
  }

  private func parts(_ tape: RecurrentTape) -> [FloatBuffer] {
    tape.buffers.cell.count > 0
      ? [tape.buffers.hidden, tape.buffers.cell] : [tape.buffers.hidden]
  }
}
