import Testing
import TextGenLaboratory
import TextGenLayers

struct HalfLifeTests {
  @Test func `half of what a unit held is left after its half-life`() {
    // The second unit keeps its half in each step, the third nothing, the fourth all.
    let kept: [[Float]] = [[0.25, 0.5, 0, 1], [1, 0.5, 0, 1]]
    let replaced = kept.map { $0.map { 1 - $0 } }
    for (values, keeps) in [(kept, true), (replaced, false)] {
      let gate = UnitActivity(layer: 0, name: "f", values: values)
      let lives = gate.halfLives(MemoryGate(name: "f", keeps: keeps))
      #expect(abs(lives[0] - 1) < 1e-12 && abs(lives[1] - 1) < 1e-12)
      #expect(lives[2] < 0.02)
      #expect(lives[3] == .infinity)
    }
  }
}
