import TextGenTokenization

/// The memory that a process may use: that of the machine, or less where its container has a limit.
package enum SystemMemory {
  /// The limit of the control groups that the process is in, in bytes; nil where they set none.
  ///
  /// Version 2 has one tree, version 1 one for memory. The limits of all groups above count too; where a
  /// container does not see its own path, that of its root is what it has.
  /// - Parameter root: what precedes `/proc` and `/sys`.
  package static func groupLimit(root: String = "") -> Double? {
    guard let groups = try? TextFile(contentsOf: root + "/proc/self/cgroup").text else {
      return nil
    }
    var limits: [Double] = []
    for line in groups.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      if parts[0] == "0", parts[1].isEmpty {
        limits += Self.limits(in: root + "/sys/fs/cgroup", parts[2], "memory.max")
      } else if parts[1].split(separator: ",").contains("memory") {
        limits += Self.limits(in: root + "/sys/fs/cgroup/memory", parts[2], "memory.limit_in_bytes")
      }
    }
    return limits.min()
  }

  /// The limits of the group at `path` in `tree` and of those above it.
  private static func limits(in tree: String, _ path: Substring, _ file: String) -> [Double] {
    var parts = path.split(separator: "/")
    var limits: [Double] = []
    while true {
      let group = parts.map { "/" + $0 }.joined()
      let text = try? TextFile(contentsOf: "\(tree)\(group)/\(file)").text
      if let limit = text?.split(whereSeparator: \.isWhitespace).first.flatMap({ Double($0) }) {
        limits.append(limit)
      }
      guard parts.popLast() != nil else { return limits }
    }
  }
}
