import TextGenCompute

/// The embeddings of the last `length` tokens side by side, the oldest first; zeros before a text.
///
/// The memory holds these tokens as floats, which tell 2^24 of them apart, and -1 for none.
struct WindowContext: TokenContext {
  let length: Int
  let embeddingSize: Int

  var width: Int { length * embeddingSize }
  var emptyMemory: [Float] { Array(repeating: -1, count: length) }

  func accepts(_ memory: ArraySlice<Float>, vocabularySize: Int) -> Bool {
    memory.allSatisfy { $0 == $0.rounded() && $0 >= -1 && $0 < Float(vocabularySize) }
  }

  func read(
    _ tokens: [Int32], _ memory: inout [Float], _ embedding: LayerInput, to rows: LayerInput,
    _ engine: Engine
  ) {
    let text = memory.map { Int($0) } + tokens.map(Int.init)
    for place in tokens.indices {
      for (slot, token) in text[place + 1...place + length].enumerated() {
        let target = rows.offset + place * rows.stride + slot * embeddingSize
        if token < 0 {
          rows.buffer.clear(target..<target + embeddingSize)
        } else {
          rows.buffer.copy(
            embeddingSize, from: embedding.buffer, at: token * embedding.stride, to: target)
        }
      }
    }
    memory = text.suffix(length).map(Float.init)
  }

  func addGradient(
    of rows: LayerInput, _ tokens: [Int32], after memory: [Float], to gradient: FloatBuffer,
    _ engine: Engine, at offset: (_ place: Int, _ token: Int) -> Int?
  ) {
    let text = memory.map { Int($0) } + tokens.map(Int.init)
    for place in tokens.indices {
      for (slot, token) in text[place + 1...place + length].enumerated() where token >= 0 {
        guard let target = offset(place + slot + 1 - length, token) else { continue }
        engine.add(
          embeddingSize, from: rows.buffer,
          at: rows.offset + place * rows.stride + slot * embeddingSize, to: gradient, at: target)
      }
    }
  }
}
