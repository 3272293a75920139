import TextGenCompute

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
