import TextGenLanguageModeling
import TextGenSafeTensors

/// A folder for what is kept of one text without a name.
///
/// Nobody else takes it while it is held, so that several such texts may be written at once; whatever ends
/// the process ends the hold, too, and then the text is found again.
final class UntitledPlace {
  /// The most texts without a name.
  private static let most = 100

  /// The file in which the text is kept.
  let path: String
  /// Nil where the file system has no locks.
  private let lock: FolderLock?

  private init(_ folder: String, _ lock: FolderLock?) {
    path = Self.path(in: folder)
    self.lock = lock
  }

  /// The first place in the folder `states` with a text whose writer has gone; nil where there is none.
  static func abandoned(in states: String) -> UntitledPlace? {
    for folder in folders(in: states) where FileSystem.exists(path(in: folder)) {
      // Its writer may have saved the text meanwhile.
      if let place = held(folder), FileSystem.exists(place.path) { return place }
    }
    return nil
  }

  /// The first place in the folder `states` that nobody holds and that has no text; nil where there is none.
  static func free(in states: String) -> UntitledPlace? {
    for folder in folders(in: states) {
      do throws(CheckpointError) { try FileSystem.createFolder(folder) } catch { return nil }
      if let place = held(folder), !FileSystem.exists(place.path) { return place }
    }
    return nil
  }

  /// The place in `folder`, which exists; nil where somebody else holds it.
  private static func held(_ folder: String) -> UntitledPlace? {
    do throws(FileError) {
      return UntitledPlace(folder, try FolderLock(folder, tries: 1))
    } catch {
      return error.kind == .lockingUnsupported ? UntitledPlace(folder, nil) : nil
    }
  }

  private static func folders(in states: String) -> [String] {
    (1...most).map { states + "/untitled" + ($0 == 1 ? "" : "-\($0)") }
  }

  private static func path(in folder: String) -> String { folder + "/text.recovery" }
}
