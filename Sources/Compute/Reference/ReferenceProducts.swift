// The products once more, one word at a time; see PanelProduct.swift and Target+Pairing.swift.

import Kernels

@unsafe
func referenceProduct(_ p: PanelProduct) {
  forEachPanel(p) { unsafe referencePanel($0) { sum, a, b in sum + a * b } }
}

@unsafe
func referencePairProduct(_ p: PanelProduct) {
  forEachPanel(p) {
    unsafe referencePanel($0) { sum, a, b in
      let (a, b) = (Pair(word: a), Pair(word: b))
      return sum + a.first * b.first + a.second * b.second
    }
  }
}

@unsafe
func referenceByteProduct(_ p: PanelProduct) {
  forEachPanel(p) { unsafe referenceBytePanel($0) }
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
          let b = unsafe p.b[k * p.bDepthStride + column + block * p.bBlockStride]
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
  /// Where row `index` of the result begins.
  fileprivate func place(_ index: Int) -> Int {
    let group = index >> cGroupShift
    return group * cGroupStride + (index - group << cGroupShift) * cRowStride
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
          let b = unsafe p.b[k * p.bDepthStride + column + block * p.bBlockStride]
          sum = add(sum, a, b)
        }
      }
      unsafe p.c[place] = sum
    }
  }
}

/// Two bfloat16 in a word.
struct Pair {
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
