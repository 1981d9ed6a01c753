internal import GRDB

/// The tables for what wires say: facts, identities, states, embargoes and orders.
enum WireSchema {
  static func register(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("wire: facts, keys, states, embargoes, orders") { db in
      try db.execute(sql: first)
    }
  }

  /// A slug without its party, as an index has it: SQLite takes that for no other way of saying the same.
  static let slugBase = "substr(slug, instr(slug, '|') + 1)"

  private static let first = """
    CREATE TABLE wire_story (
      story INTEGER PRIMARY KEY,
      agency TEXT,
      version INTEGER,
      slug TEXT,
      is_marked INTEGER NOT NULL,
      at INTEGER NOT NULL,
      facts TEXT NOT NULL
    ) STRICT;
    CREATE INDEX wire_story_slug ON wire_story (slug, at) WHERE slug IS NOT NULL;
    CREATE INDEX wire_story_agency ON wire_story (agency, version) WHERE version > 1;
    CREATE INDEX story_title ON story (title COLLATE NOCASE) WHERE title IS NOT NULL;

    -- Keys under which a story is known, and keys of what it was made from.
    CREATE TABLE wire_key (
      key TEXT NOT NULL, is_origin INTEGER NOT NULL, story INTEGER NOT NULL,
      PRIMARY KEY (key, is_origin, story)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX wire_key_story ON wire_key (story);

    -- Stories that may not be used as they are. One that may has no row.
    CREATE TABLE wire_state (
      story INTEGER PRIMARY KEY,
      state TEXT NOT NULL,
      since INTEGER NOT NULL,
      note TEXT,
      correction INTEGER
    ) STRICT;

    -- Stories that must not be told of yet. The row goes when the time has come.
    CREATE TABLE wire_embargo (story INTEGER PRIMARY KEY, until INTEGER NOT NULL) STRICT;

    CREATE TABLE wire_order (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      digest BLOB NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      matched INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX wire_order_open ON wire_order (at) WHERE matched = 0;

    -- What a reader may see.
    CREATE VIEW visible AS SELECT * FROM story WHERE number NOT IN (SELECT story FROM wire_embargo);
    """
}
