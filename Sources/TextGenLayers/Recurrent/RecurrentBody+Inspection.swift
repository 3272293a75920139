import TextGenCompute

extension RecurrentBody {
  func embeddingGradients(_ inputs: ArraySlice<Int32>, engine: Engine) -> [Float] {
    precondition(weights.tokenTable == nil, "gradients of embeddings behind a table")
    let width = weights.configuration.embeddingSize
    let result = FloatBuffer(count: inputs.count * width)
    guard let context = weights.context else {
      return embeddedGradient.values(rows: inputs.count, width: width)
    }
    for text in 0..<rows {
      context.addGradient(
        of: embeddedGradient.text(text, of: rows), inputs.text(text, of: rows),
        after: memories[text], to: result, engine
      ) { place, _ in place < 0 ? nil : (place * rows + text) * width }
    }
    return result.values()
  }

  /// Layers that have cells; those without memory have states that nothing reads.
  var stateLayerCount: Int { weights.configuration.cell == nil ? 0 : tapes.count }

  /// The Euclidean norm of the gradient of the hidden state of row `row` of a layer that is about to be
  /// taken back through `step`.
  func stateGradientNorm(layer: Int, step: Int, row: Int) -> Double {
    let tape = tapes[layer]
    let size = weights.configuration.hiddenSize
    let fromAbove = (step * rows + row) * tape.buffers.stateStride
    let fromLater = row * tape.buffers.stateStride
    var sum = 0.0
    for unit in 0..<size {
      let value =
        Double(tape.outputGradient[fromAbove + unit])
        + Double(tape.gradients.hidden[fromLater + unit])
      sum += value * value
    }
    return sum.squareRoot()
  }

  func activity(row: Int, steps: Int) -> [UnitActivity] {
    guard let cell = weights.configuration.cell else { return [] }
    return tapes.indices.flatMap { layer in
      activity(cell.traits.slotNames, layer: layer, row: row, steps: steps).map {
        UnitActivity(layer: layer, name: $0.name, values: $0.values)
      }
    }
  }

  /// What the units of a layer did: the slots that have a name, and the states; each (steps, H).
  private func activity(
    _ slotNames: [String?], layer: Int, row: Int, steps: Int
  ) -> [(name: String, values: [[Float]])] {
    let (tape, panels) = (tapes[layer], weights.layers[layer])
    let units = panels.shape.unitsPerPanel
    let size = weights.configuration.hiddenSize
    let gates = slotNames.enumerated().compactMap { slot, name in
      name.map { name in
        (
          name: name,
          values: (0..<steps).map { step in
            (0..<size).map { unit in
              let panel = step * panels.panelCount + unit / units
              return tape.buffers.gates[
                (panel * rows + row) * 64 + slot * units + unit % units]
            }
          }
        )
      }
    }
    func states(_ name: String, _ buffer: FloatBuffer) -> (name: String, values: [[Float]]) {
      let stride = tape.buffers.stateStride
      return (
        name,
        (1...max(1, steps)).map { step in
          let place = (step * rows + row) * stride
          return buffer.values(place..<place + size)
        }
      )
    }
    return gates + (panels.shape.hasCell ? [states("c", tape.buffers.cell)] : [])
      + [states("h", tape.buffers.hidden)]
  }
}

extension LayerInput {
  /// The first `width` floats of each of the first `rows` rows.
  func values(rows: Int, width: Int) -> [Float] {
    (0..<rows).flatMap { row in
      let place = offset + row * stride
      return buffer.values(place..<place + width)
    }
  }
}
