import Testing
import TextGenLanguageModeling

struct SystemMemoryTests {
  private func limit(_ files: [String: String]) throws -> Double? {
    var limit: Double?
    try withTemporaryFolder(files) { limit = SystemMemory.groupLimit(root: $0) }
    return limit
  }

  @Test func `the lowest limit of a group and of those above it counts`() throws {
    let groups = "0::/user/run\n"
    #expect(
      try limit([
        "proc/self/cgroup": groups, "sys/fs/cgroup/user/run/memory.max": "max\n",
        "sys/fs/cgroup/user/memory.max": "3000000000\n", "sys/fs/cgroup/memory.max": "5000000000\n",
      ]) == 3e9)
  }

  @Test func `a container that sees only its own root has that limit`() throws {
    #expect(
      try limit([
        "proc/self/cgroup": "0::/docker/0123\n", "sys/fs/cgroup/memory.max": "512000000\n",
      ]) == 512e6)
  }

  @Test func `version 1 has a tree for memory`() throws {
    #expect(
      try limit([
        "proc/self/cgroup": "12:cpu,cpuacct:/a\n7:memory:/docker/x\n0::/\n",
        "sys/fs/cgroup/memory/docker/x/memory.limit_in_bytes": "9223372036854771712\n",
        "sys/fs/cgroup/memory/memory.limit_in_bytes": "256000000\n",
      ]) == 256e6)
  }

  @Test func `without groups or limits there is none`() throws {
    #expect(try limit([:]) == nil)
    #expect(
      try limit(["proc/self/cgroup": "0::/\n", "sys/fs/cgroup/memory.max": "max\n"]) == nil)
  }
}
