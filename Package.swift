// swift-tools-version: 6.2
import PackageDescription

// The walls of the house are the target boundaries below; ARCHITECTURE.md says what each room may
// import and Tests/HouseTests reads every file's imports against that table.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// What every story goes through is optimised in builds for tests as well, which would otherwise wait for it most of the
// time. All else is left as debuggers like it.
let optimised: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// Some ninety pieces of memory of all sizes are taken and given back for every story, over which the C library's
// allocator spends a tenth of all time. What tests link does not matter.
let allocator: [LinkerSetting] = [.linkedLibrary("mimalloc", .when(platforms: [.linux]))]

let package = Package(
  name: "copytaster",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "copytaster", targets: ["copytaster"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]
    ),
    .target(name: "CDigest", linkerSettings: [.linkedLibrary("crypto")]),
    .target(name: "CFiles"),
    .target(name: "CWords"),
    .target(name: "CLines"),
    .target(name: "CHashes", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(
      name: "CXML",
      // Debian keeps libxml2's headers in a folder of their own.
      cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])],
      linkerSettings: [.linkedLibrary("xml2")]
    ),
    .target(name: "Stories", swiftSettings: optimised),
    .target(name: "Wire", dependencies: ["Stories", "CDigest", "CXML"], swiftSettings: optimised),
    .target(name: "Text", dependencies: ["Stories", "CICU", "CWords"], swiftSettings: optimised),
    .target(
      name: "NearDuplicates", dependencies: ["Stories", "CHashes", "CLines"],
      swiftSettings: optimised),
    .target(name: "Models", dependencies: ["Stories", "NearDuplicates"], swiftSettings: optimised),
    .target(
      name: "Training", dependencies: ["Stories", "Text", "NearDuplicates"],
      swiftSettings: optimised),
    .target(
      name: "Inbox",
      dependencies: [
        "Stories", "CFiles", .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: optimised
    ),
    .target(
      name: "Store",
      dependencies: ["Stories", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict
    ),
    .target(
      name: "Settings",
      dependencies: ["Stories", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),
    .target(
      name: "Pipeline",
      dependencies: [
        "Stories", "Wire", "Text", "NearDuplicates", "Inbox", "Store",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "copytaster",
      dependencies: [
        "Stories", "Wire", "Text", "NearDuplicates", "Models", "Training", "Inbox", "Store",
        "Settings", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict, linkerSettings: allocator
    ),
    // What tests share: a seeded story generator, brute-force oracles, faulty files. It is tested itself.
    .target(
      name: "TestSupport",
      dependencies: ["Stories", "Inbox", .product(name: "SystemPackage", package: "swift-system")],
      path: "Tests/TestSupport", swiftSettings: optimised),
    .testTarget(name: "StoriesTests", dependencies: ["Stories"], swiftSettings: strict),
    .testTarget(
      name: "WireTests", dependencies: ["Stories", "Wire", "TestSupport"],
      exclude: ["Corpus/expected.jsonl"], swiftSettings: strict),
    .testTarget(
      name: "TextTests", dependencies: ["Stories", "Text", "CICU", "CWords", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NearDuplicatesTests",
      dependencies: ["Stories", "NearDuplicates", "CLines", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ModelsTests",
      dependencies: ["Stories", "Text", "NearDuplicates", "Models", "Training", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TrainingTests",
      dependencies: ["Stories", "Text", "NearDuplicates", "Training", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InboxTests",
      dependencies: [
        "Stories", "Inbox", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Stories", "Store", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    .testTarget(
      name: "SettingsTests", dependencies: ["Stories", "Settings"], swiftSettings: strict),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Stories", "Wire", "Text", "NearDuplicates", "Models", "Inbox", "Store", "Pipeline",
        "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    .testTarget(name: "HouseTests", dependencies: [], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["copytaster", "Stories", "Store", "TestSupport"],
      swiftSettings: strict),
    // Measures kernels and the road from text to groups; `make bench` runs it.
    .executableTarget(
      name: "measure",
      dependencies: ["Stories", "Wire", "Text", "NearDuplicates", "Models", "Pipeline"],
      path: "Benchmarks/Measure", swiftSettings: strict, linkerSettings: allocator),
  ]
)
