import Testing
import TextGenSafeTensors

@Suite struct LineLogTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `each line can be read as soon as it is added`() throws {
    let log = try LineLog(folder.file("log.jsonl"))
    #expect(folder.text("log.jsonl") == "")
    try log.append("{\"passo\":1}")
    #expect(folder.text("log.jsonl") == "{\"passo\":1}\n")
    try log.append("ação")
    #expect(folder.text("log.jsonl") == "{\"passo\":1}\nação\n")
    #expect(log.byteCount == 19)
    try log.synchronize()
  }

  @Test(arguments: [
    ("", ""), ("torn", ""), ("one\n", "one\n"), ("one\ntor", "one\n"), ("\n\nx", "\n\n"),
    ("one\n" + String(repeating: "x", count: 200_000), "one\n"),
  ])
  func `a torn last line is dropped`(before: String, after: String) throws {
    try folder.put(before, "log.jsonl")
    let log = try LineLog(folder.file("log.jsonl"))
    #expect(log.byteCount == after.utf8.count)
    try log.append("new")
    #expect(folder.text("log.jsonl") == after + "new\n")
  }

  @Test(arguments: [(0, ""), (4, "one\n"), (6, "one\n"), (8, "one\ntwo\n"), (99, "one\ntwo\n")])
  func `lines after a checkpoint are dropped`(kept: Int, after: String) throws {
    try folder.put("one\ntwo\nthr", "log.jsonl")
    let log = try LineLog(folder.file("log.jsonl"), keeping: kept)
    try log.append("new")
    #expect(folder.text("log.jsonl") == after + "new\n")
  }

  @Test func `a log that is to replace another leaves it as it is until it takes its place`() throws
  {
    try folder.put("old\n", "log.jsonl")
    do {
      let dropped = try LineLog(replacing: folder.file("log.jsonl"))
      try dropped.append("dropped")
    }
    #expect(folder.text("log.jsonl") == "old\n")
    #expect(folder.names == ["log.jsonl"])
    let log = try LineLog(replacing: folder.file("log.jsonl"))
    try log.append("one")
    #expect(folder.text("log.jsonl") == "old\n")
    try log.takePlace()
    try log.append("two")
    #expect(folder.text("log.jsonl") == "one\ntwo\n")
    #expect(folder.names == ["log.jsonl"] && log.byteCount == 8)
  }

  @Test func `a log that cannot be opened is refused in a sentence`() {
    #expect(
      message { try LineLog(folder.path) }
        == "\(folder.path) cannot be opened: Is a directory (errno 21)")
  }
}
