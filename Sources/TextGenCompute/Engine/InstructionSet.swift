private import CTextgenCPU
private import Glibc
import TextGenKernels
private import TextGenKernelsAVX2
private import TextGenKernelsAVX512
private import TextGenKernelsAVX512BF16
private import TextGenKernelsBaseline

/// The instructions that the kernels are compiled for.
package enum InstructionSet: String, Sendable, CaseIterable, Comparable {
  /// Plain loops, one float at a time: what the others are compared with.
  case reference
  /// Vectors with the platform's baseline instructions.
  case baseline
  /// AVX2 with fused multiply-add (x86-64).
  case avx2
  /// AVX-512 F, BW, DQ and VL (x86-64).
  case avx512
  /// AVX-512 with products of bfloat16 and of bytes: BF16 and VNNI (x86-64).
  case avx512bf16

  /// The best set that this processor offers, or the one that `TEXTGEN_ISA` of the environment names if that's less.
  package static let best: InstructionSet = {
    let offered: InstructionSet =
      switch ctextgen_cpu_level() {
      case 3: .avx512bf16
      case 2: .avx512
      case 1: .avx2
      default: .baseline
      }
    guard let name = unsafe getenv("TEXTGEN_ISA"),
      let asked = InstructionSet(rawValue: unsafe String(cString: name))
    else { return offered }
    return min(asked, offered)
  }()

  /// The sets up to the best, slowest first.
  package static var available: [InstructionSet] { allCases.filter { $0 <= best } }

  /// Slower sets come first.
  package static func < (left: InstructionSet, right: InstructionSet) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether a product of bfloat16 takes half the instructions of one of floats.
  package var multipliesPairs: Bool { self == .avx512bf16 }

  /// Whether the tiles of products are so narrow that a right side is read 16 columns after 16.
  package var readsNarrowColumns: Bool { self == .avx2 }

  var kernels: any KernelSet.Type {
    switch self {
    case .reference: ReferenceKernels.self
    case .baseline: Baseline.self
    case .avx2: AVX2.self
    case .avx512, .avx512bf16: AVX512.self
    }
  }

  var wordKernels: any WordKernels.Type {
    switch self {
    case .reference: ReferenceKernels.self
    case .baseline: Baseline.self
    case .avx2: AVX2.self
    case .avx512: AVX512.self
    case .avx512bf16: AVX512BF16.self
    }
  }
}
