/// Labelled points in the plane, such as words where a projection of their embeddings puts them.
///
/// Both directions have the same scale, since only distances mean something. Points that are not
/// finite are left out, and labels for which there is no room; these are tool tips of their points.
package struct PointMap: Figure {
  /// A labelled point.
  package struct Item: Sendable, Hashable {
    /// The name of the point.
    package var label: String
    /// The place, in any unit.
    package var point: Point
    /// Points of one group share a colour and a sign.
    package var group: String?

    /// A point with its label.
    package init(_ label: String, _ point: Point, group: String? = nil) {
      self.label = label
      self.point = point
      self.group = group
    }
  }

  package var title: String
  /// The points.
  package var items: [Item]
  package var language: Language

  /// A map of `items`.
  package init(_ title: String, _ items: [Item], language: Language = .english) {
    self.title = title
    self.items = items
    self.language = language
  }

  package var summary: String {
    "\(language.pointMap): \(items.count) \(language.points). "
      + items.map(\.label).joined(separator: ", ") + "."
  }
}

extension PointMap {
  /// The names of the groups in the order in which they first occur.
  var groups: [String] {
    items.compactMap(\.group).reduce(into: []) { groups, group in
      if !groups.contains(group) { groups.append(group) }
    }
  }

  /// The items that have a place, the number of their group, and the place inside `box`.
  ///
  /// `aspect` is how many units of width are as long as one of height.
  func places(
    in box: Box, aspect: Double = 1
  ) -> [(item: Item, group: Int, place: Point)] {
    let groups = groups
    let placed = items.filter { $0.point.x.isFinite && $0.point.y.isFinite }
    let x = AxisScale(Axis(""), values: placed.map(\.point.x), fit: .tight)
    let y = AxisScale(Axis(""), values: placed.map(\.point.y), fit: .tight)
    let unit = min(box.width / (x.high - x.low), box.height * aspect / (y.high - y.low))
    return placed.map { item in
      let (left, low) = (x.share(item.point.x) ?? 0, y.share(item.point.y) ?? 0)
      let across = (min(max(left, 0), 1) - 0.5) * (x.high - x.low) * unit
      let up = (min(max(low, 0), 1) - 0.5) * (y.high - y.low) * unit / aspect
      let place = Point(box.center.x + across, box.center.y - up)
      return (item, item.group.flatMap(groups.firstIndex) ?? 0, place)
    }
  }
}
