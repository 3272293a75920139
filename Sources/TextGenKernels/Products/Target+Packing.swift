// Weights from PyTorch's row-major layout to panels.

public import CTextgenVectors

extension Target {
  /// Writes `rows` rows of `depth` words as columns: `columns[k * stride + j] = weights[j, k]`.
  @inlinable @inline(never)
  package static func transpose(
    rows: Int, depth: Int, weights: UnsafePointer<Float>, rowStride: Int,
    columns: UnsafeMutablePointer<Float>, stride: Int
  ) {
    // Sixteen steps of depth at a time keep the lines of the columns in the first cache.
    for start in Swift.stride(from: 0, to: depth, by: 16) {
      for row in Swift.stride(from: 0, to: rows, by: 16) {
        let source = weights + (row * rowStride + start)
        let target = columns + (start * stride + row)
        if depth - start >= 16 && rows - row >= 16 {
          ctextgen_transpose(source, rowStride, target, stride)
        } else {
          for j in 0..<min(16, rows - row) {
            for k in 0..<min(16, depth - start) {
              target[k * stride + j] = source[j * rowStride + k]
            }
          }
        }
      }
    }
  }
}
