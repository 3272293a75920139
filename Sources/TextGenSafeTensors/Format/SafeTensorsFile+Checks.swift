// Checks that read the data, for callers that want them: values that are not finite, bit rot.

extension SafeTensorsFile {
  /// The index of the first infinite or not-a-number element of a floating-point tensor.
  ///
  /// Looks at F16, BF16, F32 and F64; nil for other types.
  ///
  /// - Throws: `SafeTensorsError` of kind `missingTensor`.
  package func firstNonFinite(named tensor: String) throws(SafeTensorsError) -> Int? {
    let entry = try entry(named: tensor)
    return withData { data in
      let bytes = data.extracting(entry.byteRange)
      return switch entry.type {
      case .float16: firstIndex(in: bytes, withAllOnesIn: 0x7C00 as UInt16)
      case .bfloat16: firstIndex(in: bytes, withAllOnesIn: 0x7F80 as UInt16)
      case .float32: firstIndex(in: bytes, withAllOnesIn: 0x7F80_0000 as UInt32)
      case .float64: firstIndex(in: bytes, withAllOnesIn: 0x7FF0_0000_0000_0000 as UInt64)
      default: nil
      }
    }
  }

  /// Refuses a file of which any element is infinite or not a number.
  ///
  /// - Throws: `SafeTensorsError` of kind `notFinite` that names the first such element.
  package func requireFinite() throws(SafeTensorsError) {
    for entry in tensors {
      guard let index = try firstNonFinite(named: entry.name) else { continue }
      let offset = dataStart + entry.byteRange.lowerBound + index * entry.type.byteCount
      throw SafeTensorsError(
        file: name, kind: .notFinite, tensor: entry.name, byteOffset: offset,
        detail: "element \(index) of tensor \(quoted(entry.name)), at byte \(offset), is infinite"
          + " or not a number")
    }
  }

  /// Whether the file carries a checksum of ours.
  package var hasChecksum: Bool { metadata[Header.checksumKey] != nil }

  /// Compares the file with the checksum in its metadata, which covers names, shapes, metadata and
  /// data.
  ///
  /// - Throws: `SafeTensorsError` of kind `checksumMismatch` or `checksumAbsent`.
  /// - Complexity: reads the whole file.
  package func verifyChecksum() throws(SafeTensorsError) {
    guard let expected = metadata[Header.checksumKey] else {
      throw SafeTensorsError(
        file: name, kind: .checksumAbsent,
        detail: "there is no checksum under the metadata key \(quoted(Header.checksumKey))")
    }
    var hash = Header(tensors: tensors, metadata: metadata).hash
    withData { data in hash.update(data) }
    let found = Header.checksumText(hash.digest)
    guard found == expected else {
      throw SafeTensorsError(
        file: name, kind: .checksumMismatch,
        detail: "the contents have the checksum \(found), but \(quoted(expected)) was written with"
          + " them; the file was altered or damaged, so restore it from a copy")
    }
  }
}

/// The first of the numbers in `bytes` that has ones at all the places where `mask` has: an
/// exponent of all ones stands for infinities and for what is not a number.
private func firstIndex<Bits: FixedWidthInteger & BitwiseCopyable>(
  in bytes: RawSpan, withAllOnesIn mask: Bits
) -> Int? {
  let size = MemoryLayout<Bits>.size
  return (0..<bytes.byteCount / size).first { index in
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index * size, as: Bits.self) & mask == mask
  }
}
