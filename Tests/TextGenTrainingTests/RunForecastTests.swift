import Foundation
import Testing
import TextGenLanguageModeling

@testable import TextGenTraining

/// What a run says of its end while it trains.
struct RunForecastTests {
  /// A run that only its held-out text ends.
  private static var open: TinyRun {
    var run = TinyRun()
    run.training.budget = TrainingBudget()
    run.training.learningRate = 3e-2
    return run
  }

  private func step(_ step: Int, seconds: Double, progress: Double? = nil) -> TrainingStep {
    TrainingStep(
      step: step, epoch: 0, loss: 1, bitsPerCharacter: 1, gradientNorm: 1, wasClipped: false,
      learningRate: 1, charactersPerSecond: 1, seconds: seconds, progress: progress)
  }

  private func validation(_ step: Int, seconds: Double, isBest: Bool) -> TrainingValidation {
    TrainingValidation(
      step: step, epoch: Double(step), bitsPerCharacter: 2, networkBitsPerCharacter: nil,
      perplexity: 4, isBest: isBest, seconds: seconds)
  }

  /// The measurements that were left after each of `validations`, as `forecast` reckons.
  private func ranges(
    _ validations: [TrainingValidation], _ forecast: RunForecast
  ) -> [ClosedRange<Int>] {
    var forecast = forecast
    return validations.map { validation in
      forecast.note(validation)
      return forecast.measurementsLeft
    }
  }

  @Test func `no run ends before its earliest end, which is exact once nothing improves`() throws {
    let trainer = try Self.open.trainer(nil)
    let forecast = trainer.forecast
    #expect(forecast.isOpen && forecast.measurementsLeft == 12...18)
    var validations: [TrainingValidation] = []
    let end = try trainer.run { event in
      if case .validation(let validation, _) = event { validations.append(validation) }
    }
    #expect(end.reason == .converged)
    let left = ranges(validations, forecast).dropLast()
    let actual = left.indices.map { validations.count - 1 - $0 }
    #expect(zip(left, actual).allSatisfy { $0.lowerBound <= $1 })
    let best = try #require(validations.lastIndex { $0.isBest })
    #expect(left[best...].map(\.lowerBound) == Array(actual[best...]))
    #expect(best > 2, "the curve would prove nothing")
  }

  /// What a run in `folder` forecasts that is stopped after a step; the folder is free then.
  private func forecast(after step: Int, in folder: String) throws -> RunForecast {
    let request = StopRequest()
    let trainer = try Self.open.trainer(folder)
    var forecast = trainer.forecast
    _ = try trainer.run(stop: request) { event in
      switch event {
      case .step(let done):
        forecast.note(done)
        if done.step == step { request.make() }
      case .validation(let validation, _): forecast.note(validation)
      default: break
      }
    }
    return forecast
  }

  @Test(arguments: [7, 20, 45])
  func `a resumed run forecasts what an uninterrupted one does`(_ stop: Int) throws {
    try withFolder { folder in
      let whole = try forecast(after: stop, in: folder)
      let resumed = try Self.open.resumed(folder).forecast
      #expect(resumed.measurementsLeft == whole.measurementsLeft)
      #expect(resumed.best?.step == whole.best?.step)
      #expect(resumed.measurementsSinceBest == whole.measurementsSinceBest)
    }
  }

  @Test func `the time left is steps times the pace of this session`() throws {
    var forecast = RunForecast(TrainingBudget(), interval: 10)
    #expect(forecast.outlook == nil)
    forecast.note(step(1, seconds: 100))
    #expect(forecast.outlook == nil)
    forecast.note(step(3, seconds: 104))
    // 12 to 18 measurements of ten steps, less the three that were made, at two seconds a step.
    let early = try #require(forecast.outlook)
    #expect(early.seconds == 234...354)
    forecast.note(step(10, seconds: 118))
    forecast.note(validation(10, seconds: 118, isBest: true))
    forecast.note(step(15, seconds: 128))
    // One measurement has improved: 12 more at least, 19 as the forecast reckons, less five steps.
    let late = try #require(forecast.outlook)
    #expect(late.seconds == 230...370)
    #expect(abs(late.share - 15.0 / 200) < 1e-12)
  }

  @Test func `each cut begins the reckoning anew`() {
    var forecast = RunForecast(TrainingBudget(), interval: 1)
    var left: [ClosedRange<Int>] = []
    for (index, isBest) in [true, true, false, true, false, false, false, false, true].enumerated()
    {
      forecast.note(validation(index + 1, seconds: 0, isBest: isBest))
      left.append(forecast.measurementsLeft)
    }
    #expect(
      left == [12...19, 12...20, 11...18, 12...22, 11...19, 10...17, 9...13, 8...12, 9...15])
  }

  @Test func `a budget leaves one time`() throws {
    var forecast = RunForecast(TrainingBudget(steps: 40), interval: 10)
    #expect(!forecast.isOpen)
    forecast.note(step(10, seconds: 30, progress: 0.25))
    #expect(forecast.outlook == .init(share: 0.25, seconds: 90...90))
    forecast.note(validation(10, seconds: 31, isBest: true))
    #expect(forecast.outlook?.seconds == 90...90)
  }

  @Test func `recorded runs end within their forecasts`() throws {
    var (within, all) = (0, 0)
    for curve in RecordedCurve.allCases {
      let validations = try curve.validations
      let ranges = ranges(validations, RunForecast(TrainingBudget(), interval: 1)).dropLast()
      for (index, range) in ranges.enumerated() {
        let actual = validations.count - 1 - index
        #expect(range.lowerBound <= actual, "\(curve), measurement \(index + 1)")
        all += 1
        if range.contains(actual) { within += 1 }
      }
    }
    #expect(all > 100)
    #expect(Double(within) / Double(all) >= RecordedCurve.shareWithin)
  }
}
