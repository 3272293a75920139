import TextGenCompute
import TextGenLayers
import TextGenSafeTensors
import TextGenTokenization

/// What takes time in reading a model's file, done side by side on the threads of an engine.
///
/// A part that fails keeps its error, so that the reader decides which of several is told.
struct ModelParts {
  /// The n-grams.
  let companion: Result<LanguageModel.Companion?, CheckpointError>
  /// The tokenizer, and what differs where this process cuts text by other rules.
  let tokenizer: Result<(tokenizer: any Tokenizer, warning: UnicodeMismatch?), CheckpointError>
  /// Whether the file is as it was written, and all its numbers are finite.
  let soundness: Result<Void, CheckpointError>

  /// Reads the parts of `file`.
  init(
    _ file: SafeTensorsFile, _ metadata: CheckpointMetadata,
    _ configuration: NetworkConfiguration, engine: Engine
  ) {
    let unread = CheckpointError.file(.other("\(file.name): it was not read"))
    var tokenizer: Result<(tokenizer: any Tokenizer, warning: UnicodeMismatch?), CheckpointError> =
      .failure(unread)
    var soundness: Result<Void, CheckpointError> = .failure(unread)
    let ngrams = Result { () throws(CheckpointError) in try metadata.ngrams(for: configuration) }
    let stored = (try? ngrams.get()).flatMap { $0 }
    let levelCount = stored?.levelCount ?? 0
    let levels = ShardResults<StoredNGrams.DecodedLevel>(count: levelCount)
    engine.forEach(levelCount + 2) { part in
      switch part - levelCount {
      case 0:
        tokenizer = Result { () throws(CheckpointError) in
          let record = try metadata.tokenizerRecord()
          return (try metadata.tokenizer(of: record, for: configuration), record.versionWarning)
        }
      case 1: soundness = Result { () throws(CheckpointError) in try file.requireSoundness() }
      default: if let stored { levels.set(part, stored.decode(part)) }
      }
    }
    companion = Result { () throws(CheckpointError) in try ngrams.get()?.companion(levels.values) }
    self.tokenizer = tokenizer
    self.soundness = soundness
  }
}

extension SafeTensorsFile {
  /// Refuses a file that was altered or has a number that is not finite.
  fileprivate func requireSoundness() throws(CheckpointError) {
    do {
      try verifyChecksum()
      try requireFinite()
    } catch {
      throw .file(.format(error))
    }
  }
}
