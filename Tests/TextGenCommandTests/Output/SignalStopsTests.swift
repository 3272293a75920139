import Foundation
import Testing
import TextGenTraining

@testable import TextGenCommand

struct SignalStopsTests {
  /// Signals right after the beginning were lost one time in two.
  @Test func `no signal is lost, however early it comes`() {
    for _ in 0..<50 {
      let stops = SignalStops()
      kill(getpid(), SIGHUP)
      for _ in 0..<10_000 where !stops.request.isMade { usleep(1_000) }
      #expect(stops.request.isMade && stops.exitStatus == 129)
    }
    signal(SIGHUP, SIG_DFL)
  }
}
