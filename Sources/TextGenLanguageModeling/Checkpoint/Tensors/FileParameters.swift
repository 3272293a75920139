// The parameters of a network as they lie in its file: floats, or whole numbers of 8 bits with a scale for
// each row. They are checked when a file is opened, and read by whoever packs them or asks for all.

import TextGenCompute
import TextGenLayers
import TextGenSafeTensors

/// The parameters of a network as tensors of a file.
struct FileParameters: StoredParameters {
  /// A tensor of the layout and where the file has it; without scales it holds floats.
  private struct Part {
    let tensor: ParameterLayout.Tensor
    let entry: TensorEntry
    let scales: [Float]
  }

  private let file: SafeTensorsFile
  /// In the order of the layout.
  private let parts: [Part]
  /// Floats of a flat vector.
  private let count: Int

  /// The parameters that `file` holds as floats, or with `precision` int8 as whole numbers.
  ///
  /// - Throws: `SafeTensorsError` for a missing tensor, another type or shape, or a scale that no row has.
  init(
    _ file: SafeTensorsFile, _ layout: ParameterLayout, _ precision: ProductPrecision
  ) throws(SafeTensorsError) {
    self.file = file
    count = layout.count
    var parts: [Part] = []
    for tensor in layout.tensors {
      let isRounded = precision == .int8 && tensor.isMatrix
      parts.append(
        Part(
          tensor: tensor,
          entry: try file.entry(
            named: tensor.name, type: isRounded ? .int8 : .float32, shape: tensor.shape),
          scales: isRounded ? try file.scales(of: tensor) : []))
    }
    self.parts = parts
  }

  /// All parameters as a flat vector.
  var values: [Float] {
    let buffer = FloatBuffer(count: count)
    for part in parts { read(part.tensor.range, to: buffer, at: part.tensor.offset) }
    return buffer.values()
  }

  func read(_ range: Range<Int>, to buffer: FloatBuffer, at offset: Int) {
    let isRounded = withNumbers(of: range) { numbers, factors in
      let width = numbers.count / max(1, factors.count)
      for row in factors.indices {
        buffer.store(
          numbers.extracting(row * width..<row * width + width), times: factors[row],
          at: offset + row * width)
      }
      return true
    }
    guard !isRounded else { return }
    let (part, elements) = place(of: range)
    file.withElements(elements, of: part.entry, as: Float.self) { buffer.store($0, at: offset) }
  }

  func withNumbers(
    of range: Range<Int>, _ body: (Span<Int8>, Span<Float>) -> Bool
  ) -> Bool {
    let (part, elements) = place(of: range)
    guard !part.scales.isEmpty else { return false }
    let width = part.tensor.shape[1]
    precondition(
      elements.lowerBound % width == 0 && elements.count % width == 0,
      "\(elements) are no rows of \(width)")
    let rows = elements.lowerBound / width..<elements.upperBound / width
    return file.withElements(elements, of: part.entry, as: Int8.self) { numbers in
      body(numbers, part.scales.span.extracting(rows))
    }
  }

  /// The tensor that holds the parameters of `range`, and which of its elements they are.
  private func place(of range: Range<Int>) -> (part: Part, elements: Range<Int>) {
    guard let part = parts.last(where: { $0.tensor.offset <= range.lowerBound }),
      range.upperBound <= part.tensor.range.upperBound
    else { preconditionFailure("parameters \(range) are not of one tensor") }
    let first = range.lowerBound - part.tensor.offset
    return (part, first..<first + range.count)
  }
}

extension SafeTensorsFile {
  /// The scales of the rows of a matrix.
  fileprivate func scales(of tensor: ParameterLayout.Tensor) throws(SafeTensorsError) -> [Float] {
    let scales = try floats(named: tensor.scaleName, shape: [tensor.rowCount])
    let largest = Float.greatestFiniteMagnitude / 128
    guard let row = scales.firstIndex(where: { !($0 > 0 && $0 <= largest) }) else { return scales }
    throw SafeTensorsError(
      file: name, kind: .unexpectedValue, tensor: tensor.scaleName,
      detail: "element \(row) of tensor \"\(tensor.scaleName)\" is \(scales[row]), but a scale is "
        + "above 0 and at most \(largest); the file was altered, use another copy")
  }
}
