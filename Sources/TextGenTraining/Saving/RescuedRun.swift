package import TextGenLanguageModeling

/// A run that could not be saved in its folder at the end, and was saved in another one.
package struct RescuedRun: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where it is.
  package let folder: String
  /// Why it is not in its own folder.
  package let reason: CheckpointError

  /// One sentence: what was found, where the run is and what to do.
  package var description: String { Self.sentence(folder: folder, reason: reason.description) }

  /// The sentence, with the reason in the words of whoever says it.
  package static func sentence(folder: String, reason: String) -> String {
    "\(reason); what was learned is saved in \(folder) instead: make room and move it to where it belongs"
  }
}
