import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization

/// What a model has learned from a text: its memory, and its network where that learns too.
///
/// States share it and it counts as a value: who changes it makes sure to hold the only reference, or
/// changes a copy. So it never changes under a reader, on whatever thread.
@safe
final class Adaptation: Sendable {
  /// The memory; nil where it is left out.
  private nonisolated(unsafe) var storedMemory: TextMemory?
  private nonisolated(unsafe) let network: DynamicNetwork?
  /// The model as it is now, without the memory.
  let model: LanguageModel

  /// An adaptation that has learned nothing.
  init(
    of original: LanguageModel, memory: TextMemory?, network: sending DynamicNetwork?
  ) {
    unsafe storedMemory = memory
    model =
      network.map { LanguageModel($0.model, companion: original.companion) } ?? original
    unsafe self.network = network
  }

  /// Another one that has learned the same.
  func copy() -> Adaptation {
    unsafe Adaptation(of: model, memory: storedMemory, network: network?.copy())
  }

  /// The memory; nil where it is left out.
  var memory: TextMemory? { unsafe storedMemory }

  /// The place of a text after `token`.
  func place(after place: TextMemory.Place, _ token: TokenID) -> TextMemory.Place {
    unsafe storedMemory?.place(after: place, token) ?? place
  }

  /// Makes the logarithms of the model's probabilities at `place`, (V), those with the memory.
  func mix(_ logarithms: inout [Float], at place: TextMemory.Place) {
    unsafe storedMemory?.mix(&logarithms, at: place)
  }

  /// What the memory makes of a probability of the model, and its lesson; to be called by the owner.
  func learn(
    _ token: TokenID, _ probability: Float, at place: inout TextMemory.Place
  ) -> Float {
    unsafe storedMemory?.learn(token, probability, at: &place) ?? probability
  }

  /// Teaches the network a segment; to be called by the owner.
  func learn(_ segment: [TokenID], from state: NetworkState) {
    unsafe network?.learn(segment, from: state)
  }
}
