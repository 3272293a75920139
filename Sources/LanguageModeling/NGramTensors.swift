// The n-grams beside a network as tensors of bytes in its file.

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
    for (number, level) in model.encodedLevels.enumerated() {
      let name = "ngrams.\(number + 1)."
      add(name + "families", shape: [level.families.count], level.families)
      add(name + "probabilities", shape: [level.probabilities.count], level.probabilities)
      guard number + 1 < model.order else { continue }
      add(name + "backoffs", shape: [level.backoffs.count], level.backoffs)
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
    if let surplus = ngramTensor(beyond: record.order) {
      throw mismatch("they are of order \(record.order), but there is a tensor \(surplus)")
    }
    let single: [Float]
    var levels: [EncodedLevel] = []
    do {
      single = try floats(named: "ngrams.single", shape: [vocabularySize])
      for number in 1...record.order {
        levels.append(try level(number, isLast: number == record.order))
      }
    } catch {
      throw .file(detail: error.description)
    }
    let model: NGramModel
    do {
      model = try NGramModel(single: single, encoded: levels)
    } catch {
      throw mismatch(error.description)
    }
    guard record.gate.weights.indices.allSatisfy({ record.gate.weights[$0].isFinite }) else {
      throw mismatch("a weight of their gate is not finite")
    }
    return LanguageModel.Companion(model, gate: record.gate)
  }

  /// The first tensor of n-grams that those of `order` do not have; nil where there is none.
  private func ngramTensor(beyond order: Int) -> String? {
    let levels = (1...order).flatMap { number in
      ["families", "probabilities"].map { "ngrams.\(number).\($0)" }
        + (number < order ? ["ngrams.\(number).backoffs"] : [])
    }
    let known = Set(levels + ["ngrams.single"])
    return tensors.map(\.name).first { $0.hasPrefix("ngrams.") && !known.contains($0) }
  }

  private func level(_ number: Int, isLast: Bool) throws(SafeTensorsError) -> EncodedLevel {
    let name = "ngrams.\(number)."
    return EncodedLevel(
      families: try values(named: name + "families", as: UInt8.self),
      probabilities: try values(named: name + "probabilities", as: UInt8.self),
      backoffs: isLast ? [] : try values(named: name + "backoffs", as: UInt8.self))
  }
}
