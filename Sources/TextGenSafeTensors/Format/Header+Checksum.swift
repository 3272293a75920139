// The checksum that our writer puts into the metadata. It covers the tensor table, all other
// metadata and the data, each in one form whatever the JSON looks like, so that a reader can
// compute it from what it understood and not from the bytes of the header.

extension Header {
  /// The metadata key of the checksum.
  static let checksumKey = "textgen.checksum"

  /// A hash that has taken in the tensor table and the metadata; the data comes next.
  var hash: XXH64 {
    var hash = XXH64()
    hash.update(UInt64(tensors.count))
    for tensor in tensors {
      hash.update(tensor.name)
      hash.update(tensor.type.rawValue)
      hash.update(UInt64(tensor.shape.count))
      for size in tensor.shape { hash.update(UInt64(size)) }
      hash.update(UInt64(tensor.byteRange.lowerBound))
      hash.update(UInt64(tensor.byteRange.upperBound))
    }
    let covered = sortedMetadata.filter { $0.key != Self.checksumKey }
    hash.update(UInt64(covered.count))
    for (key, value) in covered {
      hash.update(key)
      hash.update(value)
    }
    return hash
  }

  /// The metadata by rising UTF-8 bytes of the key.
  var sortedMetadata: [(key: String, value: String)] {
    metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// The text that stands for a digest: the hash's name and 16 hexadecimal digits.
  static func checksumText(_ digest: UInt64) -> String {
    let digits = String(digest, radix: 16)
    return "xxh64:" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
