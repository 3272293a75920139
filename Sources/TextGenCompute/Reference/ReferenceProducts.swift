import TextGenKernels

/// The products once more, one word at a time; see PanelProduct.swift and Target+Pairing.swift.
enum ReferenceProducts {
  @unsafe
  static func ofFloats(_ p: PanelProduct) {
    forEachPanel(p) { unsafe referencePanel($0) { sum, a, b in sum + a * b } }
  }

  @unsafe
  static func ofPairs(_ p: PanelProduct) {
    forEachPanel(p) {
      unsafe referencePanel($0) { sum, a, b in
        let (a, b) = (Pair(word: a), Pair(word: b))
        return sum + a.first * b.first + a.second * b.second
      }
    }
  }

  @unsafe
  static func ofBytes(_ p: PanelProduct) {
    forEachPanel(p) { unsafe referenceBytePanel($0) }
  }
}

private func forEachPanel(_ p: PanelProduct, _ body: (PanelProduct) -> Void) {
  var p = p
  while p.panels > 0 {
    body(p)
    p.advance()
  }
}

@unsafe
private func referenceBytePanel(_ p: PanelProduct) {
  guard let scales = p.scales else { return }
  for row in 0..<p.rows {
    for column in 0..<p.columns {
      var sum = unsafe Int32(bitPattern: scales.starts[column].bitPattern)
      for block in 0..<p.blocks {
        for k in 0..<p.depth {
          let a = unsafe p.a[row * p.aRowStride + k * p.aDepthStride + block * p.aBlockStride]
          let b = unsafe p.right(k, column, block)
          for shift: UInt32 in [0, 8, 16, 24] {
            let left = Int32(a.bitPattern >> shift & 0xFF)
            sum += left * Int32(Int8(truncatingIfNeeded: b.bitPattern >> shift))
          }
        }
      }
      let place = p.place(row) + column
      var value = unsafe Float(sum) * (scales.columns[column] * scales.rows[row])
      if let bias = unsafe p.bias { unsafe value += bias[column] }
      unsafe p.c[place] = p.accumulates ? p.c[place] + value : value
    }
  }
}

extension PanelProduct {
  /// Word `k` of a column of a block of B.
  @unsafe
  fileprivate func right(_ k: Int, _ column: Int, _ block: Int) -> Float {
    let place = k * bDepthStride + column / 16 * bVectorStride + column % 16
    return unsafe b[place + block * bBlockStride]
  }
}

@unsafe
private func referencePanel(_ p: PanelProduct, _ add: (Float, Float, Float) -> Float) {
  for row in 0..<p.rows {
    for column in 0..<p.columns {
      let place = p.place(row) + column
      var sum: Float = unsafe p.accumulates ? p.c[place] : 0
      if let bias = unsafe p.bias { unsafe sum = bias[column] }
      for block in 0..<p.blocks {
        for k in 0..<p.depth {
          let a = unsafe p.a[row * p.aRowStride + k * p.aDepthStride + block * p.aBlockStride]
          let b = unsafe p.right(k, column, block)
          sum = add(sum, a, b)
        }
      }
      unsafe p.c[place] = sum
    }
  }
}
