/// Why a text ended.
public enum StopReason: String, Sendable, Hashable, Codable {
  /// It has as many characters or tokens as were asked for.
  case length
  /// It has as many lines as were asked for.
  case lines
  /// It came to the stop text, which is not part of it.
  case stop
  /// No token could be chosen.
  case end
}
