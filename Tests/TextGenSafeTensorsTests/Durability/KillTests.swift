import Glibc
import Testing
import TextGenSafeTensors

/// Real processes that really end in the middle of their work.
@Suite struct KillTests {
  @Test func `kill -9 at any call leaves the old file or the new one`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("x.safetensors")
    try write(1, to: path)
    let count = try callCount(path)
    var states: [Float] = []
    for call in 0..<count {
      try write(1, to: path)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, call = call as Int] in
        let operations = RecordedOperations()
        operations.killedAfter = call
        operations.writeLimit = 100
        try writer(2).write(to: path, operations: operations)
      }
      let file = try SafeTensorsFile(path: path)
      try file.verifyChecksum()
      states.append(try file.floats(named: "w")[0])
    }
    #expect(Set(states) == [1, 2])
    #expect(states == states.sorted(), "once the new file stands, it stays")
    #expect(folder.names.count > 1)
    AtomicFile.removeStale(in: folder.path)
    #expect(folder.names == ["x.safetensors"])
  }

  @Test func `a file that outgrows the limit of the system is refused and the old one stays`()
    async throws
  {
    let folder = try TemporaryFolder()
    try folder.put("old", "a")
    let path = folder.file("a")
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
      precondition(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let text = message {
        try AtomicFile.replace(path) { try $0.write(String(repeating: "n", count: 5000)) }
      }
      precondition(
        text == "\(path) cannot be written: File too large (errno 27); the previous file is"
          + " untouched", text)
    }
    #expect(folder.text("a") == "old")
    #expect(folder.names == ["a"])
  }

  @Test func `the lock of a killed process is free`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try FolderLock(path)
      withExtendedLifetime(lock) { _ = kill(getpid(), SIGKILL) }
    }
    _ = try FolderLock(path)
  }

  private func callCount(_ path: String) throws -> Int {
    let operations = RecordedOperations()
    operations.writeLimit = 100
    try writer(1).write(to: path, operations: operations)
    return operations.calls.count
  }
}

private func write(_ value: Float, to path: String) throws { try writer(value).write(to: path) }

private func writer(_ value: Float) -> SafeTensorsWriter {
  var writer = SafeTensorsWriter()
  writer.add("w", shape: [20], Array(repeating: value, count: 20))
  writer.add("ids", shape: [3], [1, 2, 3] as [Int32])
  return writer
}
