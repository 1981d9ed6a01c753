import Foundation

extension LabelledSet {
  /// A folder's path without a slash behind it.
  ///
  /// - Throws: `InputError` where it is a file.
  static func folder(_ path: String) throws -> String {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      throw InputError(
        path: path, problem: "is a file; name the folder that holds stories.jsonl and its labels")
    }
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The last part of a folder's name.
  static func lastName(of folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? folder
  }

  /// The file with further labels of a set in a folder, which need not be there.
  static func furtherLabels(of set: String, in folder: String) -> String {
    "\(folder)/\(lastName(of: set)).jsonl"
  }

  /// Looks whether there are further labels before work is done without them; says so where there are none for any set.
  ///
  /// - Parameters:
  ///   - path: the folder that should hold them.
  ///   - sets: the folders of the sets.
  /// - Throws: `InputError` where it is no folder.
  static func checkFurtherLabels(in path: String, of sets: [String]) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputError(path: path, problem: "there is no such folder")
    }
    guard isFolder.boolValue else {
      throw InputError(path: path, problem: "is a file; name the folder that holds further labels")
    }
    let files = sets.map { furtherLabels(of: $0, in: path) }
    guard !files.contains(where: FileManager.default.fileExists) else { return }
    Terminal.complain(
      "\(path): there are no further labels for any set; looked for \(files.joined(separator: ", "))"
    )
  }

  /// How to make JSON Lines of labels that were left as a spreadsheet wrote them; empty where there are none.
  static func advice(onTablesIn folder: String) -> String {
    for name in ["pairs", "clusters"] {
      for (ending, separator) in [("csv", ","), ("tsv", #"\t"#)] {
        guard FileManager.default.fileExists(atPath: "\(folder)/\(name).\(ending)") else {
          continue
        }
        return ". Make JSON Lines of \(name).\(ending), for instance with: python3 -c "
          + "'import csv, json, sys; sys.stdout.writelines(json.dumps(row) + \"\\n\" for row in "
          + #"csv.DictReader(open(0, encoding="utf-8-sig", newline=""), delimiter="\#(separator)"))'"#
          + " < \(name).\(ending) > \(name).jsonl"
      }
    }
    return ""
  }

  /// A pair whose label other labels speak against.
  struct Contradiction {
    let pair: Pair
    let problem: String
  }

  /// Pairs on which no grouping can be right: they say of two stories what clusters, or other pairs, say otherwise.
  /// A simulator's labels are not looked at.
  var contradictions: [Contradiction] {
    guard !isSimulated else { return [] }
    let tied = Components(pairs.filter(\.isSame).map { ($0.a, $0.b) })
    return pairs.compactMap { pair in
      if let one = clusters[pair.a], let two = clusters[pair.b],
        pair.isSame ? one != two : one == two && pair.label != "partial"
      {
        return Contradiction(pair: pair, problem: "its clusters say otherwise")
      }
      let number = tied.component(of: pair.a)
      guard !pair.isSame, number >= 0, number == tied.component(of: pair.b) else { return nil }
      return Contradiction(pair: pair, problem: "other pairs say that both are one copy")
    }
  }
}
