extension OtherKind {
  /// What is packed and may well hold stories: its name, and what unpacks it.
  static func packed(_ bytes: UnsafeRawBufferPointer) -> (name: String, tool: String)? {
    // Letters that a text may begin with are no sign alone.
    if bytes.starts(with: Array("BZh".utf8)), bytes.dropFirst(4).starts(with: bzip2Block) {
      return ("a bzip2 archive", "bzip2 -dc")
    }
    if bytes.starts(with: parquet), bytes.count > 8, bytes.suffix(4).elementsEqual(parquet) {
      return ("a Parquet file", "pandas.read_parquet(…).to_json(…, orient='records', lines=True)")
    }
    return magicOfPacked.first { bytes.starts(with: $0.bytes) }.map { ($0.name, $0.tool) }
  }

  private static let bzip2Block: [UInt8] = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
  private static let parquet = Array("PAR1".utf8)
  private static let magicOfPacked: [(bytes: [UInt8], name: String, tool: String)] = [
    ([0x1F, 0x8B], "a gzip archive", "gzip -dc"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "an xz archive", "xz -dc"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive", "zstd -dc"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "7z x"),
  ]

  /// Refuses what is packed, which is not unpacked here: how much comes out of it nobody knows before.
  static func refusal(packed what: (name: String, tool: String)) -> Refusal {
    Refusal(
      problem: "this is \(what.name), not a story",
      remedy: "unpack it, for instance with: \(what.tool)", kind: .notAStory)
  }

  /// Refuses a table that holds stories.
  static func refusal(tableWith column: TableCheck.Column) -> Refusal {
    let tab = column.separator == 0x09
    let mark = tab ? #"\t"# : String(UnicodeScalar(column.separator))
    let row = column.name == "text" ? "row" : #"dict(row, text=row["\#(column.name)"])"#
    return Refusal(
      problem: "this is a table (CSV) with stories in its column '\(column.name)'",
      remedy: "give each row as a line of JSON with \"text\", for instance with: python3 -c "
        + "'import csv, json, sys; sys.stdout.writelines("
        // A byte order mark and blanks before a cell are no part of it.
        + #"json.dumps(\#(row)) + "\n" for row in csv.DictReader(open(0, encoding="utf-8-sig", newline=""), "#
        + #"delimiter="\#(mark)", skipinitialspace=True))'"#
        + " < TABLE > stories.jsonl")
  }
}
