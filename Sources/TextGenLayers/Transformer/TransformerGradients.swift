import TextGenCompute

/// Room for the gradients of a window of a transformer.
struct TransformerGradients {
  /// (R, stride): of what goes from layer to layer; of what a linear layer read.
  let stream, found: LayerInput
  /// (R, stride of 4·H): of what the second dense layer read.
  let activated: LayerInput
  /// (⌈3·H/64⌉, R, 64): of queries, keys and values.
  let gates: FloatBuffer
  /// (panels, 64): of the biases of the widest linear layer.
  let bias: FloatBuffer

  init(_ room: TransformerRoom) {
    stream = room.rows(room.size)
    found = room.rows(room.size)
    activated = room.rows(4 * room.size)
    gates = room.panels(3 * room.size)
    bias = FloatBuffer(count: (4 * room.size + 63) / 64 * 64)
  }
}
