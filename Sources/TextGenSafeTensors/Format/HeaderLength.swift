// Says what a file is that is no safetensors file. The first 8 bytes of a safetensors file are a
// length below 10^8, so four of them are zero: no text and no archive begins like that.

/// The length of the header, read from the first 8 bytes of `file`.
func headerLength(of bytes: RawSpan, file: String) throws(SafeTensorsError) -> Int {
  func refusal(_ kind: SafeTensorsError.Kind, _ detail: String) -> SafeTensorsError {
    SafeTensorsError(file: file, kind: kind, byteOffset: 0, detail: detail)
  }
  guard !bytes.isEmpty else {
    throw refusal(.notSafeTensors, "the file is empty, so it is not a safetensors file")
  }
  let length = bytes.byteCount < 8 ? UInt64.max : unsafe firstNumber(bytes)
  if length > UInt64(max(0, bytes.byteCount - 8)), let description = foreignFormat(bytes) {
    throw refusal(.notSafeTensors, "this is \(description), not a safetensors file")
  }
  guard bytes.byteCount >= 8 else {
    throw refusal(
      .notSafeTensors,
      "the file has only \(bytes.byteCount) of the 8 bytes with which a safetensors file gives the"
        + " length of its header")
  }
  guard length <= UInt64(Header.lengthLimit) else {
    throw refusal(
      .notSafeTensors,
      "the first 8 bytes announce a header of \(length) bytes, more than the"
        + " \(Header.lengthLimit) allowed; this is not a safetensors file")
  }
  guard Int(length) <= bytes.byteCount - 8 else {
    throw refusal(
      .cutShort,
      "the file ends at byte \(bytes.byteCount) but its header needs bytes up to \(8 + length);"
        + " the file was cut short, is still being written or is not a safetensors file")
  }
  return Int(length)
}

/// The first 8 bytes as a little-endian number; the caller has checked that they are there.
@unsafe private func firstNumber(_ bytes: RawSpan) -> UInt64 {
  unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
}

/// What the bytes look like, if they look like a known format.
private func foreignFormat(_ bytes: RawSpan) -> String? {
  let start = unsafe bytes.extracting(first: 512).withUnsafeBytes { unsafe Array($0) }
  let signatures: [([UInt8], String)] = [
    (Array("PK\u{3}\u{4}".utf8), "a zip archive (PyTorch's torch.save writes such files)"),
    ([0x80, 0x02], "a Python pickle (older PyTorch files are such)"),
    (Array("GGUF".utf8), "a GGUF file"),
    ([0x89] + Array("HDF".utf8), "an HDF5 file"),
    ([0x1F, 0x8B], "a gzip archive"),
  ]
  for (signature, description) in signatures where start.starts(with: signature) {
    return description
  }
  return isText(start) ? "a text file" : nil
}

/// Whether all the bytes could be a text's, or a part of one that is cut inside a character.
private func isText(_ bytes: [UInt8]) -> Bool {
  let controls = bytes.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) }
  let cut = (0..<4).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
  return !controls && cut
}
