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
      name: "TextGenTests", dependencies: ["TextGen", "TextGenAdaptation"], swiftSettings: strict),
    .testTarget(
      name: "TextGenSafeTensorsTests", dependencies: ["TextGenSafeTensors"],
      exclude: ["differential.py"],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenComputeTests",
      dependencies: ["TextGenCompute", "TextGenKernels", "TextGenTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenTokenizationTests",
      dependencies: ["TextGenTokenization", "TextGenTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenLayersTests",
      dependencies: ["TextGenLayers", "TextGenCompute", "TextGenTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenWordsTests", dependencies: ["TextGenWords", "TextGenTestSupport"],
      swiftSettings: strict),
    .testTarget(name: "TextGenProbesTests", dependencies: ["TextGenProbes"], swiftSettings: strict),
    .testTarget(
      name: "TextGenProsodyTests", dependencies: ["TextGenProsody"], swiftSettings: strict),
    .testTarget(
      name: "TextGenVerseTests",
      dependencies: ["TextGenCompute", "TextGenProsody", "TextGenTestSupport", "TextGenVerse"],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenPoetryTests",
      dependencies: [
        "TextGenLanguageModeling", "TextGenPoetry", "TextGenProsody", "TextGenTokenization",
        "TextGenTestSupport", "TextGenVerse", "TextGenWords",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenFiguresTests", dependencies: ["TextGenFigures"], swiftSettings: strict),
    .testTarget(
      name: "TextGenNGramsTests", dependencies: ["TextGenNGrams", "TextGenTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenLanguageModelingTests",
      dependencies: [
        "TextGenLanguageModeling", "TextGenLayers", "TextGenCompute", "TextGenKernels",
        "TextGenNGrams", "TextGenSafeTensors", "TextGenTokenization", "TextGenTestSupport",
        "TextGenWords",
      ],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "TextGenAdaptationTests",
      dependencies: [
        "TextGenAdaptation", "TextGenCompute", "TextGenLanguageModeling", "TextGenLayers",
        "TextGenNGrams", "TextGenTokenization", "TextGenTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenGenerationTests",
      dependencies: [
        "TextGenGeneration", "TextGenLanguageModeling", "TextGenTokenization", "TextGenTestSupport",
        "TextGenWords",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenJSONTests", dependencies: ["TextGenJSON", "TextGenTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenTypingTests", dependencies: ["TextGenTyping", "TextGen"],
      resources: [.copy("word-case.json")], swiftSettings: strict),
    .testTarget(
      name: "TextGenTerminalTests", dependencies: ["TextGenTerminal", "TextGen", "TextGenTyping"],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenLanguageServerTests",
      dependencies: [
        "TextGenLanguageServer", "TextGen", "TextGenGeneration", "TextGenJSON",
        "TextGenTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenServingTests",
      dependencies: [
        "TextGenServing", "TextGen", "TextGenGeneration", "TextGenJSON", "TextGenLanguageModeling",
        "TextGenPoetry", "TextGenProsody", "TextGenTestSupport", "TextGenTokenization",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenHTTPTests", dependencies: ["TextGenHTTP", "TextGenServing", "TextGen"],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenEvaluationTests",
      dependencies: [
        "TextGenEvaluation", "TextGenGeneration", "TextGenLanguageModeling", "TextGenProsody",
        "TextGenTokenization", "TextGenTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenTrainingTests",
      dependencies: [
        "TextGenTraining", "TextGenLanguageModeling", "TextGenLayers", "TextGenCompute",
        "TextGenSafeTensors", "TextGenTokenization", "TextGenTestSupport", "TextGenWords",
      ],
      resources: [.copy("Curves")], swiftSettings: strict),
    .testTarget(
      name: "TextGenLaboratoryTests",
      dependencies: [
        "TextGenLaboratory", "TextGenCompute", "TextGenLanguageModeling", "TextGenLayers",
        "TextGenProbes", "TextGenTokenization", "TextGenTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TextGenCommandTests",
      dependencies: [
        "TextGen", "TextGenCommand", "TextGenCompute", "TextGenEvaluation", "TextGenFigures",
        "TextGenGeneration", "TextGenLaboratory", "TextGenLanguageModeling", "TextGenLayers",
        "TextGenPoetry", "TextGenProsody", "TextGenSafeTensors", "TextGenTestSupport",
        "TextGenTokenization", "TextGenTraining",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
