import FoundationEssentials
import Glibc
import Testing
import TextGenSafeTensors

@Suite struct AtomicFileTests {
  private let folder: TemporaryFolder
  private let operations = RecordedOperations()

  init() throws { folder = try TemporaryFolder() }

  private func isLink(_ name: String) -> Bool {
    var status = stat()
    return lstat(folder.file(name), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private func replace(_ name: String, by text: String) throws {
    try AtomicFile.replace(folder.file(name), operations: operations) { file in
      try file.write(text)
    }
  }

  @Test func `the file is flushed before it gets its name, and the folder after`() throws {
    try replace("a", by: "new")
    let new = Array("new".utf8)
    #expect(
      operations.calls == [
        .openFolder, .create, .write(new), .synchronizeFile, .close, .rename, .synchronizeFolder,
        .close,
      ])
    #expect(folder.text("a") == "new")
    #expect(folder.names == ["a"])
  }

  @Test func `a failure of any call leaves the old file or the new one, and nothing else`() throws {
    try folder.put("old", "a")
    try replace("a", by: "new")
    let calls = operations.calls
    for index in calls.indices {
      try folder.put("old", "a")
      let failing = RecordedOperations()
      failing.failure = { call, _ in call == index ? ENOSPC : nil }
      let text = message {
        try AtomicFile.replace(folder.file("a"), operations: failing) { try $0.write("new") }
      }
      let renamed = index > (calls.firstIndex(of: .rename) ?? 0)
      #expect(folder.text("a") == (renamed ? "new" : "old"), "call \(index)")
      #expect(folder.names == ["a"], "call \(index)")
      let expected =
        !renamed
        ? "\(folder.file("a")) cannot be written: No space left on device (errno 28); the previous"
          + " file is untouched"
        : calls[index] == .synchronizeFolder
          ? "\(folder.file("a")) is written, but its folder cannot be flushed to the disk: No space"
            + " left on device (errno 28); after a power cut the previous file could be back"
          : "no error"
      #expect(text == expected, "call \(index)")
    }
  }

  @Test func `a failure without a previous file does not speak of one`() throws {
    operations.failure = { _, call in call == .synchronizeFile ? EIO : nil }
    #expect(
      message { try replace("a", by: "new") }
        == "\(folder.file("a")) cannot be written: Input/output error (errno 5)")
    #expect(folder.names == [])
  }

  @Test func `short writes and interruptions lose nothing`() throws {
    operations.writeLimit = 3
    operations.failure = { index, call in
      if case .write = call, index.isMultiple(of: 2) { EINTR } else { nil }
    }
    try replace("a", by: "Era uma vez uma ação.")
    #expect(folder.text("a") == "Era uma vez uma ação.")
  }

  @Test func `an error of the body removes what it wrote and passes through`() throws {
    struct Stop: Error {}
    try folder.put("old", "a")
    #expect(throws: Stop.self) {
      try AtomicFile.replace(folder.file("a")) { file in
        try file.write("new")
        throw Stop()
      }
    }
    #expect(folder.text("a") == "old")
    #expect(folder.names == ["a"])
  }

  @Test func `a link stays and the file behind it is replaced`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("there"), withIntermediateDirectories: false)
    try folder.put("old", "there/a")
    symlink("there/a", folder.file("one"))
    symlink(folder.file("one"), folder.file("two"))
    symlink("there/b", folder.file("dangling"))
    try replace("two", by: "new")
    try replace("dangling", by: "first")
    #expect(folder.text("there/a") == "new")
    #expect(folder.text("there/b") == "first")
    #expect(isLink("one") && isLink("two") && isLink("dangling"))
    #expect(folder.names == ["dangling", "one", "there", "two"])
  }

  @Test func `links in a circle, folders, devices and missing folders are refused`() throws {
    symlink("y", folder.file("x"))
    symlink("x", folder.file("y"))
    #expect(
      message { try replace("x", by: "new") }
        == "\(folder.file("x")) cannot be written: Too many levels of symbolic links (errno 40)")
    #expect(
      message { try AtomicFile.replace(folder.path) { try $0.write("new") } }
        == "\(folder.path) is a folder; name a file to write")
    #expect(
      message { try AtomicFile.replace("/dev/null") { try $0.write("new") } }
        == "/dev/null is a device or a pipe; name a file to write")
    #expect(
      message { try replace("none/a", by: "new") }
        == "\(folder.file("none/a")) cannot be written: No such file or directory (errno 2)")
  }

  @Test func `a replaced file keeps its permissions`() throws {
    try folder.put("old", "a")
    chmod(folder.file("a"), 0o600)
    try replace("a", by: "new")
    var status = stat()
    #expect(stat(folder.file("a"), &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(operations.calls.contains(.setPermissions(0o600)))
  }

  @Test func `only what dead processes left behind is removed`() throws {
    let kept = [
      ".textgen-\(getpid())-1a.tmp", ".textgen-1-1a.tmp", ".textgen-x-1a.tmp", ".textgen-99-.tmp",
      ".textgen-0-1a.tmp", ".textgen--5-1a.tmp", ".textgen-999999999-1a.txt", "a.tmp",
    ]
    for name in kept + [".textgen-999999999-1a.tmp", ".textgen-999999998-ffffffffffffffff.tmp"] {
      try folder.put("", name)
    }
    #expect(AtomicFile.removeStale(in: folder.path) == 2)
    #expect(folder.names == kept.sorted())
    #expect(AtomicFile.removeStale(in: folder.file("none")) == 0)
  }

  @Test func `a name as long as the file system allows can be written`() throws {
    let name = String(repeating: "n", count: 255)
    try replace(name, by: "new")
    #expect(folder.text(name) == "new")
  }
}
