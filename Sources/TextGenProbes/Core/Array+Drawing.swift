extension Array {
  /// An element drawn at random from an array that is not empty.
  func drawn(using generator: inout some RandomNumberGenerator) -> Element {
    self[Int.random(in: indices, using: &generator)]
  }

  /// Two elements with different keys, drawn at random.
  func distinctPair<Key: Equatable>(
    by key: (Element) -> Key, using generator: inout some RandomNumberGenerator
  ) -> (Element, Element) {
    while true {
      let a = drawn(using: &generator)
      let b = drawn(using: &generator)
      if key(a) != key(b) { return (a, b) }
    }
  }
}
