import Foundation
import Testing
import TextGenTestSupport

@testable import TextGenJSON

struct JSONReaderTests {
  private func read(_ text: String) throws(JSONError) -> JSONValue {
    try JSONReader.value(Array(text.utf8))
  }

  @Test func `values are read as they are written`() throws {
    let text =
      #" {"a": [1, -2, 0.5, 1e3, true, false, null], "é": "\u00e9\n\ud83d\ude00\/", "o": {}} "#
    let value = try read(text)
    let expected: JSONValue = [
      "a": [1, -2, 0.5, .number(1000), true, false, .null], "é": "é\n😀/", "o": [:],
    ]
    #expect(value == expected)
    #expect(value.text == #"{"a":[1,-2,0.5,1000,true,false,null],"é":"é\n😀/","o":{}}"#)
    #expect(try JSONReader.value(value.bytes).text == value.text)
  }

  @Test(
    arguments: [
      ("", "a value expected at byte 0"), ("{\"a\":1,}", "the name of a field expected at byte 7"),
      ("{\"a\" 1}", "a colon expected at byte 5"),
      ("[1 2]", "a comma or the end of the list expected at byte 3"),
      ("{} x", "the end expected at byte 3"), ("nul", "null expected at byte 0"),
      ("01", "the end expected at byte 1"), ("-", "a digit expected at byte 1"),
      ("1.", "a digit expected at byte 2"), ("+1", "a value expected at byte 0"),
      ("NaN", "a value expected at byte 0"), ("1e999", "the number at byte 0 is too large"),
      ("\"a\nb\"", "an escape, as control characters need one, expected at byte 2"),
      ("\"\\x\"", "an escape of JSON expected at byte 1"),
      ("\"\\ud800\"", "half of a surrogate pair at byte 1"),
      ("\"\\ud800\\u0041\"", "half of a surrogate pair at byte 1"),
      ("\"\\udc00\"", "half of a surrogate pair at byte 1"),
      ("{\"a\":1,\"a\":2}", "the field \"a\" comes twice, again at byte 7"),
      (String(repeating: "[", count: 17), "more than 16 levels at byte 16"),
      (String(repeating: "[", count: 100_000), "more than 16 levels at byte 16"),
    ])
  func `what is no JSON is refused with its place`(_ text: String, _ sentence: String) {
    let error = #expect(throws: JSONError.self) { try read(text) }
    #expect(error?.description == sentence)
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    for bytes in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] as [[UInt8]] {
      #expect(throws: JSONError(at: 1, .notUTF8)) {
        try JSONReader.value([UInt8(ascii: "["), UInt8(ascii: "\"")] + bytes + Array("\"]".utf8))
      }
    }
  }

  @Test func `sixteen levels are read`() throws {
    let text = String(repeating: "[", count: 16) + String(repeating: "]", count: 16)
    #expect(try read(text).text == text)
  }

  @Test func `line separators are escaped and numbers that JSON lacks are null`() {
    let value: JSONValue = ["a\u{85}\u{2028}\u{2029}\u{7f}\u{1}", .number(.nan), .number(1.0), 0.1]
    #expect(value.text == #"["a\u0085\u2028\u2029\u007f\u0001",null,1,0.1]"#)
  }

  /// What our reader takes Foundation's takes, too; random bytes never stop the program.
  @Test func `whatever is read is JSON for another reader`() {
    let alphabet = Array(#"{}[]",:\u0123456789abcdefntrlsE+-. é"#.utf8)
    var generator = SeededGenerator(seed: 5)
    var count = 0
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...12, using: &generator)
      let bytes = (0..<length).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      guard (try? JSONReader.value(bytes)) != nil else { continue }
      count += 1
      #expect(
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil,
        "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(count > 100)
  }
}
