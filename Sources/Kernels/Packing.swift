// Weights from PyTorch's row-major layout to panels.

extension Target {
  /// Writes `rows` rows of `depth` floats as columns of a panel: `panel[k * 64 + j] = weights[j, k]`.
  @_transparent
  public func transpose(
    rows: Int, depth: Int, weights: UnsafePointer<Float>, rowStride: Int,
    panel: UnsafeMutablePointer<Float>
  ) {
    // Sixteen steps of depth at a time keep the lines of the panel in the first cache.
    var start = 0
    while start < depth {
      let end = min(start + 16, depth)
      for row in 0..<rows {
        let source = weights + row * rowStride
        for k in start..<end { panel[k * 64 + row] = source[k] }
      }
      start = end
    }
  }
}
