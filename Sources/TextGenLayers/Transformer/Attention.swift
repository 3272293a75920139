// What the heads of one layer look at, one text and head after the other.
//
// With Q the rotated queries of T steps and K and V the keys and values of the places that the text's
// state still holds and of the steps themselves,
//
//   weights = softmax(Q · Kᵀ / √d, over the places that a step sees)        found = weights · V
//
// Keys of earlier windows are constants: no gradient goes to them.

import TextGenCompute

/// The heads of a layer at work on a window.
final class Attention {
  private let room: TransformerRoom
  /// (places, H): keys and values of one text, earlier places first.
  private let keys, values: FloatBuffer
  /// (⌈places/64⌉, d, 64): keys, or values, of one head by columns.
  private let columns: FloatBuffer
  /// (T, places): gradients of one head's weights.
  private let weightGradients: FloatBuffer

  init(_ room: TransformerRoom, forTraining: Bool) {
    self.room = room
    // Sixteen more floats, since products read right sides up to a multiple of 16 columns.
    keys = FloatBuffer(count: room.placeStride * room.size + 16)
    values = FloatBuffer(count: room.placeStride * room.size + 16)
    columns = FloatBuffer(count: room.placeStride * room.headSize)
    weightGradients = FloatBuffer(count: forTraining ? room.steps * room.placeStride : 0)
  }

  /// The places of one text in a window of `steps` steps of `texts` texts.
  struct Text {
    /// The text's number and that of all.
    let index, count: Int
    let steps: Int
    /// Places of earlier windows that its state holds.
    let earlier: Int

    var places: Int { earlier + steps }

    /// The places that step `step` sees.
    func seen(at step: Int, contextLength: Int) -> Range<Int> {
      max(0, earlier + step + 1 - contextLength)..<earlier + step + 1
    }
  }

  /// Takes the keys and values of a text: those of `past`, which begin at `offset` of each place, and
  /// those of the window.
  func load(_ text: Text, past: [[Float]], at offset: Int, _ tape: TransformerTape) {
    let size = room.size
    for (place, row) in past.enumerated() {
      keys.store(row.span.extracting(offset..<offset + size), at: place * size)
      values.store(row.span.extracting(offset + size..<offset + 2 * size), at: place * size)
    }
    for step in 0..<text.steps {
      let place = (text.earlier + step) * size
      copy(tape.gates, text, step, from: size, to: keys, at: place)
      copy(tape.gates, text, step, from: 2 * size, to: values, at: place)
    }
  }

  /// Copies the H columns from `column` on of a step's row of gates.
  private func copy(
    _ gates: FloatBuffer, _ text: Text, _ step: Int, from column: Int, to target: FloatBuffer,
    at offset: Int
  ) {
    let rows = text.steps * text.count
    // Heads never straddle panels; half a panel is the least that they share.
    for part in stride(from: 0, to: room.size, by: 32) {
      let place = column + part
      target.copy(
        32, from: gates,
        at: (place / 64 * rows + step * text.count + text.index) * 64 + place % 64,
        to: offset + part)
    }
  }

  /// Looks with all heads; `load` has taken the text's keys and values.
  func forward(_ text: Text, _ tape: TransformerTape, engine: Engine) {
    for head in 0..<room.headCount {
      transpose(keys, text, head, engine)
      let weights = place(text, head)
      engine.product(
        panels: (text.places + 63) / 64, rows: text.steps, columns: 64, depth: room.headSize,
        a: gate(tape.gates, text, head * room.headSize), b: columnOperand,
        c: Operand(
          tape.attentionWeights, offset: weights, rowStride: room.placeStride, panelStride: 64),
        .replaced)
      for step in 0..<text.steps {
        let row = weights + step * room.placeStride
        let seen = text.seen(at: step, contextLength: room.contextLength)
        engine.weigh(seen.count, tape.attentionWeights, at: row + seen.lowerBound)
        hideUnseen(tape.attentionWeights, row, seen)
      }
      engine.product(
        rows: text.steps, columns: room.headSize, depth: text.places,
        a: Operand(
          tape.attentionWeights, offset: weights, rowStride: room.placeStride, depthStride: 1),
        b: Operand(values, offset: head * room.headSize, depthStride: room.size),
        c: source(tape.found, text, head), .replaced)
    }
  }

  /// The gradients of the window's queries, keys and values, in the places of `gates`, from that of what
  /// all heads found.
  func backward(
    _ text: Text, _ tape: TransformerTape, foundGradient: LayerInput, to gates: FloatBuffer,
    engine: Engine
  ) {
    let (size, stride) = (room.headSize, room.placeStride)
    for head in 0..<room.headCount {
      let weights = place(text, head)
      transpose(values, text, head, engine)
      engine.product(
        panels: (text.places + 63) / 64, rows: text.steps, columns: 64, depth: size,
        a: source(foundGradient, text, head), b: columnOperand,
        c: Operand(weightGradients, rowStride: stride, panelStride: 64), .replaced)
      addValueGradient(text, head, tape, foundGradient, to: gates, engine)
      for step in 0..<text.steps {
        let seen = text.seen(at: step, contextLength: room.contextLength)
        let row = step * stride
        engine.weighBackward(
          seen.count, weights: tape.attentionWeights, at: weights + row + seen.lowerBound,
          gradients: weightGradients, at: row + seen.lowerBound)
        hideUnseen(weightGradients, row, seen)
      }
      engine.product(
        rows: text.steps, columns: size, depth: text.places,
        a: Operand(weightGradients, rowStride: stride, depthStride: 1),
        b: Operand(keys, offset: head * size, depthStride: room.size),
        c: gate(gates, text, head * size), .replaced)
      engine.product(
        rows: text.steps, columns: size, depth: text.steps,
        a: Operand(weightGradients, offset: text.earlier, rowStride: 1, depthStride: stride),
        b: rightGate(tape.gates, text, head * size),
        c: gate(gates, text, room.size + head * size), .replaced)
    }
  }

  /// `weightsᵀ · gradient` of the window's own places.
  private func addValueGradient(
    _ text: Text, _ head: Int, _ tape: TransformerTape, _ gradient: LayerInput,
    to gates: FloatBuffer, _ engine: Engine
  ) {
    let size = room.headSize
    engine.product(
      rows: text.steps, columns: size, depth: text.steps,
      a: Operand(
        tape.attentionWeights, offset: place(text, head) + text.earlier, rowStride: 1,
        depthStride: room.placeStride),
      b: Operand(
        gradient.buffer, offset: gradient.offset + text.index * gradient.stride + head * size,
        depthStride: text.count * gradient.stride),
      c: gate(gates, text, 2 * room.size + head * size), .replaced)
  }

  /// Clears what a row holds of places that its step does not see.
  private func hideUnseen(_ buffer: FloatBuffer, _ row: Int, _ seen: Range<Int>) {
    buffer.clear(row..<row + seen.lowerBound)
    buffer.clear(row + seen.upperBound..<row + room.placeStride)
  }

  /// Writes one head's part of `rows` (places, H) by columns.
  private func transpose(_ rows: FloatBuffer, _ text: Text, _ head: Int, _ engine: Engine) {
    let size = room.headSize
    for first in stride(from: 0, to: text.places, by: 64) {
      engine.transpose(
        rows: min(64, text.places - first), depth: size, weights: rows,
        at: first * room.size + head * size, rowStride: room.size, to: columns,
        at: first / 64 * size * 64)
    }
  }

  private var columnOperand: Operand {
    Operand(columns, depthStride: 64, panelStride: room.headSize * 64)
  }

  /// Where the weights of a text's head begin.
  private func place(_ text: Text, _ head: Int) -> Int {
    (text.index * room.headCount + head) * room.steps * room.placeStride
  }

  /// A head's columns of gates, from `column` on, as a left side or a result.
  private func gate(_ gates: FloatBuffer, _ text: Text, _ column: Int) -> Operand {
    Operand(
      gates, offset: gateOffset(text, column), rowStride: text.count * 64, depthStride: 1)
  }

  /// The same as a right side.
  private func rightGate(_ gates: FloatBuffer, _ text: Text, _ column: Int) -> Operand {
    Operand(gates, offset: gateOffset(text, column), depthStride: text.count * 64)
  }

  private func gateOffset(_ text: Text, _ column: Int) -> Int {
    (column / 64 * text.steps * text.count + text.index) * 64 + column % 64
  }

  private func source(_ rows: LayerInput, _ text: Text, _ head: Int) -> Operand {
    Operand(
      rows.buffer, offset: rows.offset + text.index * rows.stride + head * room.headSize,
      rowStride: text.count * rows.stride, depthStride: 1)
  }
}
