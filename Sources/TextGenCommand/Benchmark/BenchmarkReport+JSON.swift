import FoundationEssentials
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers

extension BenchmarkReport {
  /// One JSON object; what was not measured has no key.
  var json: String {
    let subject = run.subject
    let (training, generation) = (run.speeds[.training], run.speeds[.generation])
    return jsonText(
      Record(
        trainingTokensPerSecond: training?.median,
        trainingTokensPerSecondMinimum: training?.minimum,
        trainingTokensPerSecondMaximum: training?.maximum, trainingRepeats: training?.repeats,
        trainingProcessorSecondsPerMillionTokens: training?.processorSecondsPerMillion,
        gflops: run.figures(.training)?.gigaflops,
        shareOfPeak: run.figures(.training)?.shareOfPeak,
        secondsPerStep: training.map {
          Double(subject.batchSize * subject.sequenceLength) / $0.median
        },
        generationTokensPerSecond: generation?.median,
        generationTokensPerSecondMinimum: generation?.minimum,
        generationTokensPerSecondMaximum: generation?.maximum,
        generationRepeats: generation?.repeats,
        generationProcessorSecondsPerMillionTokens: generation?.processorSecondsPerMillion,
        generationGflops: run.figures(.generation)?.gigaflops,
        generationShareOfPeak: run.figures(.generation)?.shareOfPeak,
        generationStreams: generation == nil ? nil : subject.streams,
        peakGflops: run.peakOperationsPerSecond.map { $0 * 1e-9 },
        peakResidentBytes: run.peakResidentBytes,
        encodingMegabytesPerSecond: encoding.megabytesPerSecond, model: subject.configuration,
        precision: subject.precision.rawValue, batchSize: subject.batchSize,
        sequenceLength: subject.sequenceLength, threads: engine.threadCount,
        instructionSet: engine.instructionSet.rawValue), keys: .convertToSnakeCase)
  }

  private struct Record: Encodable {
    let trainingTokensPerSecond, trainingTokensPerSecondMinimum: Double?
    let trainingTokensPerSecondMaximum: Double?
    let trainingRepeats: Int?
    let trainingProcessorSecondsPerMillionTokens: Double?
    let gflops, shareOfPeak, secondsPerStep: Double?
    let generationTokensPerSecond, generationTokensPerSecondMinimum: Double?
    let generationTokensPerSecondMaximum: Double?
    let generationRepeats: Int?
    let generationProcessorSecondsPerMillionTokens: Double?
    let generationGflops, generationShareOfPeak: Double?
    let generationStreams: Int?
    let peakGflops: Double?
    let peakResidentBytes: Int
    let encodingMegabytesPerSecond: [String: Double]
    let model: NetworkConfiguration
    let precision: String
    let batchSize, sequenceLength, threads: Int
    let instructionSet: String
  }
}
