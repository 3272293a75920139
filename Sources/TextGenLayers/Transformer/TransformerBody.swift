import TextGenCompute

/// The layers of a transformer over a window.
///
/// In each, x ← x + heads(norm(x)), then x ← x + dense(norm(x)); at the end x is normalised once more.
/// Texts remember the keys and values of the tokens that they can still see.
final class TransformerBody: NetworkBody {
  let weights: NetworkWeights
  let room: TransformerRoom
  let tapes: [TransformerTape]
  /// The states before step 0.
  var starts: [NetworkState]
  /// Tokens of the last window.
  private(set) var rowCount = 0
  /// What the last layer says, and the same normalised.
  let last, output: LayerInput

  private let statistics: FloatBuffer
  private let attention: Attention
  private let rotation: Rotation
  /// (H/64, R, 64) and (R, stride): what a linear layer says, and its gradient.
  private let said: FloatBuffer
  private let addend: LayerInput
  let gradients: TransformerGradients?
  private let sides: TransformerSides

  init(_ weights: NetworkWeights, rows: Int, maximumSteps: Int, forTraining: Bool) {
    let configuration = weights.configuration
    guard case .transformer(let heads, let length) = configuration.architecture,
      let table = weights.rotation
    else {
      preconditionFailure("\(configuration.architecture) in place of a transformer")
    }
    self.weights = weights
    let room = TransformerRoom(
      texts: rows, steps: maximumSteps, size: configuration.hiddenSize, headCount: heads,
      contextLength: length)
    self.room = room
    var tapes: [TransformerTape] = []
    var input = room.rows(room.size)
    for _ in weights.blocks {
      tapes.append(TransformerTape(room, input: input))
      input = room.rows(room.size)
    }
    self.tapes = tapes
    last = input
    output = room.rows(room.size)
    starts = Array(repeating: NetworkState(configuration), count: rows)
    statistics = FloatBuffer(count: 2 * rows * maximumSteps)
    attention = Attention(room, forTraining: forTraining)
    rotation = Rotation(room, table)
    said = room.panels(room.size)
    addend = room.rows(room.size)
    gradients = forTraining ? TransformerGradients(room) : nil
    sides = TransformerSides(weights.precision, room, forTraining: forTraining)
  }

  func output(dropped: Bool) -> LayerInput { output }

  var outputGradient: LayerInput {
    guard let gradients else { preconditionFailure("a gradient without room for training") }
    return gradients.found
  }

  func forward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)?, engine: Engine
  ) {
    let count = inputs.count
    rowCount = count
    var memories: [[Float]] = []
    weights.embed(inputs, &memories, to: tapes[0].input, engine)
    rotation.fill(starts, rows: count)
    for (layer, block) in weights.blocks.enumerated() {
      forward(layer, block, rows: count, dropout, engine)
    }
    engine.normalize(
      rows: count, count: room.size, last.all, weight: Rows(weights.finalNorm),
      bias: Rows(weights.finalNorm, offset: room.size), to: output.all, statistics: statistics)
  }

  private func forward(
    _ layer: Int, _ block: TransformerBlock, rows: Int, _ dropout: (Dropout, firstRow: Int)?,
    _ engine: Engine
  ) {
    let tape = tapes[layer]
    engine.normalize(
      rows: rows, count: room.size, tape.input.all, weight: Rows(block.attentionNorm),
      bias: Rows(block.attentionNorm, offset: room.size), to: tape.attentionInput.all,
      statistics: tape.attentionStatistics)
    block.attention.forward(
      tape.attentionInput, rows: rows, to: tape.gates, sides: sides.attention.of(rows: rows),
      engine: engine)
    rotation.turn(tape.gates, rows: rows, .forward, engine)
    for text in texts(rows) {
      let past = starts[text.index].past
      attention.load(text, past: past, at: 2 * layer * room.size, tape)
      attention.forward(text, tape, engine: engine)
    }
    block.projection.forward(
      tape.found, rows: rows, to: said, sides: sides.projection.of(rows: rows), engine: engine)
    add(said, 2 * layer, rows: rows, dropout, tape.input, to: tape.middle, engine)
    engine.normalize(
      rows: rows, count: room.size, tape.middle.all, weight: Rows(block.denseNorm),
      bias: Rows(block.denseNorm, offset: room.size), to: tape.denseInput.all,
      statistics: tape.denseStatistics)
    block.expansion.forward(
      tape.denseInput, rows: rows, to: tape.expanded, sides: sides.expansion.of(rows: rows),
      engine: engine)
    for panel in 0..<block.expansion.panelCount {
      engine.gelu(
        rows: rows, count: 64, Rows(tape.expanded, offset: panel * rows * 64, stride: 64),
        to: tape.activated.columns(from: panel * 64))
    }
    block.contraction.forward(
      tape.activated, rows: rows, to: said, sides: sides.contraction.of(rows: rows),
      engine: engine)
    add(said, 2 * layer + 1, rows: rows, dropout, tape.middle, to: output(of: layer), engine)
  }

  /// What layer `layer` hands to the next.
  private func output(of layer: Int) -> LayerInput {
    layer + 1 < tapes.count ? tapes[layer + 1].input : last
  }

  /// The texts of a window of `rows` tokens.
  private func texts(_ rows: Int) -> [Attention.Text] {
    (0..<room.texts).map {
      Attention.Text(
        index: $0, count: room.texts, steps: rows / room.texts, earlier: starts[$0].past.count)
    }
  }

  /// `target = source + dropout(panels)`.
  private func add(
    _ panels: FloatBuffer, _ part: Int, rows: Int, _ dropout: (Dropout, firstRow: Int)?,
    _ source: LayerInput, to target: LayerInput, _ engine: Engine
  ) {
    addend.copy(panels, rows: rows, width: room.size)
    if let dropout {
      engine.drop(
        dropout, part, rows: room.texts, steps: rows / room.texts, count: room.size,
        from: addend, to: addend)
    }
    for row in 0..<rows {
      let place = target.offset + row * target.stride
      target.buffer.copy(
        room.size, from: source.buffer, at: source.offset + row * source.stride, to: place)
      engine.add(
        room.size, from: addend.buffer, at: row * addend.stride, to: target.buffer, at: place)
    }
  }

  func backward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)?, gradient: FloatBuffer,
    engine: Engine, visit: StateGradientVisitor?
  ) {
    guard let gradients, let norm = weights.layout.finalNorm else {
      preconditionFailure("a gradient without room for training")
    }
    let rows = inputs.count
    for tensor in weights.layout.blockVectors { gradient.clear(tensor.range) }
    gradients.stream.buffer.clear()
    engine.normalizeBackward(
      rows: rows, count: room.size, last.all, weight: Rows(weights.finalNorm),
      statistics: statistics, gradient: gradients.found.all,
      inputGradient: gradients.stream.all,
      weightGradient: Rows(gradient, offset: norm.weight.offset),
      biasGradient: Rows(gradient, offset: norm.bias.offset))
    for layer in tapes.indices.reversed() {
      backward(layer, rows: rows, dropout, gradients, gradient, engine)
    }
    engine.addRows(gradients.stream, of: inputs, to: gradient, weights.layout.embedding)
  }

  /// Takes the gradient of a layer's output, in `gradients.stream`, to its input.
  private func backward(
    _ layer: Int, rows: Int, _ dropout: (Dropout, firstRow: Int)?,
    _ gradients: TransformerGradients, _ gradient: FloatBuffer, _ engine: Engine
  ) {
    let (tape, block) = (tapes[layer], weights.blocks[layer])
    let tensors = weights.layout.blocks[layer]
    func linear(
      _ panels: LinearPanels, _ tensors: ParameterLayout.Affine, _ input: LayerInput,
      _ outputGradient: FloatBuffer, to inputGradient: LayerInput, _ sides: ProductSides
    ) {
      gradients.bias.clear()
      panels.backward(
        input, rows: rows, outputGradient: outputGradient, inputGradient: inputGradient,
        gradient: gradient, tensors.weight, .replaced, biasGradient: gradients.bias,
        sides: sides, engine: engine)
      engine.add(
        panels.outputSize, from: gradients.bias, at: 0, to: gradient, at: tensors.bias.offset)
    }
    func norm(
      _ norm: FloatBuffer, _ tensors: ParameterLayout.Affine, _ input: LayerInput,
      _ statistics: FloatBuffer
    ) {
      engine.normalizeBackward(
        rows: rows, count: room.size, input.all, weight: Rows(norm), statistics: statistics,
        gradient: gradients.found.all, inputGradient: gradients.stream.all,
        weightGradient: Rows(gradient, offset: tensors.weight.offset),
        biasGradient: Rows(gradient, offset: tensors.bias.offset))
    }
    streamGradient(2 * layer + 1, rows: rows, dropout, gradients, engine)
    linear(
      block.contraction, tensors.contraction, tape.activated, said, to: gradients.activated,
      sides.contraction)
    for panel in 0..<block.expansion.panelCount {
      let place = Rows(tape.expanded, offset: panel * rows * 64, stride: 64)
      engine.geluBackward(
        rows: rows, count: 64, place, gradient: gradients.activated.columns(from: panel * 64),
        to: place)
    }
    linear(
      block.expansion, tensors.expansion, tape.denseInput, tape.expanded, to: gradients.found,
      sides.expansion)
    norm(block.denseNorm, tensors.denseNorm, tape.middle, tape.denseStatistics)
    streamGradient(2 * layer, rows: rows, dropout, gradients, engine)
    linear(
      block.projection, tensors.projection, tape.found, said, to: gradients.found,
      sides.projection)
    for text in texts(rows) {
      attention.load(text, past: starts[text.index].past, at: 2 * layer * room.size, tape)
      attention.backward(
        text, tape, foundGradient: gradients.found, to: gradients.gates, engine: engine)
    }
    rotation.turn(gradients.gates, rows: rows, .backward, engine)
    linear(
      block.attention, tensors.attention, tape.attentionInput, gradients.gates,
      to: gradients.found, sides.attention)
    norm(block.attentionNorm, tensors.attentionNorm, tape.input, tape.attentionStatistics)
  }

  /// The gradient of what was added to the stream, in panels.
  private func streamGradient(
    _ part: Int, rows: Int, _ dropout: (Dropout, firstRow: Int)?,
    _ gradients: TransformerGradients, _ engine: Engine
  ) {
    var source = gradients.stream
    if let dropout {
      engine.drop(
        dropout, part, rows: room.texts, steps: rows / room.texts, count: room.size,
        from: source, to: addend)
      source = addend
    }
    source.write(to: said, rows: rows, width: room.size)
  }
}
