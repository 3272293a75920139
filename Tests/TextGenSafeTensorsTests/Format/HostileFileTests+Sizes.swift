import TextGenSafeTensors

extension HostileFileTests {
  /// Sizes that are no sizes, and products that leave `Int` or wrap to a small number.
  static let sizes =
    [
      ("negative", "-1", "expected a size, found a negative number", 37),
      ("minus zero", "-0", "expected a size, found a negative number", 37),
      ("plus", "+1", "expected a size, found \"+\"", 37),
      (
        "fraction", "1.0", "expected a whole number without exponent, found a number with \".\"", 38
      ),
      (
        "exponent", "1e3", "expected a whole number without exponent, found a number with \"e\"", 38
      ),
      ("leading zero", "01", "expected a size, found a number that begins with 0", 37),
      ("text", "\"1\"", "expected a size, found \"\\\"\"", 37),
      ("null", "null", "expected a size, found \"n\"", 37),
      (
        "2^63", "9223372036854775808",
        "expected a size up to 9223372036854775807, found a larger number", 37
      ),
      (
        "2^64", "18446744073709551616",
        "expected a size up to 9223372036854775807, found a larger number", 37
      ),
      (
        "a hundred digits", String(repeating: "9", count: 100),
        "expected a size up to 9223372036854775807, found a larger number", 37
      ),
      (
        "2^63-1", "9223372036854775807", "the shape [9223372036854775807] of F32 is too large", 9
      ),
      (
        "2^62", "4611686018427387904", "the shape [4611686018427387904] of F32 is too large", 9
      ),
      (
        "2^32 by 2^32", "4294967296,4294967296",
        "the shape [4294967296, 4294967296] of F32 is too large", 9
      ),
      (
        "2^62 elements of 4 bytes wrap to 0", "2147483648,2147483648",
        "the shape [2147483648, 2147483648] of F32 is too large", 9
      ),
      (
        "2^62+1 elements of 4 bytes wrap to 4", "4611686018427387905",
        "the shape [4611686018427387905] of F32 is too large", 9
      ),
      (
        "a product that is too large before the zero", "9223372036854775807,2,0",
        "the shape [9223372036854775807, 2, 0] of F32 is too large", 9
      ),
      (
        "2^31", "2147483648",
        "the shape [2147483648] of F32 takes 8589934592 bytes, but \"data_offsets\" spans 4", 9
      ),
      ("two", "2", "the shape [2] of F32 takes 8 bytes, but \"data_offsets\" spans 4", 9),
      ("zero", "0", "the shape [0] of F32 takes 0 bytes, but \"data_offsets\" spans 4", 9),
    ].map { (name, shape, text, offset) in
      HostileFile(
        "shape \(name)", tensor: "{\"dtype\":\"F32\",\"shape\":[\(shape)],\"data_offsets\":[0,4]}",
        at: offset, text)
    }

  /// Headers that are well formed but do not describe the data.
  static let layouts = [
    HostileFile(
      "cut data", handmade("{" + entry("w", "4", 0, 16) + "}", data: 10), .cutShort,
      "the file ends at byte 73 but tensor \"w\" needs bytes up to 79; the file was cut short or"
        + " is still being written"),
    HostileFile(
      "no data", handmade("{" + entry("w", "4", 0, 16) + "}"), .cutShort,
      "the file ends at byte 63 but tensor \"w\" needs bytes up to 79; the file was cut short or"
        + " is still being written"),
    HostileFile(
      "data of 2^62 bytes",
      handmade(
        "{" + entry("w", "4611686018427387904", 0, 4_611_686_018_427_387_904, dtype: "U8") + "}"),
      .cutShort,
      "the file ends at byte 97 but tensor \"w\" needs bytes up to 4611686018427388001; the file"
        + " was cut short or is still being written"),
    HostileFile(
      "data that ends past Int",
      handmade("{" + entry("w", "\(Int.max)", 0, Int.max, dtype: "U8") + "}"),
      .cutShort,
      "the file ends at byte 97 but tensor \"w\" needs bytes up to 9223372036854775807; the file"
        + " was cut short or is still being written"),
    HostileFile(
      "trailing byte", handmade("{" + entry("w", "1", 0, 4) + "}", data: 5), .invalidLayout,
      "the tensors end at byte 66 but the file has 67 bytes; 1 of them belong to no tensor"),
    HostileFile(
      "no tensors but data", handmade("{}", data: 4), .invalidLayout,
      "the tensors end at byte 10 but the file has 14 bytes; 4 of them belong to no tensor"),
    HostileFile(
      "hole at the start", handmade("{" + entry("w", "1", 4, 8) + "}", data: 8), .invalidLayout,
      "tensor \"w\" begins at 4 in the data and leaves a hole after 0, where the tensor before it"
        + " ends"),
    HostileFile(
      "hole", handmade("{" + entry("v", "1", 0, 4) + "," + entry("w", "1", 8, 12) + "}", data: 12),
      .invalidLayout,
      "tensor \"w\" begins at 8 in the data and leaves a hole after 4, where the tensor before it"
        + " ends"),
    HostileFile(
      "overlap",
      handmade("{" + entry("v", "2", 0, 8) + "," + entry("w", "2", 4, 12) + "}", data: 12),
      .invalidLayout,
      "tensor \"w\" begins at 4 in the data and overlaps the tensor before it, which ends at 8"),
    HostileFile(
      "two tensors in one place",
      handmade("{" + entry("v", "1", 0, 4) + "," + entry("w", "1", 0, 4) + "}", data: 4),
      .invalidLayout,
      "tensor \"w\" begins at 0 in the data and overlaps the tensor before it, which ends at 4"),
    HostileFile(
      "empty tensor inside another",
      handmade("{" + entry("v", "2", 0, 8) + "," + entry("w", "0", 4, 4) + "}", data: 8),
      .invalidLayout,
      "tensor \"w\" begins at 4 in the data and overlaps the tensor before it, which ends at 8"),
  ]
}
