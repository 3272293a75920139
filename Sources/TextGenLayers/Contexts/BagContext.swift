// A bag of words: what the first layer reads is the same for every order of the tokens of a line.
//
// With L the sum of the embeddings of the line's tokens, its line break first, and n their number, and
// P and m the same of the lines before, halved with each line,
//
//   row = (L + P) / √(n + m)            at a line break: P ← (P + L) / 2,  m ← (m + n) / 2
//
// Counts that decay with every token would tell the order of the tokens by their weights. Embeddings are
// rounded to multiples of 2^-12: floats add those without an error as long as sums stay below 2^12, so
// that not even rounding tells one order from another.

import TextGenCompute

/// The sum of the embeddings of a line's tokens and, halved with each line, of the lines before.
///
/// The memory holds L, P, n and m.
struct BagContext: TokenContext {
  let lineBreak: Int32
  let embeddingSize: Int

  var width: Int { embeddingSize }
  var embeddingGrid: Float? { 4096 }
  var emptyMemory: [Float] { Array(repeating: 0, count: 2 * embeddingSize + 2) }

  func accepts(_ memory: ArraySlice<Float>, vocabularySize: Int) -> Bool {
    memory.suffix(2).allSatisfy { $0 >= 0 }
  }

  func read(
    _ tokens: [Int32], _ memory: inout [Float], _ embedding: LayerInput, to rows: LayerInput,
    _ engine: Engine
  ) {
    let size = embeddingSize
    let sums = FloatBuffer(count: 2 * size)
    sums.store(memory.span.extracting(0..<2 * size), at: 0)
    var counts = Counts(memory)
    for (place, token) in tokens.enumerated() {
      if token == lineBreak {
        engine.add(size, from: sums, at: 0, to: sums, at: size)
        engine.add(size, scale: -0.5, from: sums, at: size, to: sums, at: size)
        sums.clear(0..<size)
        counts.endLine()
      }
      engine.add(size, from: embedding.buffer, at: Int(token) * embedding.stride, to: sums, at: 0)
      counts.line += 1
      let row = rows.offset + place * rows.stride
      rows.buffer.clear(row..<row + size)
      for part in [0, size] {
        engine.add(size, scale: counts.scale, from: sums, at: part, to: rows.buffer, at: row)
      }
    }
    memory = sums.values() + [counts.line, counts.past]
  }

  func addGradient(
    of rows: LayerInput, _ tokens: [Int32], after memory: [Float], to gradient: FloatBuffer,
    _ engine: Engine, at offset: (_ place: Int, _ token: Int) -> Int?
  ) {
    let size = embeddingSize
    let sums = FloatBuffer(count: 2 * size)
    for (place, scale) in scales(tokens, after: memory).enumerated().reversed() {
      for part in [0, size] {
        engine.add(
          size, scale: scale, from: rows.buffer, at: rows.offset + place * rows.stride, to: sums,
          at: part)
      }
      if let target = offset(place, Int(tokens[place])) {
        engine.add(size, from: sums, at: 0, to: gradient, at: target)
      }
      guard tokens[place] == lineBreak else { continue }
      // Both the line before and what it had of earlier lines went halved into P.
      engine.add(size, scale: -0.5, from: sums, at: size, to: sums, at: size)
      sums.clear(0..<size)
      engine.add(size, from: sums, at: size, to: sums, at: 0)
    }
  }

  /// What each row of `tokens` is multiplied by.
  private func scales(_ tokens: [Int32], after memory: [Float]) -> [Float] {
    var counts = Counts(memory)
    return tokens.map { token in
      if token == lineBreak { counts.endLine() }
      counts.line += 1
      return counts.scale
    }
  }

  /// Tokens of the line, and of the lines before.
  private struct Counts {
    var line, past: Float

    init(_ memory: [Float]) {
      line = memory[memory.count - 2]
      past = memory[memory.count - 1]
    }

    mutating func endLine() {
      past = (past + line) / 2
      line = 0
    }

    var scale: Float { 1 / (line + past).squareRoot() }
  }
}
