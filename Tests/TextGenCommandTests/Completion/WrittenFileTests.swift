import Foundation
import Testing

@testable import TextGenCommand

struct WrittenFileTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func `a file that somebody else wrote or removed has changed`() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("poema.txt")
      var file = WrittenFile(url.path)
      #expect(try file.read() == "" && !file.hasChanged)
      try file.write("um verso")
      #expect(!file.hasChanged)
      try Data("um verso".utf8).write(to: url)
      #expect(!file.hasChanged)
      try Data("um inverso".utf8).write(to: url)
      #expect(file.hasChanged)
      #expect(try file.read() == "um inverso" && !file.hasChanged)
      try FileManager.default.removeItem(at: url)
      #expect(file.hasChanged)
    }
  }

  @Test func `a name given while writing can be taken back, and spares what lay there`() throws {
    try withFolder { folder in
      let (other, kept) = (folder.appendingPathComponent("a.txt"), folder.path + "/.a.txt.recovery")
      try Data("de outra pessoa".utf8).write(to: other)
      try Data("por guardar".utf8).write(to: URL(fileURLWithPath: kept))
      var file = WrittenFile(nil, states: folder.path)
      file.take(name: other.path)
      #expect(file.hasChanged)
      // What another writer has not saved is not taken for this text's.
      file.keep("meu")
      #expect(file.recovered(besides: "") == "meu")
      file.dropName()
      #expect(file.path == nil && !file.hasChanged)
      file.take(name: folder.path + "/b.txt")
      #expect(!file.hasChanged)
      try file.write("meu")
      file.dropName()
      #expect(file.path == folder.path + "/b.txt")
      #expect(file.recovered(besides: "") == nil)
      #expect(FileManager.default.fileExists(atPath: kept))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/untitled/text.recovery"))
    }
  }

  @Test func `texts without a name are kept apart, each until its writer has gone`() throws {
    try withFolder { folder in
      func begin() -> WrittenFile { WrittenFile(nil, states: folder.path) }
      var stays = begin()
      do {
        var goes = begin()
        goes.keep("um")
        stays.keep("dois")
        // Both are still written.
        var third = begin()
        #expect(third.recovered(besides: "") == nil)
        #expect(goes.recovered(besides: "") == "um")
      }
      var next = begin()
      #expect(next.recovered(besides: "") == "um")
      var last = begin()
      #expect(last.recovered(besides: "") == nil)
      last.keep("três")
      #expect(stays.recovered(besides: "") == "dois" && last.recovered(besides: "") == "três")
      #expect(next.recovered(besides: "") == "um")
      for file in [stays, next, last] { file.removeRecovery() }
      #expect(last.recovered(besides: "") == nil)
    }
  }

  @Test func `a text that has its name gives its place to others`() throws {
    try withFolder { folder in
      var first = WrittenFile(nil, states: folder.path)
      first.keep("um")
      first.take(name: folder.path + "/um.txt")
      try first.write("um")
      var second = WrittenFile(nil, states: folder.path)
      second.keep("dois")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.sorted() == ["um.txt", "untitled"])
      first.keep("um e meio")
      #expect(first.recovered(besides: "um") == "um e meio")
      #expect(second.recovered(besides: "") == "dois")
    }
  }

  @Test func `what was not saved is kept beside the file until it is`() throws {
    try withFolder { folder in
      var file = WrittenFile(folder.path + "/a.txt")
      #expect(file.recovered(besides: "") == nil)
      file.keep("verso por acabar")
      #expect(file.recovered(besides: "") == "verso por acabar")
      #expect(file.recovered(besides: "verso por acabar") == nil)
      try file.write("verso acabado")
      #expect(file.recovered(besides: "") == nil)
    }
  }
}
