/// Replaces matrices by the nearest ones with orthonormal rows or columns: all singular values become about 1.
///
/// By iterations of an odd polynomial of Newton-Schulz type, which are products alone (Björck and Bowie
/// 1971; coefficients by Jordan et al. 2024, under which singular values end between 0.7 and 1.2).
/// `reference` is the same in plain loops.
///
/// A matrix is kept in panels of 64 columns, (panels, rows, 64), so that products read it as it lies, and its
/// words, pairs along a row in bfloat16, likewise. One with more rows than columns is kept turned over.
package final class Orthogonalizer {
  /// The rows and columns as they are kept; rows are no more than columns.
  private let rows, columns: Int
  private let isTurned: Bool

  private static let iterations = 5
  private static let coefficients: (Float, Float, Float) = (3.4445, -4.7750, 2.0315)

  private let precision: ProductPrecision
  private let engine: Engine
  /// The matrix, and its product with the polynomial.
  private var matrix, next: FloatBuffer
  /// The matrix times its transpose, and the square of that.
  private let gram, square: FloatBuffer
  /// Words of left sides, of the width of the matrix or of its rows.
  private let wide, narrow: FloatBuffer
  /// A panel of a right side: rows of the matrix as columns, rows of the Gram matrix as columns, and columns
  /// of the matrix.
  private let wideColumns, narrowColumns, panel: FloatBuffer
  /// 64 × 64 floats of a matrix that is turned back.
  private let tile: FloatBuffer

  /// Room for matrices of `rows` rows of `columns` floats, whose products have `precision`, float32 or
  /// bfloat16.
  package init(rows: Int, columns: Int, precision: ProductPrecision, engine: Engine) {
    precondition(rows >= 1 && columns >= 1, "\(rows) rows of \(columns) columns")
    precondition(precision != .int8, "whole numbers are for prediction alone")
    isTurned = rows > columns
    let (rows, columns) = (min(rows, columns), max(rows, columns))
    self.rows = rows
    self.columns = columns
    self.precision = precision
    self.engine = engine
    let words = precision.words(64)
    let (high, broad) = ((rows + 63) / 64, (columns + 63) / 64)
    func buffer(_ count: Int) -> FloatBuffer { FloatBuffer(count: count) }
    matrix = buffer(broad * rows * 64)
    next = buffer(broad * rows * 64)
    gram = buffer(high * rows * 64)
    square = buffer(high * rows * 64)
    wide = buffer(broad * rows * words)
    narrow = buffer(high * rows * words)
    wideColumns = buffer(broad * words * 64)
    narrowColumns = buffer(high * words * 64)
    panel = buffer(high * words * 64)
    tile = buffer(isTurned ? 64 * 64 : 0)
  }

  /// Makes the matrix the sum of two others, each of which begins at `offset` of a buffer, row after row.
  package func load(
    _ scale: Float, _ first: FloatBuffer, _ otherScale: Float, _ second: FloatBuffer,
    at offset: Int
  ) {
    if isTurned {
      for (values, room) in [(first, matrix), (second, next)] {
        for start in stride(from: 0, to: columns, by: 64) {
          engine.transpose(
            rows: min(64, columns - start), depth: rows, weights: values,
            at: offset + start * rows, rowStride: rows, to: room, at: start * rows)
        }
      }
      self.scale(matrix, by: scale)
      engine.add(matrix.count, scale: otherScale, from: next, at: 0, to: matrix, at: 0)
    } else {
      matrix.clear()
      forEachStretch { count, place, own in
        engine.add(count, scale: scale, from: first, at: offset + place, to: matrix, at: own)
        engine.add(
          count, scale: otherScale, from: second, at: offset + place, to: matrix, at: own)
      }
    }
  }

  /// Adds the matrix times `scale` to one that begins at `offset` of `target`, row after row.
  package func add(_ scale: Float, to target: FloatBuffer, at offset: Int) {
    guard isTurned else {
      return forEachStretch { count, place, own in
        engine.add(count, scale: scale, from: matrix, at: own, to: target, at: offset + place)
      }
    }
    for start in stride(from: 0, to: columns, by: 64) {
      for row in stride(from: 0, to: rows, by: 64) {
        let (count, width) = (min(64, columns - start), min(64, rows - row))
        engine.transpose(
          rows: width, depth: count, weights: matrix, at: start * rows + row * 64, rowStride: 64,
          to: tile, at: 0)
        for index in 0..<count {
          engine.add(
            width, scale: scale, from: tile, at: index * 64, to: target,
            at: offset + (start + index) * rows + row)
        }
      }
    }
  }

  /// Calls `body` for up to 64 floats of each row: their number, their place in the rows, and in the panels.
  private func forEachStretch(_ body: (Int, Int, Int) -> Void) {
    for start in stride(from: 0, to: columns, by: 64) {
      for row in 0..<rows {
        body(min(64, columns - start), row * columns + start, start * rows + row * 64)
      }
    }
  }

  /// Replaces the matrix; a matrix of zeros stays what it is.
  package func orthogonalize() {
    let norm = engine.sumOfSquares(matrix, 0..<matrix.count).squareRoot()
    guard norm > 0 && norm.isFinite else { return }
    scale(matrix, by: Float(1 / norm))
    for _ in 0..<Self.iterations {
      multiplyByTranspose(matrix, columns: columns, wide, wideColumns, to: gram)
      multiplyByTranspose(gram, columns: rows, narrow, narrowColumns, to: square)
      scale(square, by: Self.coefficients.2)
      engine.add(
        square.count, scale: Self.coefficients.1, from: gram, at: 0, to: square, at: 0)
      for row in 0..<rows {
        square[(row / 64 * rows + row) * 64 + row % 64] += Self.coefficients.0
      }
      multiplyMatrix(by: square)
      swap(&matrix, &next)
    }
  }

  private func scale(_ values: FloatBuffer, by factor: Float) {
    engine.add(values.count, scale: factor - 1, from: values, at: 0, to: values, at: 0)
  }

  /// Writes `source` times its transpose, which is symmetric: half of it is computed and turned over.
  private func multiplyByTranspose(
    _ source: FloatBuffer, columns: Int, _ room: FloatBuffer, _ right: FloatBuffer,
    to result: FloatBuffer
  ) {
    let words = precision.words(64)
    let blocks = (columns + 63) / 64
    let left = self.words(of: source, blocks: blocks, room)
    for first in stride(from: 0, to: rows, by: 64) {
      let count = min(64, rows - first)
      for block in 0..<blocks {
        engine.transpose(
          rows: count, depth: words, weights: left, at: (block * rows + first) * words,
          rowStride: words, to: right, at: block * words * 64)
      }
      engine.product(
        precision, rows: rows - first, columns: count, blocks: blocks, depth: words,
        a: Operand(
          left, offset: first * words, rowStride: words, depthStride: 1,
          blockStride: rows * words),
        b: Operand(right, depthStride: 64, blockStride: words * 64),
        c: Operand(result, offset: first * rows + first * 64, rowStride: 64), .replaced)
      for other in stride(from: first + 64, to: rows, by: 64) {
        engine.transpose(
          rows: min(64, rows - other), depth: count, weights: result,
          at: first * rows + other * 64, rowStride: 64, to: result,
          at: other * rows + first * 64)
      }
    }
  }

  /// Writes `factor`, (rows, rows), times the matrix to `next`.
  private func multiplyMatrix(by factor: FloatBuffer) {
    let words = precision.words(64)
    let blocks = (rows + 63) / 64
    let left = self.words(of: factor, blocks: blocks, narrow)
    for first in stride(from: 0, to: columns, by: 64) {
      let start = first * rows
      if precision == .bfloat16 {
        engine.pairRows(
          rows: rows, count: 64, from: matrix, at: start, stride: 64, to: panel, at: 0, stride: 64)
      } else {
        panel.copy(rows * 64, from: matrix, at: start, to: 0)
      }
      engine.product(
        precision, rows: rows, columns: min(64, columns - first), blocks: blocks, depth: words,
        a: Operand(left, rowStride: words, depthStride: 1, blockStride: rows * words),
        b: Operand(panel, depthStride: 64, blockStride: words * 64),
        c: Operand(next, offset: start, rowStride: 64), .replaced)
    }
  }

  /// The words of a matrix in panels.
  private func words(of source: FloatBuffer, blocks: Int, _ room: FloatBuffer) -> FloatBuffer {
    guard precision == .bfloat16 else { return source }
    engine.pairColumns(
      rows: 1, count: blocks * rows * 64, from: source, at: 0, stride: 0, to: room, at: 0,
      stride: 0)
    return room
  }

  /// The same for a matrix of `rows` rows, in double precision and plain loops.
  package static func reference(_ values: [Double], rows: Int) -> [Double] {
    let columns = values.count / rows
    let norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard norm > 0 else { return values }
    var matrix = values.map { $0 / norm }
    func product(_ a: [Double], _ b: (Int, Int) -> Double, depth: Int, width: Int) -> [Double] {
      (0..<rows).flatMap { row in
        (0..<width).map { column in
          (0..<depth).reduce(0) { $0 + a[row * depth + $1] * b($1, column) }
        }
      }
    }
    for _ in 0..<iterations {
      let gram = product(
        matrix, { matrix[$1 * columns + $0] }, depth: columns, width: rows)
      let square = product(gram, { gram[$0 * rows + $1] }, depth: rows, width: rows)
      var factor = zip(gram, square).map {
        Double(coefficients.1) * $0 + Double(coefficients.2) * $1
      }
      for row in 0..<rows { factor[row * rows + row] += Double(coefficients.0) }
      matrix = product(factor, { matrix[$0 * columns + $1] }, depth: rows, width: columns)
    }
    return matrix
  }
}
