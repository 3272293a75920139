/// The points of an outline that is written with the commands M, m, L, h, v, a and z.
struct OutlineScanner {
  private(set) var points: [(x: Double, y: Double)] = []

  init(_ data: String) {
    var (x, y) = (0.0, 0.0)
    var rest = data[...]
    while let command = rest.popFirst() {
      let arguments = rest.prefix { !$0.isLetter }
      rest = rest.dropFirst(arguments.count)
      let numbers = arguments.split(separator: " ").map { Double($0) ?? .nan }
      switch (command, numbers.count) {
      case ("M", 2), ("L", 2): (x, y) = (numbers[0], numbers[1])
      case ("m", 2): (x, y) = (x + numbers[0], y + numbers[1])
      case ("h", 1): x += numbers[0]
      case ("v", 1): y += numbers[0]
      case ("a", 7): (x, y) = (x + numbers[5], y + numbers[6])
      case ("z", 0): break
      default: (x, y) = (.nan, .nan)
      }
      points.append((x, y))
    }
  }
}
