import Testing

@testable import TextGenServing

struct MetricsTests {
  @Test func `counts are lines of Prometheus`() {
    let metrics = Metrics()
    metrics.didAnswer("/v1/fill", status: 200, after: .milliseconds(3))
    metrics.didAnswer("/v1/fill", status: 200, after: .seconds(60))
    metrics.count(.refused("overloaded"))
    metrics.count(.generatedTokens, 5)
    let lines = metrics.text(
      [Metrics.Gauge("textgen_sessions", 2)], information: [("model", "a\"b")]
    ).split(separator: "\n").map(String.init)
    for line in [
      "textgen_build_info{model=\"a\\\"b\"} 1",
      "textgen_http_requests_total{route=\"/v1/fill\",status=\"200\"} 2",
      "textgen_requests_refused_total{reason=\"overloaded\"} 1",
      "textgen_generated_tokens_total 5",
      "textgen_http_request_duration_seconds_bucket{route=\"/v1/fill\",le=\"0.0025\"} 0",
      "textgen_http_request_duration_seconds_bucket{route=\"/v1/fill\",le=\"0.005\"} 1",
      "textgen_http_request_duration_seconds_bucket{route=\"/v1/fill\",le=\"+Inf\"} 2",
      "textgen_http_request_duration_seconds_count{route=\"/v1/fill\"} 2", "textgen_sessions 2",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(lines.allSatisfy { $0.hasPrefix("# TYPE textgen_") || $0.hasPrefix("textgen_") })
  }
}
