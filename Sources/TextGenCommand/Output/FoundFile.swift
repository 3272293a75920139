import TextGenFigures
import TextGenLanguageModeling

/// What is at a path where a command is to write.
enum FoundFile {
  case nothing
  case folder
  /// A page that this program wrote.
  case page
  /// A picture that this program wrote.
  case picture
  /// A model that this program can read.
  case model(ModelSummary)
  /// Anything else, which somebody made.
  case foreign

  /// Bytes in which a page or picture says who made it.
  private static let headSize = 1024

  /// What is at `path`.
  init(at path: String) {
    guard FileSystem.exists(path) else {
      self = .nothing
      return
    }
    guard !FileSystem.isFolder(path) else {
      self = .folder
      return
    }
    let head = String(decoding: FileSystem.firstBytes(of: path, Self.headSize), as: UTF8.self)
    if head.hasPrefix("<!DOCTYPE html>"), head.contains(Origin.page) {
      self = .page
    } else if head.hasPrefix("<?xml"), head.contains(Origin.picture) {
      self = .picture
    } else if FileSystem.isRegularFile(path), let model = try? ModelSummary(contentsOf: path) {
      self = .model(model)
    } else {
      self = .foreign
    }
  }
}
