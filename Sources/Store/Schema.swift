internal import GRDB

/// The database's shape, as a list of steps that only ever grows.
enum Schema {
  /// Marks a SQLite file as ours (`PRAGMA application_id`): "copy".
  static let applicationID: Int32 = 0x636F_7079

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 stories, signatures, pairs, groups, ledger, events") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: first)
    }
    migrator.registerMigration("2 boilerplate of stories, features of pairs") { db in
      try db.execute(
        sql: """
          ALTER TABLE signature ADD COLUMN boilerplate BLOB NOT NULL DEFAULT x'';
          ALTER TABLE pair ADD COLUMN features BLOB NOT NULL DEFAULT x'';
          ALTER TABLE pair ADD COLUMN first_covered INTEGER NOT NULL DEFAULT 0;
          ALTER TABLE pair ADD COLUMN second_covered INTEGER NOT NULL DEFAULT 0;
          """)
    }
    WireSchema.register(&migrator)
    BoilerplateSchema.register(&migrator)
    LaterSchema.register(&migrator)
    return migrator
  }

  private static let first = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO meta VALUES ('store_id', lower(hex(randomblob(8)))), ('next_story', '1'), ('next_group', '1');

    CREATE TABLE stamp (number INTEGER PRIMARY KEY, stamp TEXT NOT NULL UNIQUE) STRICT;

    CREATE TABLE story (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      outlet TEXT,
      version INTEGER NOT NULL,
      published INTEGER,
      received INTEGER NOT NULL,
      title TEXT,
      url TEXT,
      language TEXT,
      digest BLOB NOT NULL,
      "group" INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX story_digest ON story (digest);
    CREATE INDEX story_identity ON story (id, outlet);
    CREATE INDEX story_group ON story ("group");

    CREATE TABLE signature (
      story INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, registers BLOB NOT NULL
    ) STRICT;

    CREATE TABLE pair (
      first INTEGER NOT NULL,
      second INTEGER NOT NULL,
      relation TEXT NOT NULL,
      strength REAL NOT NULL,
      reason TEXT NOT NULL,
      rule TEXT NOT NULL,
      first_shingles INTEGER NOT NULL,
      second_shingles INTEGER NOT NULL,
      shared_shingles INTEGER NOT NULL,
      shares_opening INTEGER NOT NULL,
      same_outlet INTEGER NOT NULL,
      same_identity INTEGER NOT NULL,
      apart INTEGER,
      PRIMARY KEY (first, second)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pair_second ON pair (second);

    CREATE TABLE "group" (
      number INTEGER PRIMARY KEY, opened INTEGER NOT NULL, merged_into INTEGER
    ) STRICT;

    CREATE TABLE ledger (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      digest BLOB,
      at INTEGER NOT NULL,
      taken INTEGER NOT NULL,
      known INTEGER NOT NULL,
      refused INTEGER NOT NULL,
      reason TEXT
    ) STRICT;
    CREATE INDEX ledger_digest ON ledger (digest);

    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE sink (name TEXT PRIMARY KEY, published INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE status (one INTEGER PRIMARY KEY CHECK (one = 1), body TEXT NOT NULL) STRICT;
    """
}
