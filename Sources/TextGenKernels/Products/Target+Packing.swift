// Weights from PyTorch's row-major layout to panels.

public import CTextgenVectors

extension Target {
  /// Writes `rows` rows of `depth` words as columns of a panel: `panel[k * 64 + j] = weights[j, k]`.
  @inlinable @inline(never)
  package static func transpose(
    rows: Int, depth: Int, weights: UnsafePointer<Float>, rowStride: Int,
    panel: UnsafeMutablePointer<Float>
  ) {
    // Sixteen steps of depth at a time keep the lines of the panel in the first cache.
    for start in stride(from: 0, to: depth, by: 16) {
      for row in stride(from: 0, to: rows, by: 16) {
        let source = weights + (row * rowStride + start)
        let target = panel + (start * 64 + row)
        if depth - start >= 16 && rows - row >= 16 {
          ctextgen_transpose(source, rowStride, target, 64)
        } else {
          for j in 0..<min(16, rows - row) {
            for k in 0..<min(16, depth - start) { target[k * 64 + j] = source[j * rowStride + k] }
          }
        }
      }
    }
  }
}
