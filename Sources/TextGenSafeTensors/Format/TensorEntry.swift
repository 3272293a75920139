/// What the header says of one tensor: its name, type, shape and place.
package struct TensorEntry: Sendable, Hashable {
  /// The tensor's name, unique in its file.
  package let name: String

  /// The type of the elements.
  package let type: TensorType

  /// The sizes of the dimensions, outermost first; empty for a scalar, 0 allowed.
  package let shape: [Int]

  /// The bytes of the tensor, counted from the start of the data buffer.
  package let byteRange: Range<Int>

  /// The number of elements.
  package var count: Int { byteRange.count / type.byteCount }

  /// The number of elements and bytes of a shape, or nil where either exceeds `Int`.
  static func size(of shape: [Int], type: TensorType) -> (count: Int, byteCount: Int)? {
    var count = 1
    for dimension in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
      guard !overflow else { return nil }
      count = product
    }
    let (bytes, overflow) = count.multipliedReportingOverflow(by: type.byteCount)
    return overflow ? nil : (count, bytes)
  }
}
