// Exported, so that a test of any module can make one: members of a type are visible only where its
// module is.
@_exported public import TextGenCompute

/// The seeded generator of tests: that of `TextGenCompute`.
public typealias SeededGenerator = TextGenCompute.SeededGenerator
