package import TextGenLanguageModeling
package import TextGenSafeTensors

/// Something that a person should know of a run, which does not end it.
package enum TrainingWarning: Sendable, Hashable {
  /// The folder is not locked, as its file system has no locks.
  case notLocked(FileError)
  /// A save failed; the next one tries again.
  case notSaved(CheckpointError)
  /// The log lacks a part.
  case notLogged(FileError)
}

extension TrainingWarning: CustomStringConvertible {
  /// One sentence: what happened and what it means.
  package var description: String {
    switch self {
    case .notLocked(let error): error.description
    case .notSaved(let error): "\(error); training continues, and the next save tries again"
    case .notLogged(let error): "\(error); training continues without this part of its log"
    }
  }
}
