import Glibc
import TextGenSafeTensors

/// Real file operations that keep a log and can be made to fail, to write little, or to be the last
/// that the process does.
final class RecordedOperations: FileOperations {
  enum Call: Equatable {
    case openFolder
    case create
    case setPermissions(UInt32)
    case write([UInt8])
    case synchronizeFile
    case synchronizeFolder
    case close
    case rename
    case remove
  }

  private(set) var calls: [Call] = []
  private var folder: Int32?
  private let system = SystemFileOperations()

  /// The error number with which call `index` fails, if it shall fail.
  var failure: (_ index: Int, _ call: Call) -> Int32? = { _, _ in nil }

  /// The most bytes that one write takes.
  var writeLimit = Int.max

  /// The number of calls after which the process kills itself.
  var killedAfter = Int.max

  private func record(_ call: Call) throws(SystemError) {
    if calls.count == killedAfter { kill(getpid(), SIGKILL) }
    calls.append(call)
    if let code = failure(calls.count - 1, call) { throw SystemError(code: code) }
  }

  func openFolder(_ path: String) throws(SystemError) -> Int32 {
    try record(.openFolder)
    let descriptor = try system.openFolder(path)
    folder = descriptor
    return descriptor
  }

  func create(_ path: String) throws(SystemError) -> Int32 {
    try record(.create)
    return try system.create(path)
  }

  func setPermissions(_ permissions: UInt32, of descriptor: Int32) throws(SystemError) {
    try record(.setPermissions(permissions))
    try system.setPermissions(permissions, of: descriptor)
  }

  func write(_ bytes: RawSpan, to descriptor: Int32) throws(SystemError) -> Int {
    let part = bytes.extracting(first: writeLimit)
    try record(.write(part.withUnsafeBytes { Array($0) }))
    return try system.write(part, to: descriptor)
  }

  func synchronize(_ descriptor: Int32) throws(SystemError) {
    try record(descriptor == folder ? .synchronizeFolder : .synchronizeFile)
    try system.synchronize(descriptor)
  }

  func close(_ descriptor: Int32) throws(SystemError) {
    try system.close(descriptor)
    try record(.close)
  }

  func rename(_ source: String, to target: String) throws(SystemError) {
    try record(.rename)
    try system.rename(source, to: target)
  }

  func remove(_ path: String) throws(SystemError) {
    try record(.remove)
    try system.remove(path)
  }
}
