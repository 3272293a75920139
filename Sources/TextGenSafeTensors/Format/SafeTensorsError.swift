/// Why a safetensors file is refused; `description` is one sentence that names the file.
package struct SafeTensorsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sort of problem.
  package enum Kind: Sendable, Hashable {
    /// The operating system does not let the file be read.
    case notReadable
    /// The file is something else: empty, text, a zip archive, a pickle.
    case notSafeTensors
    /// The file ends before its header or its data does.
    case cutShort
    /// The header breaks a rule of JSON or of the format.
    case invalidHeader
    /// The header and the data do not fit together.
    case invalidLayout
    /// No tensor has the name that is asked for.
    case missingTensor
    /// A tensor has another type than the one that is asked for.
    case unexpectedType
    /// A tensor has another shape than the one that is asked for.
    case unexpectedShape
    /// A tensor holds an infinity or a value that is not a number.
    case notFinite
    /// A tensor holds a value that has no meaning in its place.
    case unexpectedValue
    /// The file carries no checksum of ours.
    case checksumAbsent
    /// The file's contents do not match its checksum.
    case checksumMismatch
  }

  /// The file, as the caller named it.
  package let file: String

  /// The sort of problem.
  package let kind: Kind

  /// The tensor concerned, if it is one.
  package let tensor: String?

  /// Where in the file the problem stands, in bytes from its start, if it has a place.
  package let byteOffset: Int?

  /// What was found, what was expected and what to do, without the file's name.
  package let detail: String

  /// An error about `file`; `detail` completes the sentence "file: ...".
  package init(
    file: String, kind: Kind, tensor: String? = nil, byteOffset: Int? = nil, detail: String
  ) {
    self.file = file
    self.kind = kind
    self.tensor = tensor
    self.byteOffset = byteOffset
    self.detail = detail
  }

  /// The sentence for people.
  package var description: String { "\(file): \(detail)" }
}
