/// What bounds a service.
package struct ServiceLimits: Sendable, Hashable {
  /// Of texts that are written.
  package var writing = WriterLimits()
  /// Bytes of a request's body.
  package var body = 1 << 20
  /// How long a body may take to come.
  package var bodyTime = Duration.seconds(10)
  /// Bytes of a request's target.
  package var target = 2048
  /// Searches and scores that run or wait.
  package var searches = 256
  /// Tokens of prompts whose probabilities are told.
  package var echoedTokens = 16_384
  /// Whether what is counted can be asked for.
  package var hasMetrics = true
  /// Whether the page is offered.
  package var hasPage = true
  /// Sessions at most, and the characters that one learns from.
  package var sessions = 64
  package var sessionCharacters = 200_000
  /// Bytes that all sessions together learn.
  package var sessionBytes = 256 << 20
  /// Whether sessions may change a network of their own, and how many at once.
  package var adaptsNetworks = false
  package var networkSessions = 2

  /// The limits of a server of one's own.
  package init() {}
}
