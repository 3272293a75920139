/// The type of a tensor's elements, by the names of the safetensors format ("dtype").
///
/// The cases stand in the order in which the reference writer sorts tensors: by rising alignment.
package enum TensorType: String, Sendable, Hashable, CaseIterable {
  case bool = "BOOL"
  case uint8 = "U8"
  case int8 = "I8"
  case float8E5M2 = "F8_E5M2"
  case float8E4M3 = "F8_E4M3"
  case float8E8M0 = "F8_E8M0"
  case int16 = "I16"
  case uint16 = "U16"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case int32 = "I32"
  case uint32 = "U32"
  case float32 = "F32"
  case complex64 = "C64"
  case float64 = "F64"
  case int64 = "I64"
  case uint64 = "U64"

  /// The size of one element in bytes, 1 to 8.
  package var byteCount: Int {
    switch self {
    case .bool, .uint8, .int8, .float8E5M2, .float8E4M3, .float8E8M0: 1
    case .int16, .uint16, .float16, .bfloat16: 2
    case .int32, .uint32, .float32: 4
    case .complex64, .float64, .int64, .uint64: 8
    }
  }

  /// The place of the type in the reference writer's order.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A Swift number that is stored in a tensor bit by bit.
package protocol TensorElement: BitwiseCopyable, Sendable {
  /// The type under which the number is stored.
  static var tensorType: TensorType { get }
}

#if _endian(big)
  #error("safetensors data is little-endian, and it is used here as it lies in memory")
#endif

extension Float: TensorElement {
  /// F32.
  package static var tensorType: TensorType { .float32 }
}
extension Double: TensorElement {
  /// F64.
  package static var tensorType: TensorType { .float64 }
}
extension Int8: TensorElement {
  /// I8.
  package static var tensorType: TensorType { .int8 }
}
extension Int16: TensorElement {
  /// I16.
  package static var tensorType: TensorType { .int16 }
}
extension Int32: TensorElement {
  /// I32.
  package static var tensorType: TensorType { .int32 }
}
extension Int64: TensorElement {
  /// I64.
  package static var tensorType: TensorType { .int64 }
}
extension UInt8: TensorElement {
  /// U8.
  package static var tensorType: TensorType { .uint8 }
}
extension UInt16: TensorElement {
  /// U16.
  package static var tensorType: TensorType { .uint16 }
}
extension UInt32: TensorElement {
  /// U32.
  package static var tensorType: TensorType { .uint32 }
}
extension UInt64: TensorElement {
  /// U64.
  package static var tensorType: TensorType { .uint64 }
}

/// The bits of a bfloat16 number: the upper half of a `Float`.
package struct BFloat16Bits: TensorElement, Hashable {
  /// The sign, 8 bits of exponent and 7 bits of significand.
  package var bitPattern: UInt16

  /// The number with these bits.
  package init(bitPattern: UInt16) { self.bitPattern = bitPattern }

  /// The number as a `Float`, exactly.
  package var value: Float { Float(bitPattern: UInt32(bitPattern) << 16) }

  /// BF16.
  package static var tensorType: TensorType { .bfloat16 }
}
