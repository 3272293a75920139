package import TextGenCompute
package import TextGenLanguageModeling
package import TextGenLayers
import TextGenTokenization

extension GradientReach {
  /// Texts and steps over which gradients are averaged.
  private static let texts = 16
  private static let steps = 100

  /// How far gradients of the model in `file` reach over `text`: the mean over stretches of it that begin at
  /// evenly spread places, each with a state of its own; nil where the text is too short.
  package init?(of file: ModelFile, over text: String, engine: Engine) {
    let tokens = file.tokenizer.encode(text)
    let steps = min(Self.steps, tokens.count / 4)
    guard steps >= 2 else { return nil }
    let weights = NetworkWeights(file.configuration, forTraining: true, usesTable: false)
    let parameters = file.parameters
    let buffer = FloatBuffer(count: parameters.count)
    buffer.store(parameters.span, at: 0)
    weights.pack(from: buffer, engine: engine)
    let window = NetworkWindow(
      weights, rows: Self.texts, maximumSteps: steps, forTraining: true)
    let starts = (0..<Self.texts).map { (tokens.count - steps - 1) * $0 / Self.texts }
    let inputs = (0..<steps).flatMap { step in starts.map { tokens[$0 + step] } }
    let targets = starts.map { tokens[$0 + steps] }
    self = window.gradientReach(inputs[...], targets: targets[...], engine: engine)
  }
}
