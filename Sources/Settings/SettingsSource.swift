internal import Stories

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Where settings come from: a named file, or the first of the usual places that is there.
public enum SettingsSource: Hashable, Sendable {
  /// This file, which must be there.
  case file(String)
  /// No file: the standard settings.
  case standard

  /// The variable that names a configuration file.
  public static let variable = "COPYTASTER_CONFIG"
  /// Looked for in this order when none is named.
  public static let usualPlaces = ["copytaster.yaml", "/etc/copytaster/copytaster.yaml"]

  /// Finds the source.
  ///
  /// - Parameter named: the path given on the command line, which goes before the environment.
  /// - Returns: where to read settings from.
  public static func find(named: String?) -> SettingsSource {
    if let named { return .file(named) }
    if let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty {
      return .file(path)
    }
    let there = usualPlaces.first { FileManager.default.isReadableFile(atPath: $0) }
    return there.map { .file($0) } ?? .standard
  }

  /// Reads the settings.
  ///
  /// - Throws: all mistakes at once.
  public func load() throws(SettingsErrors) -> Settings {
    switch self {
    case .standard: return Settings()
    case .file(let path):
      var settings = try Settings(yaml: try SettingsSource.text(of: path), path: path)
      if let name = settings.wire.outletsFile {
        let file = name.hasPrefix("/") ? name : SettingsSource.folder(of: path) + name
        settings.outlets = try OutletMap(yaml: try SettingsSource.text(of: file), path: file)
      }
      return settings
    }
  }

  /// The folder of a path with its slash, empty for a bare name.
  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)])
  }

  private static func text(of path: String) throws(SettingsErrors) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw SettingsErrors(
        path: path,
        mistakes: [.init(line: nil, key: "", problem: "can't be read; check that it is there")])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsErrors(
        path: path, mistakes: [.init(line: nil, key: "", problem: "is not valid UTF-8")])
    }
    return text
  }

  /// How messages name it.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standard: "standard settings"
    }
  }
}
