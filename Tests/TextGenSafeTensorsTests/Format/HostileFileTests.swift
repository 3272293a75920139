import Testing
import TextGenSafeTensors

@Suite struct HostileFileTests {
  @Test(arguments: [foreign, syntax, strings, entries, sizes, layouts].flatMap { $0 })
  func `is refused with its sentence`(file: HostileFile) throws {
    let error = try #require(throws: SafeTensorsError.self) {
      try SafeTensorsFile(bytes: file.bytes, name: "x.safetensors")
    }
    #expect(error.kind == file.kind)
    #expect(error.description == "x.safetensors: \(file.message)")
  }

  @Test func `deep and wide headers are refused before they take memory`() {
    let deep = "{\"w\":{\"x\":" + String(repeating: "[", count: 100_000)
    #expect(
      message { try SafeTensorsFile(bytes: handmade(deep), name: "x") }
        == "x: the header is invalid: in tensor \"w\", at byte 50, values are nested deeper than"
        + " 32 levels")
    let ranks =
      "{" + entry("w", Array(repeating: "1", count: 33).joined(separator: ","), 0, 4) + "}"
    #expect(
      message { try SafeTensorsFile(bytes: handmade(ranks, data: 4), name: "x") }
        .hasSuffix("a list holds more than 32 numbers"))
    let fields = (0..<40).map { "\"f\($0)\":0" }.joined(separator: ",")
    #expect(
      message { try SafeTensorsFile(bytes: handmade("{\"w\":{\(fields)}}"), name: "x") }
        .hasSuffix("it has more than 32 fields"))
  }

  @Test func `more tensors or keys than a model has are refused`() {
    let keys = (0...65_536).map { "\"\($0)\":\"\"" }.joined(separator: ",")
    #expect(
      message { try SafeTensorsFile(bytes: handmade("{\"__metadata__\":{\(keys)}}"), name: "x") }
        .hasSuffix("it holds more than 65536 metadata keys"))
  }

  static let foreign = [
    HostileFile(
      "empty", [], .notSafeTensors, "the file is empty, so it is not a safetensors file"),
    HostileFile(
      "one byte", [0], .notSafeTensors,
      "the file has only 1 of the 8 bytes with which a safetensors file gives the length of its"
        + " header"),
    HostileFile(
      "cut length", [2, 0, 0, 0, 0, 0, 0], .notSafeTensors,
      "the file has only 7 of the 8 bytes with which a safetensors file gives the length of its"
        + " header"),
    HostileFile(
      "short text", Array("Olá".utf8), .notSafeTensors,
      "this is a text file, not a safetensors file"),
    HostileFile(
      "text", Array("Era uma vez uma ação.\n".utf8), .notSafeTensors,
      "this is a text file, not a safetensors file"),
    HostileFile(
      "JSON", Array("{\"w\":{\"dtype\":\"F32\"}}".utf8), .notSafeTensors,
      "this is a text file, not a safetensors file"),
    HostileFile(
      "zip", Array("PK\u{3}\u{4}".utf8) + [0, 0, 8, 8, 0, 0], .notSafeTensors,
      "this is a zip archive (PyTorch's torch.save writes such files), not a safetensors file"),
    HostileFile(
      "pickle", [0x80, 2, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9], .notSafeTensors,
      "this is a Python pickle (older PyTorch files are such), not a safetensors file"),
    HostileFile(
      "GGUF", Array("GGUF".utf8) + [3, 0, 0, 0, 1], .notSafeTensors,
      "this is a GGUF file, not a safetensors file"),
    HostileFile(
      "gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], .notSafeTensors,
      "this is a gzip archive, not a safetensors file"),
    HostileFile(
      "length 2^63", lengthPrefix(1 << 63) + Array("{}".utf8), .notSafeTensors,
      "the first 8 bytes announce a header of 9223372036854775808 bytes, more than the 100000000"
        + " allowed; this is not a safetensors file"),
    HostileFile(
      "length 2^64-1", lengthPrefix(.max), .notSafeTensors,
      "the first 8 bytes announce a header of 18446744073709551615 bytes, more than the 100000000"
        + " allowed; this is not a safetensors file"),
    HostileFile(
      "length 100000001", lengthPrefix(100_000_001) + Array("{}".utf8), .notSafeTensors,
      "the first 8 bytes announce a header of 100000001 bytes, more than the 100000000 allowed;"
        + " this is not a safetensors file"),
    HostileFile(
      "header longer than the file", lengthPrefix(100) + Array("{}".utf8), .cutShort,
      "the file ends at byte 10 but its header needs bytes up to 108; the file was cut short, is"
        + " still being written or is not a safetensors file"),
    HostileFile(
      "zeros", [UInt8](repeating: 0, count: 64), .invalidHeader,
      "the header is invalid: at byte 8, it must begin with \"{\""),
  ]

  static let syntax = [
    HostileFile("leading space", header: " {}", at: 8, "it must begin with \"{\""),
    HostileFile("array", header: "[]", at: 8, "it must begin with \"{\""),
    HostileFile("byte order mark", header: "\u{FEFF}{}", at: 8, "it must begin with \"{\""),
    HostileFile("no end", header: "{", at: 9, "expected a string, found the end of the header"),
    HostileFile("cut in a key", header: "{\"abc", at: 9, "a string has no end"),
    HostileFile(
      "cut after a key", header: "{\"abc\"", at: 14, "expected \":\", found the end of the header"),
    HostileFile("number as a key", header: "{1:2}", at: 9, "expected a string, found \"1\""),
    HostileFile(
      "comma at the end", header: "{\"__metadata__\":{},}", at: 27,
      "expected a string, found \"}\""),
    HostileFile(
      "missing comma", header: "{\"__metadata__\":{} \"w\":1}", at: 27,
      "expected \",\" or \"}\", found \"\\\"\""),
    HostileFile(
      "text after the end", header: "{}{}", at: 10, "expected spaces up to its end, found \"{\""),
    HostileFile(
      "line end as padding", header: "{}\n", at: 10,
      "expected spaces up to its end, found byte 0x0a"),
    HostileFile(
      "zeros as padding", header: "{}\0\0", at: 10,
      "expected spaces up to its end, found byte 0x00"),
    HostileFile(
      "two names alike", header: "{" + entry("w", "1", 0, 4) + "," + entry("w", "1", 4, 8) + "}",
      data: 8, at: 62, "duplicate name \"w\""),
    HostileFile(
      "two names alike by escape", header: "{\"__metadata__\":{},\"__metad\\u0061ta__\":{}}",
      at: 27, "duplicate name \"__metadata__\""),
    HostileFile(
      "metadata of numbers", header: "{\"__metadata__\":{\"k\":1}}", at: 29,
      "the value of metadata key \"k\" is not a string"),
    HostileFile(
      "metadata of null", header: "{\"__metadata__\":null}", at: 24, "expected \"{\", found \"n\""),
    HostileFile(
      "metadata nested", header: "{\"__metadata__\":{\"k\":{\"l\":\"m\"}}}", at: 29,
      "the value of metadata key \"k\" is not a string"),
    HostileFile(
      "metadata key twice", header: "{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}", at: 33,
      "duplicate metadata key \"k\""),
  ]

  static let strings = [
    HostileFile(
      "lone continuation byte", handmade(Array("{\"".utf8) + [0x80] + Array("\":1}".utf8)),
      .invalidHeader, "the header is invalid: at byte 10, a string is not valid UTF-8"),
    HostileFile(
      "overlong", handmade(Array("{\"".utf8) + [0xC0, 0xAF] + Array("\":1}".utf8)),
      .invalidHeader, "the header is invalid: at byte 10, a string is not valid UTF-8"),
    HostileFile(
      "surrogate in UTF-8", handmade(Array("{\"".utf8) + [0xED, 0xA0, 0x80] + Array("\":1}".utf8)),
      .invalidHeader, "the header is invalid: at byte 10, a string is not valid UTF-8"),
    HostileFile(
      "raw line end", header: "{\"a\nb\":1}", at: 11,
      "a string holds the raw control character byte 0x0a"),
    HostileFile(
      "half a pair", header: #"{"\ud83d":1}"#, at: 10, "an escape is half of a surrogate pair"),
    HostileFile(
      "second half first", header: #"{"\ude00\ud83d":1}"#, at: 10,
      "an escape is half of a surrogate pair"),
    HostileFile(
      "pair of two first halves", header: #"{"\ud83d\ud83d":1}"#, at: 10,
      "an escape is half of a surrogate pair"),
    HostileFile(
      "three digits", header: #"{"\u00e":1}"#, at: 10,
      "an escape has fewer than four hexadecimal digits"),
    HostileFile(
      "cut in an escape", header: "{\"\\", at: 10, "a string has no end"),
    HostileFile(
      "unknown escape", header: #"{"\x41":1}"#, at: 10,
      "a string holds an escape that JSON does not know"),
  ]

  static let entries = [
    HostileFile("not an object", tensor: "1", at: 13, "expected \"{\", found \"1\""),
    HostileFile(
      "unknown dtype", tensor: "{\"dtype\":\"F33\",\"shape\":[1],\"data_offsets\":[0,4]}", at: 22,
      "the dtype \"F33\" is unknown"),
    HostileFile(
      "dtype in small letters", tensor: "{\"dtype\":\"f32\",\"shape\":[1],\"data_offsets\":[0,4]}",
      at: 22, "the dtype \"f32\" is unknown"),
    HostileFile(
      "dtype a number", tensor: "{\"dtype\":32,\"shape\":[1],\"data_offsets\":[0,4]}", at: 22,
      "expected a string, found \"3\""),
    HostileFile(
      "no dtype", tensor: "{\"shape\":[1],\"data_offsets\":[0,4]}", at: 9, "it has no \"dtype\""),
    HostileFile(
      "no shape", tensor: "{\"dtype\":\"F32\",\"data_offsets\":[0,4]}", at: 9,
      "it has no \"shape\""),
    HostileFile(
      "no offsets", tensor: "{\"dtype\":\"F32\",\"shape\":[1]}", at: 9,
      "it has no \"data_offsets\""),
    HostileFile(
      "dtype twice", tensor: "{\"dtype\":\"F32\",\"dtype\":\"F32\"}", at: 28,
      "duplicate field \"dtype\""),
    HostileFile(
      "one offset", tensor: "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4]}", at: 9,
      "\"data_offsets\" must hold 2 numbers, it holds 1"),
    HostileFile(
      "three offsets", tensor: "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,8]}", at: 61,
      "a list holds more than 2 numbers"),
    HostileFile(
      "ends before it begins", tensor: "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}",
      at: 9, "its data begins at 4 and ends at 0"),
    HostileFile(
      "shape a number", tensor: "{\"dtype\":\"F32\",\"shape\":1,\"data_offsets\":[0,4]}", at: 36,
      "expected \"[\", found \"1\""),
    HostileFile(
      "broken extra field", tensor: "{\"x\":tru}", at: 21, "expected true, found \"}\""),
    HostileFile(
      "extra number with leading zero", tensor: "{\"x\":01}", at: 20, "a number begins with 0"),
  ]
}
