// swift-tools-version: 6.2

import PackageDescription

/// Settings of every Swift target.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// `strict`, and every use of an unsafe construct spelled `unsafe`.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

/// Settings of a kernel target: optimised in debug builds too, compiled for one instruction set.
///
/// Compiled as a whole, since an incremental build misses the changed body of an inlined kernel.
/// Elsewhere than on x86-64 the flags mean nothing; those targets are then plain ones, never chosen.
func kernels(_ clangFlags: [String]) -> [SwiftSetting] {
  #if arch(x86_64)
    let flags = clangFlags.flatMap { ["-Xcc", $0] }
  #else
    let flags: [String] = []
  #endif
  return strict + [
    .unsafeFlags(
      ["-Ounchecked", "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "1"]
        + flags)
  ]
}

let package = Package(
  name: "textgen",
  products: [.executable(name: "textgen", targets: ["textgen"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CICUSystem", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CTextgenICU", dependencies: ["CICUSystem"]),
    .target(name: "CTextgenCPU"),
    .target(name: "SafeTensors", swiftSettings: safe),
    .target(name: "CTextgenVectors"),
    .target(name: "Kernels", dependencies: ["CTextgenVectors"], swiftSettings: strict),
    .target(name: "KernelsBaseline", dependencies: ["Kernels"], swiftSettings: kernels([])),
    .target(
      name: "KernelsAVX2", dependencies: ["Kernels"],
      swiftSettings: kernels(["-mavx2", "-mfma"])),
    .target(
      name: "KernelsAVX512", dependencies: ["Kernels"],
      swiftSettings: kernels(["-march=x86-64-v4"])),
    .target(
      name: "KernelsAVX512BF16", dependencies: ["Kernels"],
      swiftSettings: kernels(["-march=x86-64-v4", "-mavx512bf16", "-mavx512vnni"])),
    .target(
      name: "Compute",
      dependencies: [
        "CTextgenCPU", "Kernels", "KernelsBaseline", "KernelsAVX2", "KernelsAVX512",
        "KernelsAVX512BF16",
      ],
      swiftSettings: safe),
    .target(name: "Tokenization", dependencies: ["CTextgenICU"], swiftSettings: safe),
    .target(name: "Words", dependencies: ["Tokenization"], swiftSettings: safe),
    .target(name: "Layers", dependencies: ["Compute", "Kernels"], swiftSettings: safe),
    .target(name: "NGrams", swiftSettings: safe),
    .target(name: "Prosody", swiftSettings: safe),
    .target(name: "Probes", swiftSettings: safe),
    .target(name: "Figures", swiftSettings: safe),
    .target(
      name: "LanguageModeling",
      dependencies: [
        "Compute", "Kernels", "Layers", "NGrams", "SafeTensors", "Tokenization", "Words",
      ],
      swiftSettings: safe),
    .target(
      name: "Generation", dependencies: ["Compute", "LanguageModeling", "Tokenization", "Words"],
      swiftSettings: safe),
    .target(
      name: "Evaluation",
      dependencies: ["Generation", "LanguageModeling", "Tokenization", "Words"],
      swiftSettings: safe),
    .target(
      name: "Training",
      dependencies: [
        "Compute", "Kernels", "Layers", "LanguageModeling", "NGrams", "SafeTensors",
        "Tokenization", "Words",
      ],
      swiftSettings: safe),
    .target(
      name: "Adaptation",
      dependencies: ["Compute", "LanguageModeling", "Layers", "Tokenization"],
      swiftSettings: safe),
    .target(
      name: "Laboratory",
      dependencies: [
        "Compute", "Evaluation", "Layers", "LanguageModeling", "Probes", "Tokenization",
      ],
      swiftSettings: safe),
    .executableTarget(
      name: "textgen",
      dependencies: [
        "Adaptation", "Compute", "Evaluation", "Figures", "Generation", "Laboratory",
        "LanguageModeling", "Layers", "NGrams", "Probes", "Prosody", "SafeTensors", "Tokenization",
        "Training", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["KEYBOARD.md", "Scan/SCAN.md"],
      swiftSettings: safe),
    .target(
      name: "TextgenTestSupport",
      dependencies: ["Compute", "Layers", "LanguageModeling", "Tokenization"],
      path: "Tests/TextgenTestSupport", swiftSettings: strict),
    .testTarget(
      name: "SafeTensorsTests", dependencies: ["SafeTensors"], exclude: ["differential.py"],
      swiftSettings: strict),
    .testTarget(
      name: "ComputeTests", dependencies: ["Compute", "Kernels", "TextgenTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TokenizationTests", dependencies: ["Tokenization", "TextgenTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LayersTests", dependencies: ["Layers", "Compute", "TextgenTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WordsTests", dependencies: ["Words", "TextgenTestSupport"], swiftSettings: strict),
    .testTarget(name: "ProbesTests", dependencies: ["Probes"], swiftSettings: strict),
    .testTarget(name: "ProsodyTests", dependencies: ["Prosody"], swiftSettings: strict),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"], swiftSettings: strict),
    .testTarget(
      name: "NGramsTests", dependencies: ["NGrams", "TextgenTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LanguageModelingTests",
      dependencies: [
        "LanguageModeling", "Layers", "Compute", "Kernels", "NGrams", "SafeTensors", "Tokenization",
        "TextgenTestSupport", "Words",
      ],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "AdaptationTests",
      dependencies: [
        "Adaptation", "Compute", "LanguageModeling", "Layers", "NGrams", "Tokenization",
        "TextgenTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GenerationTests",
      dependencies: [
        "Generation", "LanguageModeling", "Tokenization", "TextgenTestSupport", "Words",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "Evaluation", "Generation", "LanguageModeling", "Tokenization", "TextgenTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TrainingTests",
      dependencies: [
        "Training", "LanguageModeling", "Layers", "Compute", "SafeTensors", "Tokenization",
        "TextgenTestSupport", "Words",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LaboratoryTests",
      dependencies: [
        "Laboratory", "Compute", "LanguageModeling", "Layers", "Probes", "Tokenization",
        "TextgenTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["textgen", "TextgenTestSupport", "Training"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
