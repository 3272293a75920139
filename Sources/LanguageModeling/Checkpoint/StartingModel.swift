/// The model whose weights a run started from: enough to recognise it.
public struct StartingModel: Sendable, Hashable, Codable {
  /// The name of its folder or file, without the folders above.
  public var name: String
  /// A hash of its weights (`NumberHash`).
  public var fingerprint: UInt64

  /// The model that `file` holds, called `name`.
  public init(name: String, _ file: ModelFile) {
    self.name = name
    var hash = NumberHash()
    for value in file.parameters { hash.add(UInt64(value.bitPattern)) }
    fingerprint = hash.value
  }
}
