/// Places for the labels of points, chosen so that they cover little of each other.
///
/// Each label goes in turn to the place around its point with the least overlap, given where the
/// others are, until none moves: descent along one coordinate at a time. Those that are still
/// covered are not readable.
struct LabelPlacement: Sendable {
  /// The boxes of the signs of the points.
  let markers: [Box]
  /// Where labels may lie.
  let bounds: Box
  /// The distances between a sign and its label.
  let gap: Point
  /// The boxes of all labels.
  private var labels: [Box]

  /// The boxes of the labels that can be read, nil for the others.
  var readable: [Box?] {
    var kept: [Box] = []
    return labels.map { box in
      let hidden = (kept + markers).reduce(0) { $0 + $1.overlap(box) }
      guard hidden < 0.09 * box.width * box.height else { return nil }
      kept.append(box)
      return box
    }
  }

  /// Places labels of `sizes` (width, height) at `markers`.
  ///
  /// - Complexity: O(n²) for n labels.
  init(_ markers: [Box], sizes: [Point], in bounds: Box, gap: Point) {
    precondition(
      markers.count == sizes.count, "\(sizes.count) sizes for \(markers.count) markers")
    self.markers = markers
    self.bounds = bounds
    self.gap = gap
    labels = []
    for (marker, size) in zip(markers, sizes) {
      labels.append(candidates(marker, size)[0])
    }
    var isSettled = false
    for _ in 0..<8 where !isSettled {
      isSettled = true
      for index in labels.indices where improve(index) { isSettled = false }
    }
  }

  /// Moves a label to its best place; false if it is there.
  private mutating func improve(_ index: Int) -> Bool {
    let size = Point(labels[index].width, labels[index].height)
    let choices = candidates(markers[index], size).enumerated().map { rank, box in
      // Farther and less usual places must be worth it.
      (box: box, cost: cost(box, of: index) + Double(rank) * size.x * size.y * 0.004)
    }
    guard let best = choices.min(by: { $0.cost < $1.cost }), best.box != labels[index] else {
      return false
    }
    labels[index] = best.box
    return true
  }

  private func cost(_ box: Box, of index: Int) -> Double {
    var cost = 0.0
    for other in labels.indices {
      if other != index { cost += box.overlap(labels[other]) }
      cost += box.overlap(markers[other])
    }
    return cost
  }

  /// The boxes around `marker`, the usual ones first, moved into the bounds.
  private func candidates(_ marker: Box, _ size: Point) -> [Box] {
    [1.0, 2.5, 4.5].flatMap { distance in
      let right = marker.right + gap.x * distance
      let left = marker.x - gap.x * distance - size.x
      let above = marker.y - gap.y * distance - size.y
      let below = marker.bottom + gap.y * distance
      let (x, y) = (marker.center.x - size.x / 2, marker.center.y - size.y / 2)
      return [
        (right, y), (left, y), (x, above), (x, below), (right, above), (right, below),
        (left, above), (left, below),
      ].map { x, y in
        Box(
          x: min(max(x, bounds.x), max(bounds.right - size.x, bounds.x)),
          y: min(max(y, bounds.y), max(bounds.bottom - size.y, bounds.y)), width: size.x,
          height: size.y)
      }
    }
  }
}

/// Places for labels beside each other on a line, none closer than `distance` to the next.
///
/// They are as close to `wishes` as their order allows, and inside `range` if there is room.
func spread(_ wishes: [Double], distance: Double, in range: ClosedRange<Double>) -> [Double] {
  let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
  var places = wishes
  var least = range.lowerBound
  for index in order {
    places[index] = max(wishes[index], least)
    least = places[index] + distance
  }
  var most = range.upperBound
  for index in order.reversed() {
    places[index] = min(places[index], most)
    most = places[index] - distance
  }
  return places
}
