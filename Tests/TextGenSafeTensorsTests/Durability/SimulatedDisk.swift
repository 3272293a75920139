/// A disk that loses what was not flushed when the power goes, in any combination.
///
/// It plays back a log of calls as far as they came. Writes to a file that was not flushed may be
/// lost one by one and leave zeros; names that were not flushed may be missing.
struct SimulatedDisk {
  let old: [UInt8]

  /// What stands under the target's name after a power cut behind the first `count` calls.
  func contents(
    after count: Int, of calls: [RecordedOperations.Call], using bits: inout SeededBits
  ) -> [UInt8] {
    var file: [(bytes: [UInt8], isSafe: Bool)] = []
    var renamed = false
    var renameIsSafe = false
    for call in calls.prefix(count) {
      switch call {
      case .write(let bytes): file.append((bytes, false))
      case .synchronizeFile: file = file.map { ($0.bytes, true) }
      case .rename: renamed = true
      case .synchronizeFolder: renameIsSafe = renamed
      default: break
      }
    }
    guard renameIsSafe || (renamed && Bool.random(using: &bits)) else { return old }
    return file.flatMap { bytes, isSafe in
      isSafe ? bytes : damaged(bytes, using: &bits)
    }
  }

  private func damaged(_ bytes: [UInt8], using bits: inout SeededBits) -> [UInt8] {
    switch Int.random(in: 0..<3, using: &bits) {
    case 0: bytes
    case 1: Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &bits)))
    default: [UInt8](repeating: 0, count: bytes.count)
    }
  }
}
