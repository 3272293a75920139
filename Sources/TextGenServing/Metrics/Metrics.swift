import Synchronization

/// What the server counts, as text for Prometheus (format 0.0.4). No label comes from a client.
package final class Metrics: Sendable {
  /// What is counted.
  package enum Event: Sendable, Hashable {
    /// Requests refused before work began, by reason.
    case refused(String)
    /// Texts that ended before their end, by reason.
    case cancelled(String)
    /// Tokens of prompts that were to be read.
    case promptTokens
    /// Tokens that were written.
    case generatedTokens
    /// Contexts of word lists that were known, and that had to be read.
    case contextHit
    case contextMiss
  }

  private struct Counts {
    var events: [Event: Int] = [:]
    var requests: [String: [Int: Int]] = [:]
    var durations: [String: Histogram] = [:]
    var firstEvents = Histogram(Histogram.seconds)
    var stepRows = Histogram([1, 2, 4, 8, 16, 32, 64])
    var stepSeconds = Histogram(Histogram.seconds)
    var searchSeconds = Histogram(Histogram.seconds)
  }

  private let counts = Mutex(Counts())

  /// Nothing counted.
  package init() {}

  /// Counts `event`, `number` times.
  package func count(_ event: Event, _ number: Int = 1) {
    guard number > 0 else { return }
    counts.withLock { $0.events[event, default: 0] += number }
  }

  /// Counts an answer of a route.
  package func didAnswer(_ route: String, status: Int, after duration: Duration) {
    counts.withLock { counts in
      counts.requests[route, default: [:]][status, default: 0] += 1
      counts.durations[route, default: Histogram(Histogram.seconds)].add(duration.seconds)
    }
  }

  /// Counts the first piece of a stream.
  package func didBeginStream(after duration: Duration) {
    counts.withLock { $0.firstEvents.add(duration.seconds) }
  }

  /// Counts a list of words.
  package func didSearch(for duration: Duration) {
    counts.withLock { $0.searchSeconds.add(duration.seconds) }
  }

  /// Counts a step of a batch.
  func didStep(rows: Int, from start: Duration, to end: Duration) {
    counts.withLock { counts in
      counts.stepRows.add(Double(rows))
      counts.stepSeconds.add((end - start).seconds)
    }
  }

  /// The number of times that `event` was counted.
  package func value(_ event: Event) -> Int { counts.withLock { $0.events[event] ?? 0 } }
}

extension Metrics {
  /// A number that somebody else counts.
  package struct Gauge: Sendable {
    package var name: String
    package var value: Double
    /// Whether it never goes down.
    package var isCounter: Bool

    /// A number of the given name.
    package init(_ name: String, _ value: Double, isCounter: Bool = false) {
      (self.name, self.value, self.isCounter) = (name, value, isCounter)
    }
  }

  /// All of it, with `gauges`; `information` are the labels of `textgen_build_info`.
  package func text(_ gauges: [Gauge], information: [(name: String, value: String)]) -> String {
    let counts = counts.withLock { $0 }
    var lines = MetricLines()
    let labels = information.map { "\($0.name)=\"\(MetricLines.escaped($0.value))\"" }
    lines.add("textgen_build_info", "gauge", [(labels.joined(separator: ","), 1)])
    lines.add(
      "textgen_http_requests_total", "counter",
      counts.requests.flatMap { route, statuses -> [(String, Double)] in
        statuses.map { ("route=\"\(route)\",status=\"\($0.key)\"", Double($0.value)) }
      })
    for (name, event) in [
      ("textgen_requests_refused_total", { (reason: String) in Event.refused(reason) }),
      ("textgen_texts_cancelled_total", { (reason: String) in Event.cancelled(reason) }),
    ] {
      lines.add(
        name, "counter",
        Self.reasons.compactMap { reason -> (String, Double)? in
          counts.events[event(reason)].map { ("reason=\"\(reason)\"", Double($0)) }
        })
    }
    for (name, event) in [
      ("textgen_prompt_tokens_total", Event.promptTokens),
      ("textgen_generated_tokens_total", .generatedTokens),
      ("textgen_context_cache_hits_total", .contextHit),
      ("textgen_context_cache_misses_total", .contextMiss),
    ] {
      lines.add(name, "counter", [("", Double(counts.events[event] ?? 0))])
    }
    lines.add(
      "textgen_http_request_duration_seconds",
      counts.durations.map { ("route=\"\($0.key)\"", $0.value) })
    lines.add("textgen_first_event_seconds", [("", counts.firstEvents)])
    lines.add("textgen_step_rows", [("", counts.stepRows)])
    lines.add("textgen_step_seconds", [("", counts.stepSeconds)])
    lines.add("textgen_word_search_seconds", [("", counts.searchSeconds)])
    for gauge in gauges {
      lines.add(gauge.name, gauge.isCounter ? "counter" : "gauge", [("", gauge.value)])
    }
    return lines.text
  }

  private static let reasons = [
    "overloaded", "stopping", "sessions_full", "client", "slow_reader", "deadline", "shutdown",
  ]
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double { self / .seconds(1) }
}
