// Tensors as arrays and spans of Swift numbers.

extension SafeTensorsFile {
  /// The elements of an F32 tensor, row-major.
  ///
  /// - Throws: `SafeTensorsError` where there is no such tensor, or it has another type, or another
  ///   shape than `shape`, if that is given.
  package func floats(
    named tensor: String, shape: [Int]? = nil
  ) throws(SafeTensorsError) -> [Float] {
    try values(named: tensor, as: Float.self, shape: shape)
  }

  /// Calls `body` with the elements of an F32 tensor, without a copy where they are aligned.
  ///
  /// - Throws: as `floats`; what `body` throws.
  package func withFloats<Result>(
    named tensor: String, shape: [Int]? = nil, _ body: (Span<Float>) throws -> Result
  ) throws -> Result {
    try withValues(named: tensor, as: Float.self, shape: shape, body)
  }

  /// The elements of a tensor, row-major.
  ///
  /// - Throws: as `floats`.
  package func values<Element: TensorElement>(
    named tensor: String, as type: Element.Type, shape: [Int]? = nil
  ) throws(SafeTensorsError) -> [Element] {
    elements(
      of: try entry(named: tensor, type: Element.tensorType, shape: shape), as: Element.self)
  }

  /// Calls `body` with the elements of a tensor, without a copy where they are aligned.
  ///
  /// Our writer aligns all tensors; in other files one may begin at any byte.
  ///
  /// - Throws: as `floats`; what `body` throws.
  package func withValues<Element: TensorElement, Result>(
    named tensor: String, as type: Element.Type, shape: [Int]? = nil,
    _ body: (Span<Element>) throws -> Result
  ) throws -> Result {
    let entry = try entry(named: tensor, type: Element.tensorType, shape: shape)
    return try withData { data in
      try read(data.extracting(entry.byteRange), count: entry.count, body)
    }
  }

  /// The elements of one of this file's tensors, row-major.
  ///
  /// `entry` holds elements of that type.
  package func elements<Element: TensorElement>(
    of entry: TensorEntry, as type: Element.Type
  ) -> [Element] {
    precondition(entry.type == Element.tensorType, "\(entry.type) in place of \(type)")
    return withData { data in copy(data.extracting(entry.byteRange), count: entry.count) }
  }

  /// Calls `body` with the elements of `range` of one of this file's tensors, without a copy where they are
  /// aligned.
  ///
  /// `entry` holds elements of that type.
  package func withElements<Element: TensorElement, Result>(
    _ range: Range<Int>, of entry: TensorEntry, as type: Element.Type,
    _ body: (Span<Element>) -> Result
  ) -> Result {
    precondition(
      entry.type == Element.tensorType && range.lowerBound >= 0 && range.upperBound <= entry.count,
      "elements \(range) of \(entry.count), type \(entry.type)")
    let size = MemoryLayout<Element>.stride
    let start = entry.byteRange.lowerBound + range.lowerBound * size
    return withData { data in
      read(data.extracting(start..<start + range.count * size), count: range.count, body)
    }
  }

  /// The entry of the tensor `name`, after checking its type and its shape.
  ///
  /// - Throws: `SafeTensorsError` that shows what the file has and what was expected.
  package func entry(
    named tensor: String, type: TensorType, shape: [Int]? = nil
  ) throws(SafeTensorsError) -> TensorEntry {
    let entry = try entry(named: tensor)
    guard entry.type == type else {
      throw SafeTensorsError(
        file: name, kind: .unexpectedType, tensor: tensor,
        detail: "tensor \(quoted(tensor)) holds \(entry.type.rawValue), expected \(type.rawValue)")
    }
    guard shape == nil || entry.shape == shape else {
      throw SafeTensorsError(
        file: name, kind: .unexpectedShape, tensor: tensor,
        detail: "tensor \(quoted(tensor)) has the shape \(entry.shape),"
          + " expected \(shape.map { "\($0)" } ?? "any")")
    }
    return entry
  }
}

/// Calls `body` with the `count` elements that lie in `bytes`, copied where they are not aligned.
private func read<Element: TensorElement, Result>(
  _ bytes: RawSpan, count: Int, _ body: (Span<Element>) throws -> Result
) rethrows -> Result {
  try unsafe bytes.withUnsafeBytes { buffer in
    let address = UInt(bitPattern: buffer.baseAddress)
    guard address.isMultiple(of: UInt(MemoryLayout<Element>.alignment)) else {
      let values: [Element] = copy(bytes, count: count)
      return try body(values.span)
    }
    return try unsafe buffer.withMemoryRebound(to: Element.self) { try unsafe body($0.span) }
  }
}

/// `count` elements copied out of bytes that may begin anywhere; `bytes` holds exactly as many.
private func copy<Element: TensorElement>(_ bytes: RawSpan, count: Int) -> [Element] {
  precondition(
    bytes.byteCount == count * MemoryLayout<Element>.stride,
    "\(bytes.byteCount) bytes are not \(count) elements of \(MemoryLayout<Element>.stride)")
  return unsafe [Element](unsafeUninitializedCapacity: count) { target, initialized in
    unsafe bytes.withUnsafeBytes { source in
      unsafe UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
    }
    initialized = count
  }
}
