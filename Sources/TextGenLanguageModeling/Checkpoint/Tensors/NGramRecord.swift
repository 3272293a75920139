// The n-grams beside a network as tensors of bytes in its file.

import TextGenNGrams
import TextGenSafeTensors

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
