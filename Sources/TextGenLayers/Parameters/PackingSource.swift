package import TextGenCompute

/// Parameters of a network that lie in a file or elsewhere, by their places in a flat vector of its layout.
///
/// Packing asks for a few rows of one tensor at a time, from several threads at once, so nobody needs the
/// whole vector.
package protocol StoredParameters: Sendable {
  /// Writes the parameters of `range`, whole rows of one tensor, to `buffer` from `offset` on.
  func read(_ range: Range<Int>, to buffer: FloatBuffer, at offset: Int)

  /// Calls `body` with the whole numbers of `range`, whole rows of one tensor, and a factor for each row, and
  /// returns what it returns; false where they are floats.
  func withNumbers(
    of range: Range<Int>, _ body: (_ numbers: Span<Int8>, _ factors: Span<Float>) -> Bool
  ) -> Bool
}

/// Where packing reads parameters.
enum PackingSource {
  case buffer(FloatBuffer)
  case stored(any StoredParameters)

  /// `count` rows of `width` parameters from `offset` on, of one tensor.
  func rows(_ count: Int, width: Int, at offset: Int) -> LayerInput {
    switch self {
    case .buffer(let buffer): return LayerInput(buffer: buffer, offset: offset, stride: width)
    case .stored(let parameters):
      let copy = FloatBuffer(count: count * width)
      parameters.read(offset..<offset + count * width, to: copy, at: 0)
      return LayerInput(buffer: copy, offset: 0, stride: width)
    }
  }

  /// Writes `count` parameters from `offset` on, whole rows of one tensor, to `buffer` from `place` on.
  func copy(_ count: Int, at offset: Int, to buffer: FloatBuffer, at place: Int) {
    switch self {
    case .buffer(let source): buffer.copy(count, from: source, at: offset, to: place)
    case .stored(let parameters):
      parameters.read(offset..<offset + count, to: buffer, at: place)
    }
  }

  /// Calls `body` with the whole numbers of `count` parameters from `offset` on; see `StoredParameters`.
  func withNumbers(
    _ count: Int, at offset: Int, _ body: (Span<Int8>, Span<Float>) -> Bool
  ) -> Bool {
    guard case .stored(let parameters) = self else { return false }
    return parameters.withNumbers(of: offset..<offset + count, body)
  }
}
