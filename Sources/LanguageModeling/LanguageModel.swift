public import Compute
public import Layers
public import Tokenization

/// A recurrent network as a model of token sequences.
public struct LanguageModel: AutoregressiveModel {
  /// What the network remembers of a text: its recurrent state.
  public typealias State = RecurrentState

  /// The shape of the network.
  public let configuration: NetworkConfiguration
  /// The kernels and threads in use; they change the time, not the result.
  public let engine: Engine

  private let weights: Frozen<NetworkWeights>

  /// A model with `parameters`, a flat vector in the layout of `configuration`.
  public init(
    _ configuration: NetworkConfiguration, parameters: [Float],
    precision: ProductPrecision = .float32, engine: Engine
  ) {
    self.configuration = configuration
    self.engine = engine
    weights = Frozen(
      NetworkWeights(configuration, precision: precision, packing: parameters, engine: engine))
  }

  /// A window for `rows` texts side by side.
  func makeWindow(rows: Int, maximumSteps: Int) -> NetworkWindow {
    NetworkWindow(weights.value, rows: rows, maximumSteps: maximumSteps, forTraining: false)
  }

  /// The number of tokens in the vocabulary, V.
  public var vocabularySize: Int { configuration.vocabularySize }

  /// The state before the first token: zeros.
  public func makeState() -> RecurrentState { RecurrentState(configuration) }

  /// Reads `tokens` in one text.
  public func feed(_ tokens: [TokenID], to state: inout RecurrentState) {
    let block = 256
    let window = makeWindow(rows: 1, maximumSteps: min(block, max(tokens.count, 1)))
    window.setState(state, row: 0)
    for start in stride(from: 0, to: tokens.count, by: block) {
      let part = tokens[start..<min(start + block, tokens.count)]
      window.forward(part, engine: engine)
      window.carryState(from: part.count)
    }
    state = window.state(row: 0, after: 0)
  }

  /// Reads one token in each of N texts.
  public func advance(_ states: inout [RecurrentState], with tokens: [TokenID]) {
    precondition(
      states.count == tokens.count, "\(tokens.count) tokens for \(states.count) states")
    guard !states.isEmpty else { return }
    let window = makeWindow(rows: states.count, maximumSteps: 1)
    for (row, state) in states.enumerated() { window.setState(state, row: row) }
    window.forward(tokens[...], engine: engine)
    for row in states.indices { states[row] = window.state(row: row, after: 1) }
  }

  /// The natural logarithms of the probabilities of the next token of N texts, (N, V).
  public func logProbabilities(after states: [RecurrentState]) -> [[Float]] {
    weights.value.nextLogProbabilities(after: states, engine: engine)
  }

  /// Reads `tokens` in one text and returns the log-probability of each before it was read.
  public func score(_ tokens: [TokenID], state: inout RecurrentState) -> [Float] {
    var states = [state]
    let scores = score([tokens], states: &states)
    state = states[0]
    return scores[0]
  }
}
