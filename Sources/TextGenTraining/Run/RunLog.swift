import FoundationEssentials
import TextGenLanguageModeling

/// The log of a run, read back.
package struct RunLog {
  private let lines: [Data]
  private let decoder = TrainingRecord.decoder

  /// The log in `folder`; empty where there is none.
  package init(of folder: RunFolder) {
    let data = FileManager.default.contents(atPath: folder.log) ?? Data()
    lines = data.split(separator: UInt8(ascii: "\n")).map { Data($0) }
  }

  /// What the lines say, in order; a line that is no event is left out.
  package var records: some Sequence<TrainingRecord> { lines.lazy.compactMap(record) }

  /// The measurements of held-out text, in order.
  package var validations: [TrainingValidation] {
    records.compactMap { record -> TrainingValidation? in
      if case .validation(let validation) = record { validation } else { nil }
    }
  }

  /// Whether a run began the log.
  package var isOfRun: Bool {
    switch lines.first.flatMap(record) {
    case .start, .other("start"): true
    default: false
    }
  }

  /// Whether the run has ever saved its state.
  package var hasSaved: Bool {
    records.contains { record in
      if case .checkpoint = record { true } else { false }
    }
  }

  /// The name of the model that the run started from; nil where its weights were random.
  package var startingModel: String? {
    guard case .start(let start) = lines.first.flatMap(record) else { return nil }
    return start.training.startingModel?.name
  }

  /// How the run ended by itself; nil where it did not, or was interrupted.
  package var ending: EndReason? {
    guard case .end(let end) = lines.last.flatMap(record), end.reason != .interrupted else {
      return nil
    }
    return end.reason
  }

  private func record(_ line: Data) -> TrainingRecord? {
    try? decoder.decode(TrainingRecord.self, from: line)
  }
}
