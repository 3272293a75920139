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

/// Settings of a test target: never optimised, since that takes four times as long and tests compute little themselves.
let tests: [SwiftSetting] = strict + [.unsafeFlags(["-Onone"])]

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

/// What is built only with the trait `Server`.
let server = TargetDependencyCondition.when(traits: ["Server"])

let package = Package(
  name: "textgen",
  products: [
    .library(name: "TextGen", targets: ["TextGen"]),
    .executable(name: "textgen", targets: ["TextGenCommand"]),
  ],
  traits: [
    .trait(
      name: "Server",
      description: "`textgen serve`, with the packages that it takes; without it none is fetched.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CICUSystem", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CTextgenICU", dependencies: ["CICUSystem"]),
    .target(name: "CTextgenCPU"),
    .target(name: "TextGenSafeTensors", swiftSettings: safe),
    .target(name: "CTextgenVectors"),
    .target(name: "TextGenKernels", dependencies: ["CTextgenVectors"], swiftSettings: strict),
    .target(
      name: "TextGenKernelsBaseline", dependencies: ["TextGenKernels"], swiftSettings: kernels([])),
    .target(
      name: "TextGenKernelsAVX2", dependencies: ["TextGenKernels"],
      swiftSettings: kernels(["-mavx2", "-mfma"])),
    .target(
      name: "TextGenKernelsAVX512", dependencies: ["TextGenKernels"],
      swiftSettings: kernels(["-march=x86-64-v4"])),
    .target(
      name: "TextGenKernelsAVX512BF16", dependencies: ["TextGenKernels"],
      swiftSettings: kernels(["-march=x86-64-v4", "-mavx512bf16", "-mavx512vnni"])),
    .target(
      name: "TextGenCompute",
      dependencies: [
        "CTextgenCPU", "TextGenKernels", "TextGenKernelsBaseline", "TextGenKernelsAVX2",
        "TextGenKernelsAVX512", "TextGenKernelsAVX512BF16",
      ],
      swiftSettings: safe),
    .target(name: "TextGenTokenization", dependencies: ["CTextgenICU"], swiftSettings: safe),
    .target(name: "TextGenWords", dependencies: ["TextGenTokenization"], swiftSettings: safe),
    .target(
      name: "TextGenLayers", dependencies: ["TextGenCompute", "TextGenKernels"], swiftSettings: safe
    ),
    .target(name: "TextGenNGrams", swiftSettings: safe),
    .target(name: "TextGenProsody", swiftSettings: safe),
    .target(name: "TextGenVerse", dependencies: ["TextGenProsody"], swiftSettings: safe),
    .target(name: "TextGenProbes", swiftSettings: safe),
    .target(name: "TextGenFigures", swiftSettings: safe),
    .target(
      name: "TextGenLanguageModeling",
      dependencies: [
        "TextGenCompute", "TextGenKernels", "TextGenLayers", "TextGenNGrams", "TextGenSafeTensors",
        "TextGenTokenization", "TextGenWords",
      ],
      swiftSettings: safe),
    .target(
      name: "TextGenGeneration",
      dependencies: [
        "TextGenCompute", "TextGenLanguageModeling", "TextGenTokenization", "TextGenWords",
      ],
      swiftSettings: safe),
    .target(
      name: "TextGenPoetry",
      dependencies: [
        "TextGenCompute", "TextGenGeneration", "TextGenLanguageModeling", "TextGenProsody",
        "TextGenTokenization", "TextGenVerse", "TextGenWords",
      ],
      swiftSettings: safe),
    .target(
      name: "TextGenEvaluation",
      dependencies: [
        "TextGenGeneration", "TextGenLanguageModeling", "TextGenProsody", "TextGenTokenization",
        "TextGenWords",
      ],
      swiftSettings: safe),
    .target(
      name: "TextGenTraining",
      dependencies: [
        "TextGenCompute", "TextGenKernels", "TextGenLayers", "TextGenLanguageModeling",
        "TextGenNGrams", "TextGenSafeTensors", "TextGenTokenization", "TextGenWords",
      ],
      swiftSettings: safe),
    .target(
      name: "TextGenAdaptation",
      dependencies: [
        "TextGenCompute", "TextGenLanguageModeling", "TextGenLayers", "TextGenTokenization",
      ],
      swiftSettings: safe),
    .target(
      name: "TextGenLaboratory",
      dependencies: [
        "TextGenCompute", "TextGenEvaluation", "TextGenLayers", "TextGenLanguageModeling",
        "TextGenProbes", "TextGenTokenization",
      ],
      swiftSettings: safe),
    .target(
      name: "TextGen",
      dependencies: [
        "TextGenAdaptation", "TextGenCompute", "TextGenEvaluation", "TextGenGeneration",
        "TextGenLanguageModeling", "TextGenLayers", "TextGenNGrams", "TextGenSafeTensors",
        "TextGenTokenization", "TextGenTraining", "TextGenWords",
      ],
      swiftSettings: safe),
    .target(name: "TextGenJSON", swiftSettings: safe),
    .target(
      name: "TextGenTyping",
      dependencies: ["TextGen", "TextGenGeneration", "TextGenTokenization"], swiftSettings: safe),
    .target(
      name: "TextGenTerminal",
      dependencies: ["TextGen", "TextGenGeneration", "TextGenTyping"], swiftSettings: safe),
    .target(
      name: "TextGenLanguageServer",
      dependencies: [
        "TextGen", "TextGenAdaptation", "TextGenGeneration", "TextGenJSON", "TextGenTyping",
      ],
      exclude: ["EDITORS.md"], swiftSettings: safe),
    .target(name: "CTextgenAssets", exclude: ["openapi.json", "page"]),
    .target(
      name: "TextGenServing",
      dependencies: [
        "CTextgenAssets", "TextGen", "TextGenAdaptation", "TextGenCompute", "TextGenGeneration",
        "TextGenJSON", "TextGenLaboratory", "TextGenLanguageModeling", "TextGenLayers",
        "TextGenPoetry", "TextGenProsody", "TextGenSafeTensors", "TextGenTokenization",
        "TextGenWords",
      ],
      swiftSettings: safe),
    .target(
      name: "TextGenHTTP",
      dependencies: [
        "TextGenServing",
        .product(name: "HTTPTypes", package: "swift-http-types", condition: server),
        .product(name: "HummingbirdCore", package: "hummingbird", condition: server),
        .product(name: "Logging", package: "swift-log", condition: server),
        .product(name: "NIOCore", package: "swift-nio", condition: server),
        .product(name: "NIOPosix", package: "swift-nio", condition: server),
      ],
      swiftSettings: safe),
    .executableTarget(
      name: "TextGenCommand",
      dependencies: [
        "TextGen",
        "TextGenAdaptation", "TextGenCompute", "TextGenEvaluation", "TextGenFigures",
        "TextGenGeneration", "TextGenLaboratory", "TextGenLanguageModeling", "TextGenLayers",
        "TextGenJSON", "TextGenLanguageServer", "TextGenNGrams", "TextGenPoetry", "TextGenProbes",
        "TextGenProsody", "TextGenSafeTensors", "TextGenTerminal", "TextGenTokenization",
        "TextGenTraining", "TextGenTyping", "TextGenVerse", "TextGenWords",
        .target(name: "TextGenHTTP", condition: server),
        .target(name: "TextGenServing", condition: server),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: [
        "KEYBOARD.md", "Scan/SCAN.md", "Serving/SERVE.md", "Typing/TYPE.md", "Verse/FORMS.md",
        "Verse/Poems", "Verse/VERSE.md",
      ],
      swiftSettings: safe),
    .target(
      name: "TextGenTestSupport",
      dependencies: [
        "TextGenCompute", "TextGenLayers", "TextGenLanguageModeling", "TextGenTokenization",
      ],
      path: "Tests/TextGenTestSupport", swiftSettings: strict),
    .testTarget(
      name: "TextGenTests", dependencies: ["TextGen", "TextGenAdaptation"], swiftSettings: tests),
    .testTarget(
      name: "TextGenSafeTensorsTests", dependencies: ["TextGenSafeTensors"],
      exclude: ["differential.py"],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenComputeTests",
      dependencies: ["TextGenCompute", "TextGenKernels", "TextGenTestSupport"],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenTokenizationTests",
      dependencies: ["TextGenTokenization", "TextGenTestSupport"],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenLayersTests",
      dependencies: ["TextGenLayers", "TextGenCompute", "TextGenTestSupport"],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenWordsTests", dependencies: ["TextGenWords", "TextGenTestSupport"],
      swiftSettings: tests),
    .testTarget(name: "TextGenProbesTests", dependencies: ["TextGenProbes"], swiftSettings: tests),
    .testTarget(
      name: "TextGenProsodyTests", dependencies: ["TextGenProsody"], swiftSettings: tests),
    .testTarget(
      name: "TextGenVerseTests",
      dependencies: ["TextGenCompute", "TextGenProsody", "TextGenTestSupport", "TextGenVerse"],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenPoetryTests",
      dependencies: [
        "TextGenLanguageModeling", "TextGenPoetry", "TextGenProsody", "TextGenTokenization",
        "TextGenTestSupport", "TextGenVerse", "TextGenWords",
      ],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenFiguresTests", dependencies: ["TextGenFigures"], swiftSettings: tests),
    .testTarget(
      name: "TextGenNGramsTests", dependencies: ["TextGenNGrams", "TextGenTestSupport"],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenLanguageModelingTests",
      dependencies: [
        "TextGenLanguageModeling", "TextGenLayers", "TextGenCompute", "TextGenKernels",
        "TextGenNGrams", "TextGenSafeTensors", "TextGenTokenization", "TextGenTestSupport",
        "TextGenWords",
      ],
      resources: [.copy("Fixtures")], swiftSettings: tests),
    .testTarget(
      name: "TextGenAdaptationTests",
      dependencies: [
        "TextGenAdaptation", "TextGenCompute", "TextGenLanguageModeling", "TextGenLayers",
        "TextGenNGrams", "TextGenTokenization", "TextGenTestSupport",
      ],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenGenerationTests",
      dependencies: [
        "TextGenGeneration", "TextGenLanguageModeling", "TextGenTokenization", "TextGenTestSupport",
        "TextGenWords",
      ],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenJSONTests", dependencies: ["TextGenJSON", "TextGenTestSupport"],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenTypingTests", dependencies: ["TextGenTyping", "TextGen"],
      resources: [.copy("word-case.json")], swiftSettings: tests),
    .testTarget(
      name: "TextGenTerminalTests", dependencies: ["TextGenTerminal", "TextGen", "TextGenTyping"],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenLanguageServerTests",
      dependencies: [
        "TextGenLanguageServer", "TextGen", "TextGenGeneration", "TextGenJSON",
        "TextGenTestSupport",
      ],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenServingTests",
      dependencies: [
        "TextGenServing", "TextGen", "TextGenGeneration", "TextGenJSON", "TextGenLanguageModeling",
        "TextGenPoetry", "TextGenProsody", "TextGenTestSupport", "TextGenTokenization",
      ],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenHTTPTests", dependencies: ["TextGenHTTP", "TextGenServing", "TextGen"],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenEvaluationTests",
      dependencies: [
        "TextGenEvaluation", "TextGenGeneration", "TextGenLanguageModeling", "TextGenProsody",
        "TextGenTokenization", "TextGenTestSupport",
      ],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenTrainingTests",
      dependencies: [
        "TextGenTraining", "TextGenLanguageModeling", "TextGenLayers", "TextGenCompute",
        "TextGenSafeTensors", "TextGenTokenization", "TextGenTestSupport", "TextGenWords",
      ],
      resources: [.copy("Curves")], swiftSettings: tests),
    .testTarget(
      name: "TextGenLaboratoryTests",
      dependencies: [
        "TextGenLaboratory", "TextGenCompute", "TextGenLanguageModeling", "TextGenLayers",
        "TextGenProbes", "TextGenTokenization", "TextGenTestSupport",
      ],
      swiftSettings: tests),
    .testTarget(
      name: "TextGenCommandTests",
      dependencies: [
        "TextGen", "TextGenCommand", "TextGenCompute", "TextGenEvaluation", "TextGenFigures",
        "TextGenGeneration", "TextGenLaboratory", "TextGenLanguageModeling", "TextGenLayers",
        "TextGenPoetry", "TextGenProsody", "TextGenSafeTensors", "TextGenTestSupport",
        "TextGenTokenization", "TextGenTraining",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: tests),
  ],
  swiftLanguageModes: [.v6]
)

// For a build that needs neither the program nor every test, as those of `.ci/sanitizers`: the names of test targets
// in TEXTGEN_TESTS leave only them and what they depend on.
if let names = Context.environment["TEXTGEN_TESTS"] {
  var needed: Set<String> = []
  func need(_ name: String) {
    guard needed.insert(name).inserted,
      let target = package.targets.first(where: { $0.name == name })
    else { return }
    for dependency in target.dependencies {
      switch dependency {
      case .targetItem(let name, _), .byNameItem(let name, _): need(name)
      default: break
      }
    }
  }
  for name in names.split(separator: " ") { need(String(name)) }
  package.targets.removeAll { !needed.contains($0.name) }
  package.products = []
}
