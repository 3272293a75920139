import TextGenCompute

extension TransformerBody {
  func setState(_ state: NetworkState, row: Int) { starts[row] = state }

  func state(row: Int, after steps: Int) -> NetworkState {
    guard steps > 0 else { return starts[row] }
    var state = starts[row]
    let place = output.offset + ((steps - 1) * room.texts + row) * output.stride
    output.buffer.load(place..<place + room.size, into: &state.values, at: 0)
    state.values[room.size] =
      Float((Int(state.values[room.size]) + steps) % RotaryTable.period)
    let kept = max(0, room.contextLength - 1 - steps)
    let first = max(0, steps - (room.contextLength - 1))
    state.past = state.past.suffix(kept) + (first..<steps).map { seen(row: row, step: $0) }
    return state
  }

  func carryState(from steps: Int) {
    starts = starts.indices.map { state(row: $0, after: steps) }
  }

  func embeddingGradients(_ inputs: ArraySlice<Int32>, engine: Engine) -> [Float] {
    guard let gradients else { preconditionFailure("a gradient without room for training") }
    return gradients.stream.values(rows: inputs.count, width: room.size)
  }

  /// The key and the value of a token in each layer.
  private func seen(row: Int, step: Int) -> [Float] {
    var values = [Float](repeating: 0, count: tapes.count * 2 * room.size)
    let rows = rowCount
    for (layer, tape) in tapes.enumerated() {
      for part in stride(from: 0, to: 2 * room.size, by: 32) {
        let column = room.size + part
        let place = (column / 64 * rows + step * room.texts + row) * 64 + column % 64
        tape.gates.load(
          place..<place + 32, into: &values, at: layer * 2 * room.size + part)
      }
    }
    return values
  }
}
