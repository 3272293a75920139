/// A reader of texts, whatever they are.
@Sendable func anyText(_ text: String) throws -> String { text }
