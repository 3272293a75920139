import Compute

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

/// The sides of the products of each linear layer.
struct TransformerSides {
  let attention, projection, expansion, contraction: ProductSides

  init(_ precision: ProductPrecision, _ room: TransformerRoom, forTraining: Bool) {
    func sides(_ inputs: Int, _ outputs: Int) -> ProductSides {
      ProductSides(
        precision, rows: room.texts * room.steps, panelCount: (outputs + 63) / 64, width: inputs,
        maximumSteps: 1, forTraining: forTraining)
    }
    attention = sides(room.size, 3 * room.size)
    projection = sides(room.size, room.size)
    expansion = sides(room.size, 4 * room.size)
    contraction = sides(4 * room.size, room.size)
  }
}

/// The rotation of the queries and keys of a window; queries also shrink by √d, once for their products.
struct Rotation {
  enum Direction { case forward, backward }

  private let room: TransformerRoom
  private let table: RotaryTable
  /// (R, d/2): for queries and for keys, to turn and to turn back.
  private let cosines, sines, backSines: [FloatBuffer]

  init(_ room: TransformerRoom, _ table: RotaryTable) {
    self.room = room
    self.table = table
    func buffers() -> [FloatBuffer] {
      (0..<2).map { _ in FloatBuffer(count: room.texts * room.steps * room.headSize / 2) }
    }
    cosines = buffers()
    sines = buffers()
    backSines = buffers()
  }

  /// Prepares the angles of `rows` tokens after `states`.
  func fill(_ states: [NetworkState], rows: Int) {
    let half = room.headSize / 2
    let scales = [1 / Float(room.headSize).squareRoot(), 1]
    for row in 0..<rows {
      let start = Int(states[row % room.texts].values[room.size])
      let place = (start + row / room.texts) % RotaryTable.period
      for (part, scale) in scales.enumerated() {
        table.write(place: place, scale: scale, to: cosines[part], sines[part], at: row * half)
        for pair in row * half..<(row + 1) * half { backSines[part][pair] = -sines[part][pair] }
      }
    }
  }

  /// Turns the queries and the keys of `gates`, or their gradients back.
  func turn(_ gates: FloatBuffer, rows: Int, _ direction: Direction, _ engine: Engine) {
    let half = room.headSize / 2
    for part in 0..<2 {
      let sines = direction == .forward ? sines[part] : backSines[part]
      for head in 0..<room.headCount {
        let column = part * room.size + head * room.headSize
        let start = column / 64 * rows * 64 + column % 64
        for row in 0..<rows {
          engine.rotate(
            half, cosines: cosines[part], sines: sines, at: row * half, gates,
            at: start + row * 64)
        }
      }
    }
  }
}

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
