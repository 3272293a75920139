// The words that a model knows as a tensor of bytes in its file.

import TextGenSafeTensors
package import TextGenWords

extension ModelFile {
  /// The words that the model at `path` knows, without reading its weights; nil in a file that does not
  /// say.
  ///
  /// - Throws: `CheckpointError` where the file is missing, damaged or altered.
  package static func lexicon(contentsOf path: String) throws(CheckpointError) -> Lexicon? {
    let file = try openCheckpoint(path, fileName: fileName)
    do {
      try file.verifyChecksum()
    } catch {
      throw .file(.format(error))
    }
    return try file.lexicon()
  }
}

extension ModelFile {
  /// The words that the model, which lies at `path`, knows, and those of `other`.
  ///
  /// - Throws: `CheckpointError` where its lexicon is damaged.
  package func lexicon(joining other: Lexicon, path: String) throws(CheckpointError) -> Lexicon {
    do {
      return try lexicon?.joined(with: other) ?? other
    } catch {
      throw .mismatch(path: path, detail: "its lexicon cannot be used: " + error.description)
    }
  }
}

extension SafeTensorsWriter {
  /// Adds the words that a model knows.
  mutating func add(_ lexicon: Lexicon) {
    add(SafeTensorsFile.lexicon, shape: [lexicon.bytes.count], lexicon.bytes)
  }
}

extension SafeTensorsFile {
  fileprivate static var lexicon: String { "lexicon" }

  /// The words that the model knows; nil in a file that does not say.
  ///
  /// - Throws: `CheckpointError` where they are no lexicon.
  func lexicon() throws(CheckpointError) -> Lexicon? {
    guard self[Self.lexicon] != nil else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try values(named: Self.lexicon, as: UInt8.self)
    } catch {
      throw .file(.format(error))
    }
    do {
      return try Lexicon(bytes: bytes)
    } catch {
      throw .mismatch(path: name, detail: "its lexicon cannot be used: " + error.description)
    }
  }
}
