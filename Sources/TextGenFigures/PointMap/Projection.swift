/// The way from values to places in the box of a plot, y downwards.
struct Projection: Sendable {
  let x: AxisScale
  let y: AxisScale
  let box: Box

  /// The place of `point`, perhaps outside the box; nil where it has none.
  func place(_ point: Point) -> Point? {
    guard let across = x.share(point.x), let up = y.share(point.y) else { return nil }
    return Point(box.x + across * box.width, box.bottom - up * box.height)
  }

  /// Whether `place` is inside the box; points on its edge are.
  func contains(_ place: Point) -> Bool {
    (box.x - 1e-6...box.right + 1e-6).contains(place.x)
      && (box.y - 1e-6...box.bottom + 1e-6).contains(place.y)
  }

  /// The visible parts of the line through `points`, parted where a point has no place.
  ///
  /// A part of one point stands alone between two gaps.
  func lines(_ points: [Point]) -> [[Point]] {
    points.map(place).split(separator: nil).flatMap { run in
      clipped(thinned(run.compactMap { $0 }))
    }
  }

  /// Places to put markers on: each of a few points, or some that lie well apart.
  func marks(_ points: [Point], series: Int) -> [(index: Int, place: Point)] {
    let places = points.enumerated().compactMap { index, point in
      place(point).flatMap { contains($0) ? (index: index, place: $0) : nil }
    }
    guard places.count > 24 else { return places }
    // Each series starts elsewhere, so that markers of equal curves do not cover each other.
    var next = box.x + box.width * (0.02 + 0.04 * Double(series % 4))
    return places.filter { _, place in
      guard place.x >= next else { return false }
      next = place.x + box.width * 0.16
      return true
    }
  }

  /// `run` with at most four points in a column of one unit: the first, the lowest, the highest and
  /// the last, which look the same (M4, Jugel et al. 2014).
  private func thinned(_ run: [Point]) -> [Point] {
    guard Double(run.count) > 4 * box.width else { return run }
    var result: [Point] = []
    var start = 0
    while start < run.count {
      let column = run[start].x.rounded()
      var end = start + 1
      while end < run.count, run[end].x.rounded() == column { end += 1 }
      let part = start..<end
      let least = part.min { run[$0].y < run[$1].y } ?? start
      let most = part.max { run[$0].y < run[$1].y } ?? start
      result += Set([start, least, most, end - 1]).sorted().map { run[$0] }
      start = end
    }
    return result
  }

  private func clipped(_ run: [Point]) -> [[Point]] {
    guard run.count > 1 else { return run.filter(contains).map { [$0] } }
    var lines: [[Point]] = []
    for (start, end) in zip(run, run.dropFirst()) {
      guard let (from, to) = box.clipped(start, end) else { continue }
      if lines.last?.last == from {
        lines[lines.count - 1].append(to)
      } else {
        lines.append([from, to])
      }
    }
    return lines
  }
}
