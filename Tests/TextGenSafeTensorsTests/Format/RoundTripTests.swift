import Testing
import TextGenSafeTensors

@Suite struct RoundTripTests {
  @Test func `what is written is read back, from memory and from a mapped file`() throws {
    let folder = try TemporaryFolder()
    var writer = SafeTensorsWriter(metadata: ["a": "b", "ção": "\"\\\n\u{1}\u{1F}é😀\u{0}"])
    writer.add("floats", shape: [2, 2], [1, .infinity, -0.0, .leastNonzeroMagnitude] as [Float])
    writer.add("doubles", shape: [1], [Double.pi])
    writer.add("words", shape: [2], [Int64.min, .max])
    writer.add("state", shape: [], [UInt64.max])
    writer.add("bytes", shape: [3], [0, 1, 255] as [UInt8])
    writer.add("signed", shape: [1, 1], [-128] as [Int8])
    writer.add("half", shape: [1], [BFloat16Bits(bitPattern: 0x3F80)])
    writer.add("none", shape: [0, 7], [] as [Int32])
    try writer.write(to: folder.file("x.safetensors"))
    let mapped = try SafeTensorsFile(path: folder.file("x.safetensors"))
    let inMemory = try SafeTensorsFile(bytes: try writer.bytes(), name: "x")
    for file in [mapped, inMemory] {
      let floats = try file.floats(named: "floats", shape: [2, 2])
      #expect(floats.map(\.bitPattern) == [0x3F80_0000, 0x7F80_0000, 0x8000_0000, 1])
      #expect(try file.values(named: "doubles", as: Double.self) == [Double.pi])
      #expect(try file.values(named: "words", as: Int64.self) == [.min, .max])
      #expect(try file.values(named: "state", as: UInt64.self, shape: []) == [.max])
      #expect(try file.values(named: "bytes", as: UInt8.self) == [0, 1, 255])
      #expect(try file.values(named: "signed", as: Int8.self) == [-128])
      #expect(try file.values(named: "half", as: BFloat16Bits.self).first?.value == 1)
      #expect(try file.values(named: "none", as: Int32.self, shape: [0, 7]) == [])
      #expect(file.metadata["ção"] == "\"\\\n\u{1}\u{1F}é😀\u{0}")
      #expect(file.metadata["a"] == "b")
      try file.verifyChecksum()
    }
  }

  @Test func `the same contents give the same bytes in whatever order they are added`() throws {
    var one = SafeTensorsWriter(metadata: ["b": "2", "a": "1"])
    one.add("z", shape: [2], [1, 2] as [Float])
    one.add("a", shape: [1], [3] as [Int64])
    one.add("b", shape: [1], [4] as [Float])
    var other = SafeTensorsWriter(metadata: ["a": "1", "b": "2"])
    other.add("b", shape: [1], [4] as [Float])
    other.add("z", shape: [2], [1, 2] as [Float])
    other.add("a", shape: [1], [3] as [Int64])
    #expect(try one.bytes() == other.bytes())
    let names = try SafeTensorsFile(bytes: one.bytes(), name: "x").tensors.map(\.name)
    #expect(names == ["a", "b", "z"])
  }

  @Test(arguments: 0..<70) func `data begins at a multiple of 64 bytes`(length: Int) throws {
    var writer = SafeTensorsWriter(metadata: ["k": String(repeating: "x", count: length)])
    writer.add("w", shape: [1], [1] as [Float])
    let bytes = try writer.bytes()
    #expect((bytes.count - 4) % 64 == 0)
    #expect(try SafeTensorsFile(bytes: bytes, name: "x").floats(named: "w") == [1])
  }

  @Test func `a file without tensors is whole`() throws {
    let file = try SafeTensorsFile(bytes: try SafeTensorsWriter().bytes(), name: "x")
    #expect(file.tensors.isEmpty)
    try file.verifyChecksum()
  }

  @Test func `a part of an array and elements made on the way are written alike`() throws {
    let values: [Float] = [9, 1, 2, 3, 9]
    var slices = SafeTensorsWriter()
    slices.add("w", shape: [3], values[1..<4])
    var chunks = SafeTensorsWriter()
    chunks.add("w", shape: [3]) { take in
      for value in values[1..<4] { try take([value].span) }
    }
    #expect(try slices.bytes() == chunks.bytes())
  }

  @Test(arguments: 0..<8) func `tensors at any byte are read alike`(shift: Int) throws {
    let padding = String(repeating: " ", count: shift)
    let header = "{" + entry("w", "2", 0, 8) + "}" + padding
    var bytes = handmade(header)
    bytes += [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]
    let file = try SafeTensorsFile(bytes: bytes, name: "x")
    #expect(try file.floats(named: "w") == [1, -2])
    let sum = try file.withFloats(named: "w") { values in values[0] + values[1] }
    #expect(sum == -1)
  }

  @Test func `escapes, surrogate pairs and fields of others are understood`() throws {
    let header =
      #"{"__metadata__":{"\u00e9\ud83d\ude00":"\"\\\/\b\f\n\r\t"},"a\u0062":"#
      + #"{"note":[1,-0.5e+3,{"x":[null,true,false,"y"]},[]],"data_offsets":[0,4],"#
      + "\n\t\r \"shape\" : [ 1 , 1 ] ,\"dtype\":\"F32\"}}   "
    let file = try SafeTensorsFile(bytes: handmade(header, data: 4), name: "x")
    #expect(file.metadata == ["é😀": "\"\\/\u{8}\u{C}\n\r\t"])
    #expect(file["ab"]?.shape == [1, 1])
    #expect(file["ab"]?.byteRange == 0..<4)
    #expect(try file.floats(named: "ab") == [0])
  }

  @Test func `every type of the format has its size`() throws {
    for type in TensorType.allCases {
      let size = type.byteCount
      let header = "{" + entry("w", "3", 0, 3 * size, dtype: type.rawValue) + "}"
      let file = try SafeTensorsFile(bytes: handmade(header, data: 3 * size), name: "x")
      #expect(file["w"]?.count == 3)
      try file.withBytes(named: "w") { bytes in #expect(bytes.byteCount == 3 * size) }
    }
    #expect(
      TensorType.allCases.map(\.byteCount) == [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 8, 8, 8, 8])
  }
}
