// Matrices of whole numbers whose rows have a scale each, as floats.

extension SafeTensorsFile {
  /// Writes an I8 matrix (rows, columns) to `values` from `start` on, each row times its scale.
  ///
  /// `scales` holds one number a row, and `values` has room for all of them.
  ///
  /// - Throws: `SafeTensorsError` where there is no such tensor, or it has another type.
  public func scaleRows(
    named tensor: String, by scales: [Float], into values: inout [Float], at start: Int
  ) throws(SafeTensorsError) {
    let entry = try entry(named: tensor, type: .int8)
    precondition(
      entry.shape.count == 2 && entry.shape[0] == scales.count,
      "\(scales.count) scales for a tensor of shape \(entry.shape)")
    precondition(
      start >= 0 && entry.count <= values.count - start,
      "\(entry.count) numbers at \(start) of \(values.count)")
    guard entry.count > 0 else { return }
    withData { data in
      write(
        data.extracting(entry.byteRange), width: entry.shape[1], times: scales, to: &values,
        at: start)
    }
  }
}

/// Writes rows of `width` signed bytes, each times its scale; the sizes are checked.
private func write(
  _ bytes: RawSpan, width: Int, times scales: [Float], to values: inout [Float], at start: Int
) {
  unsafe values.withUnsafeMutableBufferPointer { target in
    unsafe bytes.withUnsafeBytes { source in
      guard let output = target.baseAddress, let input = source.baseAddress
      else { return }
      for (row, scale) in scales.enumerated() {
        let numbers = unsafe (input + row * width).assumingMemoryBound(to: Int8.self)
        let floats = unsafe output + (start + row * width)
        for column in 0..<width { unsafe floats[column] = scale * Float(numbers[column]) }
      }
    }
  }
}
