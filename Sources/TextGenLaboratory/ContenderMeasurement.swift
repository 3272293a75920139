package import TextGenCompute
import TextGenEvaluation
package import TextGenLanguageModeling
import TextGenLayers
package import TextGenProbes
import TextGenTokenization

/// Measures a trained model: its bits per character, its answers to probes, and how far its gradients
/// reach.
package struct ContenderMeasurement {
  /// Characters of the training part that are measured at most.
  private static let trainingCharacters = 200_000

  private let file: ModelFile
  private let model: LanguageModel
  private let engine: Engine
  private let seed: UInt64

  /// A measurement of the model in `file`; what is drawn at random follows from `seed`.
  package init(_ file: ModelFile, engine: Engine, seed: UInt64) {
    self.file = file
    self.engine = engine
    self.seed = seed
    model = file.makeModel(engine: engine)
  }

  /// Writes all figures into `result`; `progress` is told what is measured.
  package func measure(
    _ texts: ComparisonTexts, _ probes: [ProbeItem], into result: inout ContenderResult,
    progress: (String) -> Void = { _ in }
  ) {
    let parts: [(ContenderResult.Part, String)] = [
      (.train, String(texts.training.prefix(Self.trainingCharacters))),
      (.validation, texts.validation), (.test, texts.test),
    ]
    let evaluator = Evaluator(
      model: model, tokenizer: file.tokenizer, lexicon: file.lexicon, name: result.name.rawValue)
    for (part, text) in parts {
      progress(part.rawValue)
      var generator = SeededGenerator(seed: seed)
      result.bitsPerCharacter[part] = BitsPerCharacter(
        evaluator.costs(of: text), using: &generator)
    }
    if !probes.isEmpty {
      progress("probes")
      let exam = ProbeExam(model: model, tokenizer: file.tokenizer)
      result.probes = ProbeResult(exam.score(probes))
    }
    if file.configuration.architecture != .unigram {
      progress("gradients")
      let reach = GradientReach(of: file, over: texts.validation, engine: engine)
      result.inputGradients = reach?.inputs ?? []
      result.stateGradients = reach?.states.last ?? []
    }
  }
}
