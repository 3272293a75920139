package import TextGenKernels

extension Engine {
  /// Log-probabilities of `targets` under rows of logits, and the gradient in place of the logits.
  ///
  /// - Parameters:
  ///   - logits: (panels, rows, 64), the columns beyond the vocabulary at -1e30.
  ///   - targets: the tokens asked for, one a row.
  ///   - gradientScale: what the gradient of the summed loss is multiplied by; 0 keeps the logits.
  /// - Returns: natural logarithms of the probabilities, one a row.
  package func softmax(
    logits: FloatBuffer, panels: Int, targets: ArraySlice<Int32>, gradientScale: Float
  ) -> [Float] {
    let rows = targets.count
    for target in targets {
      precondition(target >= 0 && target < panels * 64, "token \(target) of \(panels * 64)")
    }
    return unsafe [Float](unsafeUninitializedCapacity: rows) { output, count in
      count = rows
      guard let start = output.baseAddress else { return }
      unsafe targets.withUnsafeBufferPointer { targets in
        guard let first = targets.baseAddress else { return }
        unsafe kernels.softmax(
          SoftmaxRows(
            rows: rows, panels: panels, logits: logits.pointer(0, length: rows * panels * 64),
            targets: first, logProbabilities: start, gradientScale: gradientScale))
      }
    }
  }

  /// The natural logarithms of the probabilities of row `row` of (panels, rows, 64) logits, `count`
  /// of them.
  package func logSoftmax(
    logits: FloatBuffer, panels: Int, rows: Int, row: Int, count: Int
  ) -> [Float] {
    precondition(count <= panels * 64 && row < rows, "\(count) logits of row \(row)")
    let x = unsafe logits.pointer(row * 64, length: ((panels - 1) * rows + 1) * 64)
    return unsafe [Float](unsafeUninitializedCapacity: count) { output, initialized in
      initialized = count
      guard let start = output.baseAddress else { return }
      unsafe kernels.logSoftmax(x, panels: panels, stride: rows * 64, to: start, count: count)
    }
  }

  /// The exponentials of `values` less `shift`: between those of -87 and of 88, and not a number where a
  /// value is not.
  package func exponentials(of values: [Float], minus shift: Float) -> [Float] {
    unsafe [Float](unsafeUninitializedCapacity: values.count) { output, initialized in
      initialized = values.count
      unsafe values.withUnsafeBufferPointer { input in
        guard let first = input.baseAddress, let start = output.baseAddress else { return }
        unsafe kernels.exponentials(
          count: values.count, shift: shift, input: first, output: start)
      }
    }
  }

  /// Makes natural logarithms of one model's probabilities those of a mixture: `share`, above 0 and at
  /// most 1, of that model and the rest of another's `probabilities`, which are above 0.
  package func mix(_ logarithms: inout [Float], share: Float, with probabilities: [Float]) {
    precondition(
      probabilities.count == logarithms.count,
      "\(probabilities.count) probabilities for \(logarithms.count)")
    unsafe logarithms.withUnsafeMutableBufferPointer { output in
      unsafe probabilities.withUnsafeBufferPointer { input in
        guard let first = input.baseAddress, let start = output.baseAddress else { return }
        unsafe kernels.mix(
          count: input.count, share: share, probabilities: first, logarithms: start)
      }
    }
  }

  /// The sums that entropies and divergences of two distributions are made of: one given by natural
  /// logarithms, the other by probabilities above 0.
  package func distributionSums(
    logarithms: [Float], probabilities: [Float]
  ) -> DistributionSums {
    precondition(
      probabilities.count == logarithms.count,
      "\(probabilities.count) probabilities for \(logarithms.count)")
    return unsafe logarithms.withUnsafeBufferPointer { own in
      unsafe probabilities.withUnsafeBufferPointer { other in
        guard let first = own.baseAddress, let second = other.baseAddress else {
          return DistributionSums(own: 0, other: 0, otherUnderOwn: 0, ownUnderOther: 0)
        }
        return unsafe kernels.distributionSums(
          count: own.count, logarithms: first, probabilities: second)
      }
    }
  }

  /// Adam on the floats of `range` of four vectors of one layout.
  package func adam(
    _ update: AdamUpdate, _ range: Range<Int>, parameters: FloatBuffer, gradient: FloatBuffer,
    firstMoment: FloatBuffer, secondMoment: FloatBuffer
  ) {
    unsafe kernels.adam(
      update, count: range.count,
      parameters: parameters.pointer(range.lowerBound, length: range.count),
      gradient: gradient.pointer(range.lowerBound, length: range.count),
      firstMoment: firstMoment.pointer(range.lowerBound, length: range.count),
      secondMoment: secondMoment.pointer(range.lowerBound, length: range.count))
  }

  /// `output += scale * input` on `count` floats.
  package func add(
    _ count: Int, scale: Float = 1, from input: FloatBuffer, at start: Int, to output: FloatBuffer,
    at offset: Int
  ) {
    unsafe kernels.add(
      count: count, scale: scale, input: input.pointer(start, length: count),
      to: output.pointer(offset, length: count))
  }

  /// The sum of the squares of the floats of `range`.
  package func sumOfSquares(_ values: FloatBuffer, _ range: Range<Int>) -> Double {
    unsafe kernels.sumOfSquares(
      count: range.count, values.pointer(range.lowerBound, length: range.count))
  }

  /// Adds the sums of the columns of (rows, 64) at `start` to 64 floats at `offset`.
  package func addColumnSums(
    rows: Int, of values: FloatBuffer, at start: Int, to sums: FloatBuffer, at offset: Int
  ) {
    unsafe kernels.addColumnSums(
      rows: rows, values.pointer(start, length: rows * 64), to: sums.pointer(offset, length: 64))
  }

  /// Drops values of `rows` rows of `count` floats; `firstRow` numbers them, `stride` apart.
  ///
  /// Rows of both buffers must be padded to a multiple of 16 floats.
  package func dropout(
    _ dropout: DropoutRows, rows: Int, count: Int, rowNumbers: (Int) -> Int,
    from input: FloatBuffer, at start: Int, to output: FloatBuffer, at offset: Int, stride: Int
  ) {
    let width = (count + 15) / 16 * 16
    precondition(stride >= width, "rows of \(stride) floats hold \(width)")
    for row in 0..<rows {
      unsafe kernels.dropout(
        dropout, row: UInt32(truncatingIfNeeded: rowNumbers(row)), count: count,
        input: input.pointer(start + row * stride, length: width),
        output: output.pointer(offset + row * stride, length: width))
    }
  }

  /// Copies `rows` rows of `count` floats.
  package func copyRows(
    _ rows: Int, count: Int, from input: FloatBuffer, at start: Int, stride: Int,
    to output: FloatBuffer, at offset: Int, stride outputStride: Int
  ) {
    for row in 0..<rows {
      output.copy(count, from: input, at: start + row * stride, to: offset + row * outputStride)
    }
  }

  /// Writes `rows` rows of `depth` weights as columns: `columns[k * stride + j] = weights[j * rowStride + k]`.
  package func transpose(
    rows: Int, depth: Int, weights: FloatBuffer, at start: Int, rowStride: Int,
    to columns: FloatBuffer, at offset: Int, stride: Int = 64
  ) {
    guard rows > 0 && depth > 0 else { return }
    unsafe kernels.transpose(
      rows: rows, depth: depth,
      weights: weights.pointer(start, length: (rows - 1) * rowStride + depth), rowStride: rowStride,
      columns: columns.pointer(offset, length: (depth - 1) * stride + rows), stride: stride)
  }

  /// Copies each token's row of a table (panels, V, 64) to its row of gates (panels, N, 64).
  package func gather(
    tokens: ArraySlice<Int32>, panels: Int, vocabulary: Int, from table: FloatBuffer,
    at start: Int, to gates: FloatBuffer, at offset: Int
  ) {
    unsafe withTokenRows(tokens, panels, vocabulary, table, start, gates, offset) {
      kernels.gather($0)
    }
  }

  /// Adds each row of gates (panels, N, 64) to its token's row of a table (panels, V, 64).
  package func scatter(
    tokens: ArraySlice<Int32>, panels: Int, vocabulary: Int, gates: FloatBuffer, at offset: Int,
    to table: FloatBuffer
  ) {
    unsafe withTokenRows(tokens, panels, vocabulary, table, 0, gates, offset) {
      kernels.scatter($0)
    }
  }

  @unsafe
  private func withTokenRows(
    _ tokens: ArraySlice<Int32>, _ panels: Int, _ vocabulary: Int, _ table: FloatBuffer,
    _ start: Int, _ gates: FloatBuffer, _ offset: Int, _ body: (TokenRows) -> Void
  ) {
    let rows = tokens.count
    for token in tokens {
      precondition(token >= 0 && token < vocabulary, "token \(token) of \(vocabulary)")
    }
    unsafe tokens.withUnsafeBufferPointer { tokens in
      guard let first = tokens.baseAddress else { return }
      unsafe body(
        TokenRows(
          rows: rows, panels: panels, tokens: first, vocabulary: vocabulary,
          table: table.pointer(start, length: panels * vocabulary * 64),
          gates: gates.pointer(offset, length: panels * rows * 64)))
    }
  }
}
