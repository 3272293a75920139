/// Lines of dots in a terminal: eight to a character as braille, or one as the sign of its series.
struct DotGrid: Sendable {
  let columns: Int
  let rows: Int
  private let isBraille: Bool
  /// The dots of each character, bit by bit as in Unicode's braille patterns.
  private var dots: [UInt8]
  /// The series drawn last in each character.
  private var owners: [Int?]

  /// A grid without dots.
  init(columns: Int, rows: Int, isUnicode: Bool) {
    self.columns = columns
    self.rows = rows
    isBraille = isUnicode
    dots = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: nil, count: columns * rows)
  }

  /// The box in which dots lie, from the first to the last.
  var box: Box {
    Box(
      x: 0, y: 0, width: Double(columns * (isBraille ? 2 : 1) - 1),
      height: Double(rows * (isBraille ? 4 : 1) - 1))
  }

  /// The character in which the dot nearest to `place` lies.
  func cell(_ place: Point) -> (row: Int, column: Int) {
    let (x, y) = (Int(place.x.rounded()), Int(place.y.rounded()))
    return isBraille ? (y / 4, x / 2) : (y, x)
  }

  /// Draws a line; a line of one point is a dot.
  mutating func draw(_ line: [Point], series: Int) {
    if let first = line.first { mark(first, series) }
    for (start, end) in zip(line, line.dropFirst()) {
      let steps = max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)
      for step in stride(from: 1, through: steps, by: 1) {
        let share = step / steps
        mark(
          Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share), series)
      }
    }
  }

  /// The character of a place and the series that it belongs to, if any dot is set.
  func sign(row: Int, column: Int) -> (text: String, series: Int)? {
    let index = row * columns + column
    guard let owner = owners[index] else { return nil }
    guard isBraille else { return (Marker(series: owner).sign(isUnicode: false), owner) }
    let scalar = Unicode.Scalar(0x2800 + UInt32(dots[index]))
    return scalar.map { (String(Character($0)), owner) }
  }

  private mutating func mark(_ place: Point, _ series: Int) {
    let (row, column) = cell(place)
    guard (0..<rows).contains(row), (0..<columns).contains(column) else { return }
    let index = row * columns + column
    owners[index] = series
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    guard isBraille else { return }
    dots[index] |= bits[Int(place.y.rounded()) % 4][Int(place.x.rounded()) % 2]
  }
}
