import Testing
import TextGenSafeTensors

/// A file that breaks one rule, and the sentence with which it is refused.
struct HostileFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let kind: SafeTensorsError.Kind
  let message: String

  init(_ name: String, _ bytes: [UInt8], _ kind: SafeTensorsError.Kind, _ message: String) {
    testDescription = name
    self.bytes = bytes
    self.kind = kind
    self.message = message
  }

  /// A file whose header is invalid at byte `offset`.
  init(_ name: String, header: String, data: Int = 0, at offset: Int, _ message: String) {
    self.init(
      name, handmade(header, data: data), .invalidHeader,
      "the header is invalid: at byte \(offset), \(message)")
  }

  /// A file whose header is invalid inside the entry of tensor `w`, which stands first.
  init(_ name: String, tensor: String, data: Int = 4, at offset: Int, _ message: String) {
    self.init(
      name, handmade("{\"w\":\(tensor)}", data: data), .invalidHeader,
      "the header is invalid: in tensor \"w\", at byte \(offset), \(message)")
  }
}
