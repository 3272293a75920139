import Foundation
import Glibc
import Testing

@testable import TextGenCommand

struct ServiceManagerTests {
  @Test(arguments: ["/", "@"])
  func `a service manager hears how the service is`(_ kind: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = kind == "/" ? folder.path + "/notify" : "@textgen-" + UUID().uuidString
    var (address, bytes) = (sockaddr_un(), Array(path.utf8))
    if kind == "@" { bytes[0] = 0 }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    defer { _ = Glibc.close(descriptor) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    try #require(status == 0)
    let manager = try #require(ServiceManager(path))
    manager.tell(.ready)
    manager.tell(.stopping)
    for expected in ["READY=1", "STOPPING=1"] {
      var buffer = [UInt8](repeating: 0, count: 64)
      let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == expected)
    }
  }

  @Test func `a socket is handed over to one process alone`() {
    let other = "\(getpid() + 1)"
    #expect(ServiceManager.handedSocket(process: nil, count: nil) == nil)
    #expect(ServiceManager.handedSocket(process: other, count: "1") == nil)
    for count in ["0", "-1", "x"] {
      #expect(ServiceManager.handedSocket(process: "\(getpid())", count: count) == nil)
    }
  }

  @Test func `where no service manager listens, nothing happens`() {
    #expect(ServiceManager(nil) == nil && ServiceManager("vsock:1:2") == nil)
    ServiceManager("/nowhere/notify")?.tell(.ready)
    ServiceManager("/" + String(repeating: "a", count: 200))?.tell(.ready)
  }
}
