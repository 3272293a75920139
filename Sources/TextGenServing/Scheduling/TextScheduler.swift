package import TextGenGeneration
package import TextGenLanguageModeling
package import TextGenTokenization

/// Writes the texts of many clients side by side with one model.
///
///     var pieces = try scheduler.write([request], pace: .stream)
///     while let piece = try await pieces.next() { show(piece) }
///
/// What a text becomes depends on its request alone. A job begins when there is room for all its texts, in
/// the order in which jobs came.
package protocol TextScheduler: Sendable {
  /// Begins to write the texts of `requests`, which are valid: at most 64 requests and together at most as
  /// many texts as are written side by side.
  ///
  /// - Throws: `ServiceFailure` where too many wait already, or the server stops.
  func write(
    _ requests: [WritingRequest], pace: TextPace, timeLimit: Duration?
  ) throws(ServiceFailure) -> WrittenPieces

  /// Takes no more jobs, refuses those that wait, and ends texts for their length when their time is over.
  func stop()

  /// How far each text is; waits for the step that is under way.
  var progress: [TextProgress] { get }

  /// Texts that are written now, and jobs that wait.
  var load: WriterLoad { get }
}

/// What a scheduler has to do.
package struct WriterLoad: Sendable, Hashable {
  /// Texts in the batch.
  package var texts = 0
  /// Jobs that wait for room.
  package var waiting = 0
}

/// A scheduler for a model of any kind; `clock` tells the time since some moment.
package func makeTextScheduler(
  _ model: any AutoregressiveModel, _ tokenizer: any Tokenizer, limits: WriterLimits,
  metrics: Metrics, clock: @escaping @Sendable () -> Duration
) -> any TextScheduler {
  func make(_ model: some AutoregressiveModel) -> any TextScheduler {
    WriterLoop(model, tokenizer, limits: limits, metrics: metrics, clock: clock)
  }
  return make(model)
}
