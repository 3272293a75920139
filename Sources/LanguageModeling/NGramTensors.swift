// The n-grams beside a network as tensors of its file, whole numbers of one, two and four bytes.

import NGrams
import SafeTensors

/// What the metadata say of the n-grams of a file.
struct NGramRecord: Codable {
  let order: Int
  let gate: MixtureGate
}

extension SafeTensorsWriter {
  /// Adds the levels of `model`.
  mutating func add(_ model: NGramModel) {
    add("ngrams.single", shape: [model.single.count], model.single)
    for (number, level) in model.levels.enumerated() {
      let name = "ngrams.\(number + 1)."
      add(name + "tokens", shape: [level.tokens.count], level.tokens)
      add(name + "probabilities", shape: [level.probabilities.count], level.probabilities)
      guard number + 1 < model.levels.count else { continue }
      add(name + "backoffs", shape: [level.backoffs.count], level.backoffs)
      add(name + "children", shape: [level.children.count], level.children)
    }
  }
}

extension SafeTensorsFile {
  /// The n-grams that `record` announces, over a vocabulary of `vocabularySize` tokens.
  ///
  /// - Throws: `CheckpointError` where a tensor is missing or they do not fit together.
  func companion(
    _ record: NGramRecord, vocabularySize: Int
  ) throws(CheckpointError) -> LanguageModel.Companion {
    func mismatch(_ detail: String) -> CheckpointError {
      .mismatch(path: name, detail: "its n-grams cannot be used: " + detail)
    }
    guard (2...NGramModel.maximumOrder).contains(record.order) else {
      throw mismatch("order \(record.order), expected 2 to \(NGramModel.maximumOrder)")
    }
    let single: [Float]
    var levels: [NGramModel.Level] = []
    do {
      single = try floats(named: "ngrams.single", shape: [vocabularySize])
      for number in 1...record.order {
        levels.append(try level(number, isLast: number == record.order))
      }
    } catch {
      throw .file(detail: error.description)
    }
    if let flaw = NGramModel.flaw(single: single, levels: levels) { throw mismatch(flaw) }
    guard record.gate.weights.indices.allSatisfy({ record.gate.weights[$0].isFinite }) else {
      throw mismatch("a weight of their gate is not finite")
    }
    return LanguageModel.Companion(
      NGramModel(single: single, levels: levels), gate: record.gate)
  }

  private func level(
    _ number: Int, isLast: Bool
  ) throws(SafeTensorsError) -> NGramModel.Level {
    let name = "ngrams.\(number)."
    return NGramModel.Level(
      tokens: try values(named: name + "tokens", as: UInt16.self),
      probabilities: try values(named: name + "probabilities", as: UInt8.self),
      backoffs: isLast ? [] : try values(named: name + "backoffs", as: UInt8.self),
      children: isLast ? [] : try values(named: name + "children", as: UInt32.self))
  }
}
