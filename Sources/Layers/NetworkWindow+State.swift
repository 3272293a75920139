import Compute

/// The recurrent state of one stream: what a network remembers of a text.
public struct RecurrentState: Sendable, Hashable {
  /// For each layer the hidden part (H) and, where the cell has one, the cell part (H).
  public var values: [Float]

  /// A state of these values.
  package init(values: [Float]) { self.values = values }

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
    buffers.store(state, at: row, size: weights.configuration.hiddenSize)
  }

  /// The state of row `row` after `steps` steps.
  public func state(row: Int, after steps: Int) -> RecurrentState {
    var state = RecurrentState(weights.configuration)
    buffers.load(
      steps * rows + row, into: &state, size: weights.configuration.hiddenSize)
    return state
  }

  /// Makes the state after `steps` steps the state before step 0.
  public func carryState(from steps: Int) {
    for layer in buffers {
      let size = rows * layer.stateStride
      for part in layer.states { part.copy(size, from: part, at: steps * size, to: 0) }
    }
  }

  /// Makes the state before step 0 that of a new text.
  public func resetState() {
    for layer in buffers {
      for part in layer.states { part.clear(0..<rows * layer.stateStride) }
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

  private var buffers: [CellBuffers] { tapes.map(\.buffers) }
}

extension CellBuffers {
  /// The hidden states and, where the cell has them, the cell states.
  fileprivate var states: [FloatBuffer] { cell.count > 0 ? [hidden, cell] : [hidden] }
}

extension [CellBuffers] {
  /// Puts `state` into row `row` of the states of all layers, `size` floats each.
  func store(_ state: RecurrentState, at row: Int, size: Int) {
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
  func load(_ row: Int, into state: inout RecurrentState, size: Int) {
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
