/// How often an epoch reads the texts at a path.
package struct CorpusShare: Sendable, Hashable {
  /// The path of a text, or of a folder above it, without `.` and double slashes.
  package let path: String
  /// Readings of each text per epoch, on average, in `factors`: at 0.25 an epoch reads another quarter
  /// each time, at 1.5 everything once and half of it twice.
  package let factor: Double

  /// The factors that there are.
  package static let factors = 0.001...100.0

  /// The share `factor` of what is at `path`.
  package init(path: String, factor: Double) {
    precondition(Self.factors.contains(factor), "a share of \(factor)")
    self.path = Self.normalized(path)
    self.factor = factor
  }

  /// Whether the text called `name` is at the path or below it.
  func covers(_ name: String) -> Bool {
    let name = Self.normalized(name)
    let folder = path == "." ? "" : path == "/" ? path : path + "/"
    return name == path || name.hasPrefix(folder) && path.hasPrefix("/") == name.hasPrefix("/")
  }

  private static func normalized(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + parts : parts.isEmpty ? "." : parts
  }
}
