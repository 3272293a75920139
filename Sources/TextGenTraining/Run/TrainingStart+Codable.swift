import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers

extension TrainingStart: Codable {
  private enum CodingKeys: String, CodingKey {
    case model, training, corpus, parameters, precision, seed, threads, step
  }

  /// Writes all but the steps of an epoch; the precision and the seed also by themselves, to be found.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(configuration, forKey: .model)
    try values.encode(training, forKey: .training)
    try values.encode(corpus, forKey: .corpus)
    try values.encode(parameterCount, forKey: .parameters)
    try values.encode(training.precision, forKey: .precision)
    try values.encode(training.seed, forKey: .seed)
    try values.encode(threadCount, forKey: .threads)
    try values.encode(step, forKey: .step)
  }

  /// Reads what a log says; `stepsPerEpoch` is 0, and a corpus described by another version is empty.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      configuration: try values.decode(NetworkConfiguration.self, forKey: .model),
      training: try values.decode(TrainingConfiguration.self, forKey: .training),
      corpus: (try? values.decode(CorpusStatistics.self, forKey: .corpus)) ?? CorpusStatistics(),
      threadCount: try values.decode(Int.self, forKey: .threads),
      parameterCount: try values.decode(Int.self, forKey: .parameters),
      step: try values.decode(Int.self, forKey: .step), stepsPerEpoch: 0)
  }
}
