extension NetworkConfiguration {
  /// Floats that training keeps of each token for its backward pass, about: gates and states; of a
  /// transformer what its layers read and say, and the weights of all that its heads see.
  public var activationsOfRow: Double {
    let units = Double(layerCount) * Double(hiddenSize)
    switch architecture {
    case .unigram: return 0
    case .recurrent(let cell): return units * Double(cell.gateCount + 2)
    case .window, .bag: return units * 3 + Double(2 * inputSize(ofLayer: 0))
    case .transformer(let heads, let length):
      return units * 16 + Double(2 * layerCount * heads * length)
    }
  }
}
