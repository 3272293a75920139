// A header as bytes: the length, the JSON without white space, the padding.

extension Header {
  /// The data begins at a multiple of this, a cache line, so that vectors load from one.
  static let dataAlignment = 64

  /// The bytes of a file up to its data.
  func encoded(file: String) throws(SafeTensorsError) -> [UInt8] {
    var json = "{\"__metadata__\":{"
    json += sortedMetadata.map { "\(encoded($0.key)):\(encoded($0.value))" }.joined(separator: ",")
    json += "}"
    for tensor in tensors {
      let shape = tensor.shape.map { "\($0)" }.joined(separator: ",")
      let range = tensor.byteRange
      json +=
        ",\(encoded(tensor.name)):{\"dtype\":\"\(tensor.type.rawValue)\",\"shape\":[\(shape)],"
      json += "\"data_offsets\":[\(range.lowerBound),\(range.upperBound)]}"
    }
    json += "}"
    let length = json.utf8.count
    let padding = (Self.dataAlignment - (8 + length) % Self.dataAlignment) % Self.dataAlignment
    guard length + padding <= Self.lengthLimit else {
      throw SafeTensorsError(
        file: file, kind: .invalidHeader,
        detail: "names and metadata take \(length) bytes, more than the \(Self.lengthLimit) allowed"
      )
    }
    var number = UInt64(length + padding)
    var bytes: [UInt8] = []
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: number))
      number >>= 8
    }
    return bytes + Array(json.utf8) + Array(repeating: UInt8(ascii: " "), count: padding)
  }

  /// `text` as a JSON string.
  private func encoded(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<"\u{20}":
        result += (scalar.value < 16 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
