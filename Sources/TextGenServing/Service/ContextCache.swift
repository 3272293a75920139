import Synchronization
package import TextGen

/// Texts that were read lately, so that the next letter costs only what is new.
///
/// A text is read from the first word at or after the last multiple of 2,000 characters that leaves at least
/// 2,000 of them, and all of a shorter one: where it begins depends on the text alone and stays while
/// it grows, so that what is read on gives the bits of what is read anew.
///
/// The lock is held while texts are looked up, never while one is read.
package final class ContextCache: Sendable {
  private struct Entry: Sendable {
    let model: String
    let text: String
    let session: TypingSession
    var lastUse: Duration
    /// Whether it goes on in another entry, so that only who is a word behind may still want it.
    var isBeginning = false
  }

  /// Bytes that a session takes, about.
  private static let sessionBytes = 16 << 10
  /// How long a text is kept since its last use, and one that goes on.
  private static let (lifetime, shortLifetime) = (Duration.seconds(600), Duration.seconds(10))

  /// Texts that are kept.
  private let limit: Int
  private let entries = Mutex<[Entry]>([])
  private let metrics: Metrics

  /// A cache of at most `limit` texts.
  package init(limit: Int = 256, metrics: Metrics) { (self.limit, self.metrics) = (limit, metrics) }

  /// A session of `model` that has read `text`.
  package func session(_ model: ServedModel, reading text: Substring, now: Duration)
    -> TypingSession
  {
    let context = Self.context(of: text)
    let known = entries.withLock { entries -> Entry? in
      Self.removeExpired(&entries, now)
      let best = entries.indices.filter {
        entries[$0].model == model.name && context.utf8.starts(with: entries[$0].text.utf8)
      }.max { entries[$0].text.utf8.count < entries[$1].text.utf8.count }
      guard let best else { return nil }
      entries[best].lastUse = now
      // A text that goes on takes the place of its beginning, some seconds later.
      entries[best].isBeginning = entries[best].text.utf8.count < context.utf8.count
      return entries[best]
    }
    metrics.count(known == nil ? .contextMiss : .contextHit)
    var session = known?.session ?? model.model.makeTypingSession()
    let new = context.utf8.dropFirst(known?.text.utf8.count ?? 0)
    guard !new.isEmpty else { return session }
    session.append(String(Substring(new)))
    let entry = Entry(model: model.name, text: context, session: session, lastUse: now)
    entries.withLock { entries in
      // Somebody else may have read it meanwhile.
      entries.removeAll { $0.model == model.name && $0.text == context }
      entries.append(entry)
      if entries.count > limit,
        let oldest = entries.indices.min(by: { entries[$0].lastUse < entries[$1].lastUse })
      {
        entries.remove(at: oldest)
      }
    }
    return session
  }

  /// Forgets the texts whose time is over.
  func removeExpired(now: Duration) { entries.withLock { Self.removeExpired(&$0, now) } }

  private static func removeExpired(_ entries: inout [Entry], _ now: Duration) {
    entries.removeAll { now - $0.lastUse > ($0.isBeginning ? shortLifetime : lifetime) }
  }

  /// Bytes that the texts take with what was read of them, about.
  var byteCount: Int {
    entries.withLock { $0.reduce(0) { $0 + $1.text.utf8.count + Self.sessionBytes } }
  }

  /// Characters that are always read, if there are so many.
  private static let block = 2000

  /// What of `text` is read.
  static func context(of text: Substring) -> String {
    let count = text.count
    guard count >= 2 * block else { return String(text) }
    // With the character before it, which tells whether a word begins here or goes on; that is left out.
    let rest = text.dropFirst(count / block * block - block - 1)
    return String(rest.drop { !$0.isWhitespace }.drop(while: \.isWhitespace))
  }
}
