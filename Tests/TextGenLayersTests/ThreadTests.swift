import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

/// Written for the thread sanitizer, which does not see whole vectors: the reference kernels touch
/// one float at a time, and a shard takes longer than a thread takes to start.
struct ThreadTests {
  private func gradient(_ sample: NetworkSample, threads: Int) -> [UInt32] {
    let network = sample.network(
      dropsValues: true, engine: Engine(threadCount: threads, instructionSet: .reference))
    for step in 0..<2 {
      let dropout = Dropout(probability: 0.2, seed: 7, step: step, batchSize: sample.rows)
      _ = network.lossAndGradient(
        inputs: sample.inputs, targets: sample.targets, dropout: dropout)
      network.pack()
    }
    return network.gradient.values().bits
  }

  @Test(arguments: CellKind.allCases)
  func `threads write to no memory of each other`(cell: CellKind) {
    let configuration = NetworkConfiguration(
      cell: cell, layerCount: 2, vocabularySize: 40, embeddingSize: 17, hiddenSize: 18)
    let sample = NetworkSample(configuration, rows: 66, steps: 2, scale: 0.3)
    #expect(gradient(sample, threads: 1) == gradient(sample, threads: 3))
  }
}
