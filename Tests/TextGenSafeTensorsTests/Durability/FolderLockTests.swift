import Testing
import TextGenSafeTensors

@Suite struct FolderLockTests {
  @Test func `a second lock is refused until the first is gone, and leaves no file`() throws {
    let folder = try TemporaryFolder()
    var lock: FolderLock? = try FolderLock(folder.path)
    #expect(lock != nil)
    #expect(
      message { try FolderLock(folder.path) }
        == "\(folder.path) is in use by another process; wait until it ends or choose another"
        + " folder")
    #expect(folder.names == [])
    lock = nil
    _ = try FolderLock(folder.path)
  }

  @Test func `a lock needs a folder`() throws {
    let folder = try TemporaryFolder()
    try folder.put("", "a")
    #expect(
      message { try FolderLock(folder.file("none")) }
        == "\(folder.file("none")) cannot be opened as a folder: No such file or directory (errno 2)"
    )
    #expect(
      message { try FolderLock(folder.file("a")) }
        == "\(folder.file("a")) cannot be opened as a folder: Not a directory (errno 20)")
  }
}
