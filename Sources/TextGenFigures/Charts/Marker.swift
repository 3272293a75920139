/// The sign of a series or a group, so that it is known without its colour.
///
/// There are 14 signs, seven filled and seven hollow, and six kinds of lines. With eight colours, sign
/// and colour repeat together only after 56 series, line and colour after 24.
struct Marker: Sendable, Hashable {
  enum Shape: Int, CaseIterable, Sendable {
    case circle, square, triangle, diamond, plus, cross, wedge
  }

  let shape: Shape
  /// Whether only the outline is drawn.
  let isHollow: Bool
  /// The lengths of dashes and gaps of the line of the series; empty for a solid one.
  let dashes: [Double]

  /// The marker of the series of a number, from 0.
  init(series index: Int) {
    shape = Shape.allCases[index % Shape.allCases.count]
    isHollow = (index / Shape.allCases.count) % 2 == 1
    dashes = Self.dashes[index % Self.dashes.count]
  }

  private static let dashes: [[Double]] = [
    [], [9, 3], [4, 2.5], [9, 3, 2, 3], [2, 2], [14, 4],
  ]

  /// The sign in a terminal.
  func sign(isUnicode: Bool) -> String {
    let signs = Array(isUnicode ? "●■▲◆+×▼○□△◇✚✖▽" : "o#^*+xv@%&=$~!")
    return String(signs[shape.rawValue + (isHollow ? Shape.allCases.count : 0)])
  }

  /// The outline around `center` for the attribute `d`, about `radius` in size.
  func path(_ center: Point, radius: Double) -> String {
    let start = "M\(pixels(center.x)) \(pixels(center.y))"
    guard shape != .circle else {
      let (half, whole) = (pixels(radius), pixels(2 * radius))
      let arc = "a\(half) \(half) 0 1 0 "
      return start + "m-\(half) 0" + arc + "\(whole) 0" + arc + "-\(whole) 0z"
    }
    let corners = corners.map { Point(center.x + radius * $0.x, center.y + radius * $0.y) }
    let places = corners.map { "\(pixels($0.x)) \(pixels($0.y))" }
    return "M" + places.joined(separator: "L") + "z"
  }

  /// The corners around (0, 0), for a radius of 1.
  private var corners: [Point] {
    switch shape {
    case .circle: []
    case .square: [Point(-0.9, -0.9), Point(0.9, -0.9), Point(0.9, 0.9), Point(-0.9, 0.9)]
    case .triangle: [Point(0, -1.2), Point(1.15, 0.8), Point(-1.15, 0.8)]
    case .wedge: [Point(0, 1.2), Point(1.15, -0.8), Point(-1.15, -0.8)]
    case .diamond: [Point(0, -1.3), Point(1.3, 0), Point(0, 1.3), Point(-1.3, 0)]
    case .plus: Self.cross
    // The plus, turned by 45 degrees.
    case .cross: Self.cross.map { Point(($0.x - $0.y) * 0.7071, ($0.x + $0.y) * 0.7071) }
    }
  }

  private static let cross: [Point] = {
    let (arm, half) = (1.2, 0.38)
    return [
      Point(-half, -arm), Point(half, -arm), Point(half, -half), Point(arm, -half),
      Point(arm, half), Point(half, half), Point(half, arm), Point(-half, arm),
      Point(-half, half), Point(-arm, half), Point(-arm, -half), Point(-half, -half),
    ]
  }()
}
