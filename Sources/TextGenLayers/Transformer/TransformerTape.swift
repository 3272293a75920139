import TextGenCompute

/// What one layer of a transformer makes of a window of R tokens, kept for its backward pass.
struct TransformerTape {
  /// What the layer reads, the same with what its heads found, and both normalised: (R, stride).
  let input, middle, attentionInput, denseInput: LayerInput
  /// Queries, keys and values, rotated: (⌈3·H/64⌉, R, 64).
  let gates: FloatBuffer
  /// For each text and head how much each step looks at each place: (N, heads, T, places).
  let attentionWeights: FloatBuffer
  /// What all heads found, (R, stride).
  let found: LayerInput
  /// The dense layers: before the unit, (4·H/64, R, 64), and after it, (R, stride of 4·H).
  let expanded: FloatBuffer
  let activated: LayerInput
  /// Two a row: mean and inverse deviation of the normalizations.
  let attentionStatistics, denseStatistics: FloatBuffer

  init(_ room: TransformerRoom, input: LayerInput) {
    self.input = input
    middle = room.rows(room.size)
    attentionInput = room.rows(room.size)
    denseInput = room.rows(room.size)
    gates = room.panels(3 * room.size)
    attentionWeights = FloatBuffer(
      count: room.texts * room.headCount * room.steps * room.placeStride)
    found = room.rows(room.size)
    expanded = room.panels(4 * room.size)
    activated = room.rows(4 * room.size)
    attentionStatistics = FloatBuffer(count: 2 * room.texts * room.steps)
    denseStatistics = FloatBuffer(count: 2 * room.texts * room.steps)
  }
}

/// The sizes of a window of a transformer.
struct TransformerRoom {
  /// Texts N, steps T, units H, heads, and places that a token sees with itself.
  let texts, steps, size, headCount, contextLength: Int

  /// Units of a head.
  var headSize: Int { size / headCount }
  /// Places that the steps of a window see together, padded to whole panels.
  var placeStride: Int { (contextLength - 1 + steps + 63) / 64 * 64 }

  /// Rows of `width` floats for all tokens, padded so that they do not fall on the same cache sets.
  func rows(_ width: Int) -> LayerInput {
    let stride = (width + 15) / 16 * 16 + 16
    return LayerInput(
      buffer: FloatBuffer(count: texts * steps * stride), offset: 0, stride: stride)
  }

  /// Panels of `width` columns for all tokens.
  func panels(_ width: Int) -> FloatBuffer {
    FloatBuffer(count: (width + 63) / 64 * texts * steps * 64)
  }
}

extension LayerInput {
  /// The same rows for the engine's loops over rows.
  var all: Rows { Rows(buffer, offset: offset, stride: stride) }
}
