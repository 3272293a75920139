import Compute
import LanguageModeling
import Layers
import Tokenization

/// Tokens per second of one stream, each token chosen before the next is computed: the median of
/// five runs of about a fifth of a second.
func generationSpeed(_ configuration: NetworkConfiguration, engine: Engine) -> Double {
  var generator = SeededGenerator(seed: 1)
  let parameters = ParameterLayout(configuration).initialParameters(
    configuration, using: &generator)
  let model = LanguageModel(configuration, parameters: parameters.values(), engine: engine)
  var states = [model.makeState()]
  var token: TokenID = 0
  func write(_ count: Int) -> Double {
    ContinuousClock().measure {
      for _ in 0..<count {
        model.advance(&states, with: [token])
        let row = model.logProbabilities(after: states)[0]
        token = TokenID(row.indices.max { row[$0] < row[$1] } ?? 0)
      }
    } / .seconds(1)
  }
  let trial = max(write(8) / 8, 1e-7)
  let count = max(8, min(100_000, Int(0.2 / trial)))
  return median((0..<5).map { _ in Double(count) / write(count) })
}
