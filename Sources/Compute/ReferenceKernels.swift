// The kernels once more, one float at a time, as their formulas read. Slow and obvious: what the
// vector kernels are compared with, and a fallback for any processor.

import Kernels

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The plain kernels.
let referenceKernels = unsafe KernelTable(
  product: { unsafe referenceProduct($0) },
  pairProduct: { unsafe referencePairProduct($0) },
  lstmForward: { unsafe referenceLSTMForward($0) },
  lstmBackward: { unsafe referenceLSTMBackward($0) },
  gruForward: { unsafe referenceGRUForward($0) },
  gruBackward: { unsafe referenceGRUBackward($0) },
  elmanTanhForward: { unsafe referenceElmanForward($0) { tanhf($0) } },
  elmanTanhBackward: { unsafe referenceElmanBackward($0) { 1 - $0 * $0 } },
  elmanReLUForward: { unsafe referenceElmanForward($0) { max($0, 0) } },
  elmanReLUBackward: { unsafe referenceElmanBackward($0) { $0 > 0 ? 1 : 0 } },
  softmax: { unsafe referenceSoftmax($0) },
  logSoftmax: { unsafe referenceLogSoftmax($0, panels: $1, stride: $2, to: $3, count: $4) },
  adam: { update, count, parameters, gradient, first, second in
    for i in 0..<count {
      let g = unsafe gradient[i] * update.gradientScale
      unsafe first[i] = first[i] * update.beta1 + g * (1 - update.beta1)
      unsafe second[i] = second[i] * update.beta2 + g * g * (1 - update.beta2)
      let denominator =
        unsafe (second[i] * update.secondCorrection).squareRoot() + update.epsilon
      unsafe parameters[i] -= update.learningRate * first[i] * update.firstCorrection / denominator
    }
  },
  add: { count, scale, input, output in
    for i in 0..<count { unsafe output[i] += scale * input[i] }
  },
  sumOfSquares: { count, values in
    var sum = 0.0
    for i in 0..<count { unsafe sum += Double(values[i]) * Double(values[i]) }
    return sum
  },
  addColumnSums: { rows, values, sums in
    for row in 0..<rows {
      for column in 0..<64 { unsafe sums[column] += values[row * 64 + column] }
    }
  },
  dropout: { dropout, row, count, input, output in
    for index in 0..<(count + 15) / 16 * 16 {
      var hash = row &* 0x9E37_79B9 &+ dropout.key &+ UInt32(index)
      hash = (hash ^ (hash >> 16)) &* 0x7FEB_352D
      hash = (hash ^ (hash >> 15)) &* 0x846C_A68B
      hash ^= hash >> 16
      unsafe output[index] = hash < dropout.threshold ? 0 : input[index] * dropout.scale
    }
  },
  transpose: { rows, depth, weights, rowStride, panel in
    for row in 0..<rows {
      for k in 0..<depth { unsafe panel[k * 64 + row] = weights[row * rowStride + k] }
    }
  },
  pairColumns: { rows, count, input, inputStride, output, outputStride in
    for row in 0..<rows {
      for word in 0..<(count + 1) / 2 {
        let first = unsafe input[row * inputStride + 2 * word]
        let second = 2 * word + 1 < count ? unsafe input[row * inputStride + 2 * word + 1] : 0
        unsafe output[row * outputStride + word] = Pair(first, second).word
      }
    }
  },
  pairRows: { rows, count, input, inputStride, output, outputStride in
    for row in 0..<(rows + 1) / 2 {
      for column in 0..<count {
        let first = unsafe input[2 * row * inputStride + column]
        let second =
          2 * row + 1 < rows ? unsafe input[(2 * row + 1) * inputStride + column] : 0
        unsafe output[row * outputStride + column] = Pair(first, second).word
      }
    }
  },
  gather: { p in
    unsafe forEachTokenRow(p) { table, gates in unsafe p.gates[gates] = p.table[table] }
  },
  scatter: { p in
    unsafe forEachTokenRow(p) { table, gates in unsafe p.table[table] += p.gates[gates] }
  },
  multiplyAdds: { count in
    // Eight floats that do not wait for one another.
    var x = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7)
    for _ in 0..<count * 36 {
      for index in 0..<8 { x[index] = x[index] * 0.999 + 0.001 }
    }
    return x.sum()
  }
)

/// Two bfloat16 in a word.
private struct Pair {
  let first, second: Float

  init(_ first: Float, _ second: Float) {
    self.first = Pair.rounded(first)
    self.second = Pair.rounded(second)
  }

  init(word: Float) {
    first = Float(bitPattern: word.bitPattern << 16)
    second = Float(bitPattern: word.bitPattern & 0xFFFF_0000)
  }

  var word: Float { Float(bitPattern: first.bitPattern >> 16 | second.bitPattern) }

  /// To the nearest float whose lower 16 bits are 0, ties to the even one.
  private static func rounded(_ x: Float) -> Float {
    guard !x.isNaN else { return Float(bitPattern: 0x7FC0_0000) }
    let bits = x.bitPattern
    return Float(bitPattern: (bits + 0x7FFF + (bits >> 16 & 1)) & 0xFFFF_0000)
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

@unsafe
private func referenceProduct(_ p: PanelProduct) {
  unsafe referenceProduct(p) { sum, a, b in sum + a * b }
}

@unsafe
private func referencePairProduct(_ p: PanelProduct) {
  unsafe referenceProduct(p) { sum, a, b in
    let (a, b) = (Pair(word: a), Pair(word: b))
    return sum + a.first * b.first + a.second * b.second
  }
}

@unsafe
private func referenceProduct(_ p: PanelProduct, _ add: (Float, Float, Float) -> Float) {
  for row in 0..<p.rows {
    for column in 0..<p.columns {
      let group = row >> p.cGroupShift
      let place =
        group * p.cGroupStride + (row - group << p.cGroupShift) * p.cRowStride + column
      var sum: Float = unsafe p.accumulates ? p.c[place] : 0
      if let bias = unsafe p.bias { unsafe sum = bias[column] }
      for block in 0..<p.blocks {
        for k in 0..<p.depth {
          let a = unsafe p.a[row * p.aRowStride + k * p.aDepthStride + block * p.aBlockStride]
          let b = unsafe p.b[k * p.bDepthStride + column + block * p.bBlockStride]
          sum = add(sum, a, b)
        }
      }
      unsafe p.c[place] = sum
    }
  }
}

@unsafe
private func referenceSoftmax(_ p: SoftmaxRows) {
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

@unsafe
private func referenceLogSoftmax(
  _ x: UnsafeMutablePointer<Float>, panels: Int, stride: Int,
  to output: UnsafeMutablePointer<Float>,
  count: Int
) {
  func logit(_ column: Int) -> Float { unsafe x[column / 64 * stride + column % 64] }
  let maximum = (0..<panels * 64).map(logit).max() ?? 0
  let sum = (0..<panels * 64).reduce(Float(0)) { $0 + expf(logit($1) - maximum) }
  for column in 0..<count { unsafe output[column] = logit(column) - maximum - logf(sum) }
}
