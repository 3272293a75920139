/// The model whose weights a run started from: enough to recognise it.
public struct StartingModel: Sendable, Hashable, Codable {
  /// The name of its folder or file, without the folders above.
  public var name: String
  /// A hash of its weights: FNV-1a, one step a float (Fowler, Noll and Vo 1991).
  public var fingerprint: UInt64

  /// The model that `file` holds, called `name`.
  public init(name: String, _ file: ModelFile) {
    self.name = name
    fingerprint = file.parameters.reduce(0xCBF2_9CE4_8422_2325) { hash, value in
      (hash ^ UInt64(value.bitPattern)) &* 0x100_0000_01B3
    }
  }
}
