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
