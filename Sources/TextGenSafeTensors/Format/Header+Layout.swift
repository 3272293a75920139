// The rule of the format: the tensors fill the data buffer from its first byte to its last, with
// no hole, no overlap and nothing left over, so that no bytes hide in a file.

extension Header {
  /// The header with its tensors in the order of the data, after checking that they fill the
  /// `byteCount - dataStart` bytes of the data buffer exactly.
  func arranged(
    dataStart: Int, byteCount: Int, file: String
  ) throws(SafeTensorsError) -> Header {
    let ordered = tensors.sorted {
      ($0.byteRange.lowerBound, $0.byteRange.upperBound)
        < ($1.byteRange.lowerBound, $1.byteRange.upperBound)
    }
    var end = 0
    for tensor in ordered {
      let range = tensor.byteRange
      guard range.lowerBound == end else {
        throw misplaced(tensor, after: end, dataStart: dataStart, file: file)
      }
      guard range.upperBound <= byteCount - dataStart else {
        throw cutShort(tensor, dataStart: dataStart, byteCount: byteCount, file: file)
      }
      end = range.upperBound
    }
    guard dataStart + end == byteCount else {
      throw SafeTensorsError(
        file: file, kind: .invalidLayout, byteOffset: dataStart + end,
        detail: "the tensors end at byte \(dataStart + end) but the file has \(byteCount) bytes;"
          + " \(byteCount - dataStart - end) of them belong to no tensor")
    }
    return Header(tensors: ordered, metadata: metadata)
  }

  private func misplaced(
    _ tensor: TensorEntry, after end: Int, dataStart: Int, file: String
  ) -> SafeTensorsError {
    let begin = tensor.byteRange.lowerBound
    let fault =
      begin < end
      ? "overlaps the tensor before it, which ends at \(end)"
      : "leaves a hole after \(end), where the tensor before it ends"
    return SafeTensorsError(
      file: file, kind: .invalidLayout, tensor: tensor.name, byteOffset: dataStart + end,
      detail: "tensor \(quoted(tensor.name)) begins at \(begin) in the data and \(fault)")
  }

  private func cutShort(
    _ tensor: TensorEntry, dataStart: Int, byteCount: Int, file: String
  ) -> SafeTensorsError {
    let (need, overflow) = dataStart.addingReportingOverflow(tensor.byteRange.upperBound)
    return SafeTensorsError(
      file: file, kind: .cutShort, tensor: tensor.name, byteOffset: byteCount,
      detail: "the file ends at byte \(byteCount) but tensor \(quoted(tensor.name)) needs bytes"
        + " up to \(overflow ? Int.max : need); the file was cut short or is still being written")
  }
}
