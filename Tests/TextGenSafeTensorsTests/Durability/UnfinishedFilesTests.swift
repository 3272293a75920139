import Foundation
import Testing

@testable import TextGenSafeTensors

struct UnfinishedFilesTests {
  @Test func `what is unfinished is removed, and what has its name stays`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/textgen-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = UnfinishedFiles()
    for name in ["begun", "done"] {
      #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil))
      files.insert("\(folder)/\(name)")
    }
    files.forget("\(folder)/done")
    files.remove()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["done"])
  }
}
