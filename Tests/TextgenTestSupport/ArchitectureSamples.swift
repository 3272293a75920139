public import Layers

extension Architecture {
  /// One of each kind and cell, for small vocabularies.
  public static let samples =
    CellKind.allCases.map(Architecture.recurrent) + [.window(length: 3), .bag(lineBreak: 2)]
}
