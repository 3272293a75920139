import Foundation
import Testing
import TextGen

struct ModelCatalogTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "textgen-catalog-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func put(_ name: String, in folder: String, at seconds: Double = 0) throws {
    let place = folder + "/" + name
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let file = place + "/model.safetensors"
    #expect(FileManager.default.createFile(atPath: file, contents: Data()))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: file)
  }

  @Test func `models of the box are looked for in the places of the environment, in order`() {
    let catalog = ModelCatalog(environment: [
      "TEXTGEN_HOME": "/t", "XDG_DATA_HOME": "/x", "XDG_DATA_DIRS": "/a:relative:/b",
      "HOME": "/h", "TEXTGEN_MODEL": "",
    ])
    #expect(catalog.sharedFolders.prefix(2) == ["/t/models", "/x/textgen/models"])
    let system = catalog.sharedFolders.filter { $0.hasPrefix("/a/") || $0.hasPrefix("/b/") }
    #expect(system == ["/a/textgen/models", "/b/textgen/models"])
    #expect(!catalog.sharedFolders.contains { $0.contains("relative") })
    #expect(catalog.preferred == nil)
    let plain = ModelCatalog(environment: ["HOME": "/h", "XDG_DATA_HOME": "relative"])
    #expect(plain.sharedFolders.first == "/h/.local/share/textgen/models")
  }

  @Test func `a preferred model goes before the one trained last, and that before the box`() throws
  {
    try withFolder { folder in
      let (own, box) = (folder + "/own", folder + "/box")
      try put("portugues", in: box)
      var catalog = ModelCatalog(folders: [own], sharedFolders: [box])
      #expect(try catalog.standard() == ChosenModel(path: box + "/portugues", reason: .bundled))
      try put("a", in: own, at: 2_000)
      try put("b", in: own, at: 1_000)
      #expect(try catalog.standard() == ChosenModel(path: own + "/a", reason: .trainedLast))
      catalog.preferred = "b"
      #expect(try catalog.standard() == ChosenModel(path: own + "/b", reason: .preferred))
      #expect(catalog.names == ["a", "b", "portugues"])
    }
  }

  @Test func `a model of the box is known as one in every folder, whichever is used`() throws {
    try withFolder { folder in
      let places = ["/near", "/far"].map { folder + $0 }
      for place in places { try put("poesia", in: place) }
      let catalog = ModelCatalog(folders: [], sharedFolders: places)
      #expect(catalog.path(of: .poesia) == places[0] + "/poesia")
      for place in places {
        #expect(catalog.isBundled(file: place + "/poesia/model.safetensors"))
      }
      try put("poemas", in: places[0])
      #expect(!catalog.isBundled(file: places[0] + "/poemas/model.safetensors"))
    }
  }

  @Test func `a name that is nearly one is told`() throws {
    try withFolder { folder in
      try put("poemas", in: folder)
      let catalog = ModelCatalog(folders: [folder])
      #expect(throws: ModelError.notFound(name: "poemsa", isFolder: false, similar: ["poemas"])) {
        try catalog.path(of: "poemsa")
      }
    }
  }

  @Test func `a model that is missing is told with all the folders in which it was looked for`() {
    let catalog = ModelCatalog(folders: ["/own"], sharedFolders: ["/near", "/own", "/far"])
    let folders = ["/own", "/near", "/far"]
    #expect(throws: ModelError.none(folders: folders)) { try TextModel(catalog: catalog) }
    #expect(throws: ModelError.notInstalled(.poesia, folders: folders)) {
      try TextModel("poesia", catalog: catalog)
    }
    #expect(
      "\(ModelError.notInstalled(.poesia, folders: folders))"
        == "poesia: there is no such model in /own, /near, /far")
  }

  @Test func `no folder is looked into twice`() {
    let catalog = ModelCatalog(environment: [
      "HOME": "/h", "XDG_DATA_DIRS": "/h/.local/share:/a:/a", "TEXTGEN_HOME": "/t",
    ])
    #expect(Set(catalog.sharedFolders).count == catalog.sharedFolders.count)
    #expect(catalog.sharedFolders.contains("/a/textgen/models"))
    #expect(!catalog.sharedFolders.contains { $0.contains("/../") })
  }

  @Test func `a file that is no model is said to be none`() throws {
    try withFolder { folder in
      let file = folder + "/notes.safetensors"
      #expect(FileManager.default.createFile(atPath: file, contents: Data("Ó mar".utf8)))
      let error = #expect(throws: ModelError.self) { try TextModel(file) }
      guard case .unreadable(let detail) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(detail.description.contains(file))
    }
  }
}
