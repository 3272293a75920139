import CTextgenICU

/// The versions of ICU and of Unicode that this process segments text with.
package enum ICUVersion {
  /// The version of the linked ICU, such as "72.1".
  package static var icu: String { unsafe read { unsafe ctextgen_icu_version($0) } }

  /// The Unicode version of the linked ICU, such as "15.0".
  package static var unicode: String { unsafe read { unsafe ctextgen_icu_unicode_version($0) } }

  private static func read(_ fill: (UnsafeMutablePointer<CChar>) -> Void) -> String {
    var name = [CChar](repeating: 0, count: 20)
    unsafe name.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { unsafe fill(start) }
    }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// The name of the ICU error behind a negative result of a wrapper.
func nameOfICUError(_ result: Int32) -> String {
  guard let name = unsafe ctextgen_icu_error_name(-result) else { return "ICU error \(-result)" }
  return unsafe String(cString: name)
}
