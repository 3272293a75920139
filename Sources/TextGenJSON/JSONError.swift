/// Why bytes are not JSON.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The byte, from 0, at which it shows.
  package var offset: Int
  /// What is wrong there.
  package var problem: Problem

  /// What can be wrong.
  package enum Problem: Sendable, Hashable {
    /// Something else should stand there.
    case expected(String)
    /// A string is not UTF-8.
    case notUTF8
    /// A string has half of a pair of surrogates.
    case loneSurrogate
    /// A number is too large to be one.
    case numberTooLarge
    /// An object has two members of one name.
    case duplicate(String)
    /// Lists and objects lie deeper within one another than is read.
    case tooDeep(limit: Int)
  }

  /// A problem at the byte `offset`.
  package init(at offset: Int, _ problem: Problem) {
    (self.offset, self.problem) = (offset, problem)
  }

  /// What was found and where, after "the body is not one JSON object: ".
  package var description: String {
    switch problem {
    case .expected(let what): "\(what) expected at byte \(offset)"
    case .notUTF8: "the string at byte \(offset) is not UTF-8"
    case .loneSurrogate: "half of a surrogate pair at byte \(offset)"
    case .numberTooLarge: "the number at byte \(offset) is too large"
    case .duplicate(let name):
      "the field \"\(name.prefix(40))\" comes twice, again at byte \(offset)"
    case .tooDeep(let limit): "more than \(limit) levels at byte \(offset)"
    }
  }
}
