/// A set of numbers of shapes.
package struct ShapeSet: Sendable, Hashable {
  private var bits: [UInt64] = []

  /// The set of `shapes`.
  package init(_ shapes: some Sequence<Int> = []) {
    for shape in shapes { insert(shape) }
  }

  package mutating func insert(_ shape: Int) {
    while bits.count <= shape / 64 { bits.append(0) }
    bits[shape / 64] |= 1 << UInt64(shape % 64)
  }

  /// Whether the sets have a shape in common.
  package func meets(_ other: ShapeSet) -> Bool {
    for (index, word) in bits.enumerated() where index < other.bits.count {
      if word & other.bits[index] != 0 { return true }
    }
    return false
  }
}
