import Testing
import TextGenCompute
import TextGenTestSupport

/// Matrices with singular values of about 1, against plain loops.
struct OrthogonalizerTests {
  private static let shapes = [
    (1, 1), (1, 9), (5, 5), (7, 70), (70, 7), (64, 64), (65, 130), (130, 65), (33, 128),
  ]

  private static func random(_ count: Int, seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    return [Float].random(count, in: -1...1, using: &generator)
  }

  /// A sum of two matrices for each shape, and what the reference makes of it.
  private static let sums = shapes.map { rows, columns in
    let count = rows * columns
    let (one, two) = (random(count + 30, seed: 1), random(count + 30, seed: 2))
    let sum = (0..<count).map { 0.5 * Double(one[$0 + 10]) - 2 * Double(two[$0 + 10]) }
    return (one, two, expected(sum, rows, columns))
  }

  /// The reference for a matrix of any shape.
  private static func expected(_ values: [Double], _ rows: Int, _ columns: Int) -> [Double] {
    guard rows > columns else { return Orthogonalizer.reference(values, rows: rows) }
    let turned = (0..<columns).flatMap { column in
      (0..<rows).map { values[$0 * columns + column] }
    }
    let result = Orthogonalizer.reference(turned, rows: columns)
    return (0..<rows).flatMap { row in (0..<columns).map { result[$0 * rows + row] } }
  }

  @Test(arguments: InstructionSet.available, Array(shapes.indices))
  func `a sum of two matrices is orthogonalized and added in its place`(
    _ instructions: InstructionSet, _ shape: Int
  ) {
    let (rows, columns) = Self.shapes[shape]
    let count = rows * columns
    let (one, two, orthogonal) = Self.sums[shape]
    let old = Self.random(count + 30, seed: 3)
    for precision in [ProductPrecision.float32, .bfloat16] {
      let room = Orthogonalizer(
        rows: rows, columns: columns, precision: precision,
        engine: Engine(instructionSet: instructions))
      // Twice, since nothing of an earlier matrix may stay behind.
      for values in [two, one] {
        room.load(1, FloatBuffer(values), 1, FloatBuffer(values), at: 3)
        room.orthogonalize()
      }
      room.load(0.5, FloatBuffer(one), -2, FloatBuffer(two), at: 10)
      room.orthogonalize()
      let target = FloatBuffer(old)
      room.add(-0.25, to: target, at: 10)
      // Five polynomials of bfloat16 products, each of which multiplies small values by 3.4.
      var error =
        precision == .float32
        ? ErrorMeasure(absolute: 2e-4, relative: 0) : ErrorMeasure(absolute: 0.04, relative: 0)
      error.compare(
        (0..<count).map { target[$0 + 10] },
        (0..<count).map { Double(old[$0 + 10]) - 0.25 * orthogonal[$0] },
        "\(rows) × \(columns)")
      #expect(error.worst <= 1, "\(precision): \(error.place)")
      #expect(target.values(0..<10).bits == Array(old[..<10]).bits)
      #expect(target.values(count + 10..<count + 30).bits == Array(old[(count + 10)...]).bits)
    }
  }

  @Test func `all directions come out about equally long`() {
    // A matrix with singular values from 1 to 1/30: a random one times a diagonal.
    let (rows, columns) = (30, 80)
    let values = Self.random(rows * columns, seed: 4).enumerated().map { index, value in
      Double(value) / Double(index / columns + 1)
    }
    let result = Orthogonalizer.reference(values, rows: rows)
    for row in 0..<rows {
      let length = (0..<columns).reduce(0.0) { sum, column in
        sum + result[row * columns + column] * result[row * columns + column]
      }
      #expect((0.4...1.5).contains(length))
    }
  }

  @Test func `a matrix of zeros stays one`() {
    let room = Orthogonalizer(rows: 3, columns: 5, precision: .float32, engine: Engine())
    let zeros = FloatBuffer(count: 15)
    room.load(1, zeros, 1, zeros, at: 0)
    room.orthogonalize()
    let target = FloatBuffer(count: 15)
    room.add(1, to: target, at: 0)
    #expect(target.values() == zeros.values())
  }
}
