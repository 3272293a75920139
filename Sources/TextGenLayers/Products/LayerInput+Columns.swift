import TextGenCompute

extension LayerInput {
  /// The rows from column `column` on, for the engine's loops over rows.
  func columns(from column: Int) -> Rows {
    Rows(buffer, offset: offset + column, stride: stride)
  }

  /// Takes `width` columns of `rows` rows of panels.
  func copy(_ panels: FloatBuffer, rows: Int, width: Int) {
    for first in Swift.stride(from: 0, to: width, by: 64) {
      for row in 0..<rows {
        buffer.copy(
          min(64, width - first), from: panels, at: (first / 64 * rows + row) * 64,
          to: offset + row * stride + first)
      }
    }
  }

  /// Writes them to panels; what is beyond `width` is left alone.
  func write(to panels: FloatBuffer, rows: Int, width: Int) {
    for first in Swift.stride(from: 0, to: width, by: 64) {
      for row in 0..<rows {
        panels.copy(
          min(64, width - first), from: buffer, at: offset + row * stride + first,
          to: (first / 64 * rows + row) * 64)
      }
    }
  }
}
