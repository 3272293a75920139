import TextGenNGrams
import TextGenSafeTensors

/// The n-grams of a file before they are decoded, which takes a few nanoseconds for each.
///
/// Levels can be decoded side by side, since each has as many n-grams as probabilities. Where that does not
/// hold they are decoded one after the other, which finds what is wrong with the first that does not fit.
struct StoredNGrams {
  /// The tensors of a level.
  private struct Level {
    let families, probabilities: TensorEntry
    /// Nil at the last level.
    let backoffs: TensorEntry?
  }

  /// A level as it was decoded.
  struct DecodedLevel: Sendable {
    fileprivate let families: LevelFamilies?
    fileprivate let probabilities: [UInt8]
  }

  private let file: SafeTensorsFile
  private let record: NGramRecord
  private let single: [Float]
  private let levels: [Level]

  /// The n-grams that `record` announces, over a vocabulary of `vocabularySize` tokens.
  ///
  /// - Throws: `CheckpointError` where a tensor is missing or too many.
  init(
    _ file: SafeTensorsFile, _ record: NGramRecord, vocabularySize: Int
  ) throws(CheckpointError) {
    self.file = file
    self.record = record
    guard (2...NGramModel.maximumOrder).contains(record.order) else {
      throw file.mismatch("order \(record.order), expected 2 to \(NGramModel.maximumOrder)")
    }
    if let surplus = file.ngramTensor(beyond: record.order) {
      throw file.mismatch("they are of order \(record.order), but there is a tensor \(surplus)")
    }
    var levels: [Level] = []
    do {
      single = try file.floats(named: "ngrams.single", shape: [vocabularySize])
      for number in 1...record.order {
        func entry(_ name: String) throws(SafeTensorsError) -> TensorEntry {
          try file.entry(named: "ngrams.\(number)." + name, type: .uint8)
        }
        levels.append(
          Level(
            families: try entry("families"), probabilities: try entry("probabilities"),
            backoffs: number == record.order ? nil : try entry("backoffs")))
      }
    } catch {
      throw .file(.format(error))
    }
    self.levels = levels
  }

  /// The number of levels.
  var levelCount: Int { levels.count }

  /// Decodes level `index`, from 0 on.
  func decode(_ index: Int) -> DecodedLevel {
    let level = levels[index]
    let parents = index == 0 ? 1 : levels[index - 1].probabilities.count
    let codes = index == 0 ? [] : bytes(of: levels[index - 1].backoffs)
    let families = file.withElements(
      0..<level.families.count, of: level.families, as: UInt8.self
    ) { families in
      LevelFamilies(
        families, parents: parents, codes: codes.span, limit: level.probabilities.count,
        vocabularySize: single.count)
    }
    return DecodedLevel(families: families, probabilities: bytes(of: level.probabilities))
  }

  /// The n-grams with their gate, given all levels as they were decoded.
  ///
  /// - Throws: `CheckpointError` where they do not fit together.
  func companion(_ decoded: [DecodedLevel?]) throws(CheckpointError) -> LanguageModel.Companion {
    let model: NGramModel
    do {
      let whole = decoded.compactMap { level in
        level.flatMap { $0.families?.tokens.count == $0.probabilities.count ? $0 : nil }
      }
      model = try whole.count == levels.count ? assemble(whole) : decodeInOrder()
    } catch {
      throw file.mismatch(error.description)
    }
    guard record.gate.weights.indices.allSatisfy({ record.gate.weights[$0].isFinite }) else {
      throw file.mismatch("a weight of their gate is not finite")
    }
    return LanguageModel.Companion(model, gate: record.gate)
  }

  private func assemble(_ decoded: [DecodedLevel]) throws(EncodedLevelError) -> NGramModel {
    var decoder = try LevelDecoder(single: single)
    for (index, level) in decoded.enumerated() {
      try decoder.add(
        level.families, byteCount: levels[index].families.count,
        codeCount: index == 0 ? 0 : levels[index - 1].backoffs?.count ?? 0,
        probabilities: level.probabilities)
    }
    return try decoder.model()
  }

  private func decodeInOrder() throws(EncodedLevelError) -> NGramModel {
    try NGramModel(
      single: single,
      encoded: levels.map { level in
        EncodedLevel(
          families: bytes(of: level.families), probabilities: bytes(of: level.probabilities),
          backoffs: bytes(of: level.backoffs))
      })
  }

  private func bytes(of entry: TensorEntry?) -> [UInt8] {
    guard let entry else { return [] }
    return file.elements(of: entry, as: UInt8.self)
  }
}

extension SafeTensorsFile {
  fileprivate func mismatch(_ detail: String) -> CheckpointError {
    .mismatch(path: name, detail: "its n-grams cannot be used: " + detail)
  }

  /// The first tensor of n-grams that those of `order` do not have; nil where there is none.
  fileprivate func ngramTensor(beyond order: Int) -> String? {
    let levels = (1...order).flatMap { number in
      ["families", "probabilities"].map { "ngrams.\(number).\($0)" }
        + (number < order ? ["ngrams.\(number).backoffs"] : [])
    }
    let known = Set(levels + ["ngrams.single"])
    return tensors.map(\.name).first { $0.hasPrefix("ngrams.") && !known.contains($0) }
  }
}
