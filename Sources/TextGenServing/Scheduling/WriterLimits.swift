/// What bounds the texts that are written for clients.
package struct WriterLimits: Sendable, Hashable {
  /// Texts side by side, at least 1.
  package var texts = 64
  /// Requests that wait for their turn, at least 1.
  package var waiting = 256
  /// How long a request waits at most.
  package var waitingTime = Duration.seconds(30)
  /// How long a text is written at most.
  package var textTime = Duration.seconds(120)
  /// Pieces that a client has not taken, at which its texts rest.
  package var undelivered = 256
  /// How long they rest before they are given up.
  package var restingTime = Duration.seconds(30)
  /// How long texts go on when the server stops.
  package var stoppingTime = Duration.seconds(5)

  /// The limits of a server of one's own.
  package init() {}
}

/// How often pieces of a text are delivered: the first one at once, later ones when enough time has passed
/// or enough text has come together.
package struct TextPace: Sendable, Hashable {
  /// The time after which what there is is delivered; nil for whole texts alone.
  package var interval: Duration?
  /// The bytes of text that are delivered at once.
  package var bytes = 64

  /// Pieces each 20 ms.
  package static let stream = TextPace(interval: .milliseconds(20))
  /// Whole texts.
  package static let whole = TextPace(interval: nil)

  /// A pace.
  package init(interval: Duration?) { self.interval = interval }
}
