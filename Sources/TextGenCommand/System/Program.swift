import FoundationEssentials

/// This program, for running it once more.
enum Program {
  /// The file that this process runs, whatever became of its name: a new build may have taken its place.
  static var running: String { "/proc/\(ProcessInfo.processInfo.processIdentifier)/exe" }

  /// Where it lies.
  ///
  /// - Throws: `Failure` where the system does not say.
  static var path: String {
    get throws(Failure) {
      guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      else {
        throw Failure(SystemMessage.noProgramPath)
      }
      return path
    }
  }
}
