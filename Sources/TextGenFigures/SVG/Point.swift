/// A place in the plane.
package struct Point: Sendable, Hashable {
  /// The place from left to right.
  package var x: Double
  /// The place upwards in a chart, downwards in a drawing.
  package var y: Double

  /// The place (x, y).
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A part of the plane with upright sides.
struct Box: Sendable, Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var center: Point { Point(x + width / 2, y + height / 2) }

  /// The area that both boxes cover.
  func overlap(_ other: Box) -> Double {
    let shared = min(right, other.right) - max(x, other.x)
    let common = min(bottom, other.bottom) - max(y, other.y)
    return shared > 0 && common > 0 ? shared * common : 0
  }

  /// The part of the line from `start` to `end` that lies inside (Liang and Barsky 1984).
  func clipped(_ start: Point, _ end: Point) -> (Point, Point)? {
    let dx = end.x - start.x
    let dy = end.y - start.y
    var (enter, leave) = (0.0, 1.0)
    let sides = [
      (-dx, start.x - x), (dx, right - start.x), (-dy, start.y - y), (dy, bottom - start.y),
    ]
    for (slope, distance) in sides {
      if slope == 0 {
        guard distance >= 0 else { return nil }
      } else if slope < 0 {
        enter = max(enter, distance / slope)
      } else {
        leave = min(leave, distance / slope)
      }
    }
    guard enter <= leave else { return nil }
    func point(_ share: Double) -> Point { Point(start.x + share * dx, start.y + share * dy) }
    return (enter > 0 ? point(enter) : start, leave < 1 ? point(leave) : end)
  }
}
