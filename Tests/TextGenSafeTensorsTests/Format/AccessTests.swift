import Testing
import TextGenSafeTensors

@Suite struct AccessTests {
  @Test func `a missing tensor, another type and another shape are refused in a sentence`() throws {
    let file = try SafeTensorsFile(bytes: sampleFile(), name: "x.safetensors")
    #expect(
      message { try file.floats(named: "output.weight") }
        == "x.safetensors: there is no tensor \"output.weight\" among its 3 tensors")
    #expect(
      message { try file.floats(named: "ids") }
        == "x.safetensors: tensor \"ids\" holds I32, expected F32")
    #expect(
      message { try file.floats(named: "w", shape: [3, 2]) }
        == "x.safetensors: tensor \"w\" has the shape [2, 3], expected [3, 2]")
    #expect(
      message { try file.withFloats(named: "w", shape: [6]) { _ in 0 } }
        == "x.safetensors: tensor \"w\" has the shape [2, 3], expected [6]")
  }

  @Test func `some elements of a tensor are read where they lie, at any byte`() throws {
    let file = try SafeTensorsFile(bytes: sampleFile(), name: "x.safetensors")
    let numbers = file.withElements(1..<3, of: try file.entry(named: "q"), as: Int8.self) {
      numbers in numbers.indices.map { numbers[$0] }
    }
    #expect(try numbers == Array(file.values(named: "q", as: Int8.self)[1..<3]))
    // The second tensor begins at an odd byte.
    let header = "{" + entry("a", "1", 0, 1, dtype: "U8") + "," + entry("w", "2", 1, 9) + "}"
    let bytes = handmade(header) + [7, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]
    let odd = try SafeTensorsFile(bytes: bytes, name: "x")
    let value = odd.withElements(1..<2, of: try odd.entry(named: "w"), as: Float.self) { $0[0] }
    #expect(value == -2)
  }

  @Test(arguments: [0, 3]) func `elements beyond a tensor stop the program`(_ start: Int) async {
    await #expect(processExitsWith: .failure) { [start] in
      let file = try SafeTensorsFile(bytes: sampleFile(), name: "x.safetensors")
      let entry = try file.entry(named: "q")
      _ = file.withElements(start..<start + 5, of: entry, as: Int8.self) { $0[0] }
    }
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func `the first value that is not finite is found`(value: Float) throws {
    var writer = SafeTensorsWriter()
    writer.add("a", shape: [2], [.greatestFiniteMagnitude, -0.0] as [Float])
    writer.add("w", shape: [5], [0, 1, value, 2, value])
    let file = try SafeTensorsFile(bytes: writer.bytes(), name: "x.safetensors")
    #expect(try file.firstNonFinite(named: "a") == nil)
    #expect(try file.firstNonFinite(named: "w") == 2)
    #expect(
      message { try file.requireFinite() }
        == "x.safetensors: element 2 of tensor \"w\", at byte \(file.byteCount - 12), is infinite"
        + " or not a number")
  }

  @Test func `every floating-point type is searched for values that are not finite`() throws {
    var writer = SafeTensorsWriter()
    writer.add("d", shape: [3], [1, 2, -Double.infinity])
    writer.add(
      "b", shape: [2], [BFloat16Bits(bitPattern: 0x7F7F), BFloat16Bits(bitPattern: 0x7F81)])
    writer.add("i", shape: [1], [-1] as [Int32])
    let file = try SafeTensorsFile(bytes: writer.bytes(), name: "x")
    #expect(try file.firstNonFinite(named: "d") == 2)
    #expect(try file.firstNonFinite(named: "b") == 1)
    #expect(try file.firstNonFinite(named: "i") == nil)
    let half = "{" + entry("h", "2", 0, 4, dtype: "F16") + "}"
    let halves = try SafeTensorsFile(bytes: handmade(half) + [0xFF, 0x7B, 0, 0xFC], name: "x")
    #expect(try halves.firstNonFinite(named: "h") == 1)
  }

  @Test func `a path that is no file is refused in a sentence`() throws {
    let folder = try TemporaryFolder()
    #expect(
      message { try SafeTensorsFile(path: folder.path) }
        == "\(folder.path): is a folder, not a safetensors file")
    #expect(
      message { try SafeTensorsFile(path: folder.file("none")) }
        == "\(folder.file("none")): cannot be opened: No such file or directory (errno 2)")
    #expect(
      message { try SafeTensorsFile(path: "/dev/null") }
        == "/dev/null: is a device or a pipe; copy its contents to a file first")
    try folder.put("", "empty")
    #expect(
      message { try SafeTensorsFile(path: folder.file("empty")) }
        == "\(folder.file("empty")): the file is empty, so it is not a safetensors file")
  }

  @Test func `an open file keeps its bytes while it is replaced`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("x.safetensors")
    var writer = SafeTensorsWriter()
    writer.add("w", shape: [1], [1] as [Float])
    try writer.write(to: path)
    let old = try SafeTensorsFile(path: path)
    var other = SafeTensorsWriter()
    other.add("w", shape: [1], [2] as [Float])
    try other.write(to: path)
    #expect(try old.floats(named: "w") == [1])
    #expect(try SafeTensorsFile(path: path).floats(named: "w") == [2])
  }

  @Test func `names from a file cannot break a message`() throws {
    let name = "a\\n\\u001b[2J\\u202e" + String(repeating: "x", count: 1000)
    let bytes = handmade("{" + entry(name, "1", 0, 3) + "}", data: 3)
    let text = message { try SafeTensorsFile(bytes: bytes, name: "x") }
    #expect(text.hasPrefix("x: the header is invalid: in tensor \"a\\u{a}\\u{1b}[2J\\u{202e}xxx"))
    #expect(text.unicodeScalars.count < 300)
    #expect(!text.contains("\n") && !text.contains("\u{1B}"))
  }
}

/// The description of what `body` throws.
func message<Result>(_ body: () throws -> Result) -> String {
  do {
    _ = try body()
    return "no error"
  } catch {
    return "\(error)"
  }
}
