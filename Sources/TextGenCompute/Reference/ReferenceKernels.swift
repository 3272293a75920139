// The kernels once more, one float at a time, as their formulas read. Slow and obvious: what the
// vector kernels are compared with, and a fallback for any processor.

import TextGenKernels

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The plain kernels.
enum ReferenceKernels: KernelSet, WordKernels {
  static func product(_ operands: PanelProduct) { unsafe ReferenceProducts.ofFloats(operands) }

  static func pairProduct(_ operands: PanelProduct) { unsafe ReferenceProducts.ofPairs(operands) }

  static func byteProduct(_ operands: PanelProduct) { unsafe ReferenceProducts.ofBytes(operands) }

  static func forward(_ cell: CellArithmetic, _ step: CellStep) {
    unsafe ReferenceCells.forward(cell, step)
  }

  static func backward(_ cell: CellArithmetic, _ step: CellStep) {
    unsafe ReferenceCells.backward(cell, step)
  }

  static func gather(_ operands: TokenRows) {
    unsafe forEachTokenRow(operands) { table, gates in
      unsafe operands.gates[gates] = operands.table[table]
    }
  }

  static func scatter(_ operands: TokenRows) {
    unsafe forEachTokenRow(operands) { table, gates in
      unsafe operands.table[table] += operands.gates[gates]
    }
  }

  static func softmax(_ p: SoftmaxRows) {
    for row in 0..<p.rows {
      func place(_ column: Int) -> Int {
        (column / 64 * p.rows + row) * 64 + column % 64
      }
      let columns = p.panels * 64
      var maximum = -Float.infinity
      for column in 0..<columns { unsafe maximum = max(maximum, p.logits[place(column)]) }
      var sum: Float = 0
      for column in 0..<columns { unsafe sum += expf(p.logits[place(column)] - maximum) }
      let target = unsafe Int(p.targets[row])
      unsafe p.logProbabilities[row] = p.logits[place(target)] - maximum - logf(sum)
      guard p.gradientScale != 0 else { continue }
      for column in 0..<columns {
        let probability = unsafe expf(p.logits[place(column)] - maximum) / sum
        let onehot: Float = column == target ? 1 : 0
        unsafe p.logits[place(column)] = (probability - onehot) * p.gradientScale
      }
    }
  }

  static func logSoftmax(
    _ x: UnsafeMutablePointer<Float>, panels: Int, stride: Int,
    to output: UnsafeMutablePointer<Float>, count: Int
  ) {
    func logit(_ column: Int) -> Float { unsafe x[column / 64 * stride + column % 64] }
    let maximum = (0..<panels * 64).map(logit).max() ?? 0
    let sum = (0..<panels * 64).reduce(Float(0)) { $0 + expf(logit($1) - maximum) }
    for column in 0..<count { unsafe output[column] = logit(column) - maximum - logf(sum) }
  }

  static func adam(
    _ update: AdamUpdate, count: Int, parameters: UnsafeMutablePointer<Float>,
    gradient: UnsafePointer<Float>, firstMoment first: UnsafeMutablePointer<Float>,
    secondMoment second: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<count {
      let g = unsafe gradient[i] * update.gradientScale
      unsafe first[i] = first[i] * update.beta1 + g * (1 - update.beta1)
      unsafe second[i] = second[i] * update.beta2 + g * g * (1 - update.beta2)
      let denominator =
        unsafe (second[i] * update.secondCorrection).squareRoot() + update.epsilon
      unsafe parameters[i] -= update.learningRate * first[i] * update.firstCorrection / denominator
    }
  }

  static func add(
    count: Int, scale: Float, input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<count { unsafe output[i] += scale * input[i] }
  }

  static func sumOfSquares(count: Int, _ values: UnsafePointer<Float>) -> Double {
    var sum = 0.0
    for i in 0..<count { unsafe sum += Double(values[i]) * Double(values[i]) }
    return sum
  }

  static func addColumnSums(
    rows: Int, _ values: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      for column in 0..<64 { unsafe sums[column] += values[row * 64 + column] }
    }
  }

  static func dropout(
    _ dropout: DropoutRows, row: UInt32, count: Int, input: UnsafePointer<Float>,
    output: UnsafeMutablePointer<Float>
  ) {
    for index in 0..<(count + 15) / 16 * 16 {
      var hash = row &* 0x9E37_79B9 &+ dropout.key &+ UInt32(index)
      hash = (hash ^ (hash >> 16)) &* 0x7FEB_352D
      hash = (hash ^ (hash >> 15)) &* 0x846C_A68B
      hash ^= hash >> 16
      unsafe output[index] = hash < dropout.threshold ? 0 : input[index] * dropout.scale
    }
  }

  static func transpose(
    rows: Int, depth: Int, weights: UnsafePointer<Float>, rowStride: Int,
    columns: UnsafeMutablePointer<Float>, stride: Int
  ) {
    for row in 0..<rows {
      for k in 0..<depth { unsafe columns[k * stride + row] = weights[row * rowStride + k] }
    }
  }

  static func pairColumns(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int
  ) {
    for row in 0..<rows {
      for word in 0..<(count + 1) / 2 {
        let first = unsafe input[row * inputStride + 2 * word]
        let second = 2 * word + 1 < count ? unsafe input[row * inputStride + 2 * word + 1] : 0
        unsafe output[row * outputStride + word] = Pair(first, second).word
      }
    }
  }

  static func pairRows(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int
  ) {
    for row in 0..<(rows + 1) / 2 {
      for column in 0..<count {
        let first = unsafe input[2 * row * inputStride + column]
        let second =
          2 * row + 1 < rows ? unsafe input[(2 * row + 1) * inputStride + column] : 0
        unsafe output[row * outputStride + column] = Pair(first, second).word
      }
    }
  }

  static func quantizeRows(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int, scales: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      let values = (0..<count).map { unsafe input[row * inputStride + $0] }
      // Magnitudes as whole numbers have the same order, and what is no number is the largest.
      let largest = Float(bitPattern: values.map { abs($0).bitPattern }.max() ?? 0)
      // A row of zeros, or of what is no number, stands for itself.
      unsafe scales[row] = largest > 0 ? largest / 127 : largest == 0 ? 1 : largest
      let factor = largest > 0 ? 127 / largest : 0
      for word in 0..<(count + 3) / 4 {
        var bits: UInt32 = 0
        for place in 0..<4 {
          let x = word * 4 + place < count ? values[word * 4 + place] : 0
          // Adding 1.5 · 2^23 rounds; the low bits of the sum are the number, and what is no number
          // has some, too.
          let q = (x * factor + 12_582_912).bitPattern &+ 128
          bits |= (q & 0xFF) << (8 * place)
        }
        unsafe output[row * outputStride + word] = Float(bitPattern: bits)
      }
    }
  }

  static func exponentials(
    count: Int, shift: Float, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<count { unsafe output[i] = expf(min(max(input[i] - shift, -87), 88)) }
  }

  static func mix(
    count: Int, share: Float, probabilities: UnsafePointer<Float>,
    logarithms: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<count {
      let network = unsafe expf(max(logarithms[i], -87))
      unsafe logarithms[i] = logf(share * network + (1 - share) * probabilities[i])
    }
  }

  static func distributionSums(
    count: Int, logarithms: UnsafePointer<Float>, probabilities: UnsafePointer<Float>
  ) -> DistributionSums {
    var sums = DistributionSums(own: 0, other: 0, otherUnderOwn: 0, ownUnderOther: 0)
    for i in 0..<count {
      let (logP, q) = unsafe (logarithms[i], probabilities[i])
      let (p, logQ) = (expf(max(logP, -87)), logf(q))
      sums.own += p * logP
      sums.other += q * logQ
      sums.otherUnderOwn += q * logP
      sums.ownUnderOther += p * logQ
    }
    return sums
  }

  static func multiplyAdds(_ count: Int) -> Float {
    // Eight floats that do not wait for one another.
    var x = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7)
    for _ in 0..<count * 36 {
      for index in 0..<8 { x[index] = x[index] * 0.999 + 0.001 }
    }
    return x.sum()
  }
}

/// Calls `body` with the places of each float in the table and in the gates.
@unsafe
private func forEachTokenRow(_ p: TokenRows, _ body: (_ table: Int, _ gates: Int) -> Void) {
  for panel in 0..<p.panels {
    for row in 0..<p.rows {
      for column in 0..<64 {
        unsafe body(
          (panel * p.vocabulary + Int(p.tokens[row])) * 64 + column,
          (panel * p.rows + row) * 64 + column)
      }
    }
  }
}
