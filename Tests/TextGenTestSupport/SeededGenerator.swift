// Exported, so that a test of any module can make one: members of a type are visible only where its
// module is.
@_exported public import TextGenCompute

/// The seeded generator of tests: that of `TextGenCompute`.
package typealias SeededGenerator = TextGenCompute.SeededGenerator
