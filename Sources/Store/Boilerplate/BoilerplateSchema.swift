internal import GRDB

/// The tables for boilerplate: the segments that recur, stories that have them, and what people said.
enum BoilerplateSchema {
  static func register(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("boilerplate: segments, samples, rulings") { db in
      try db.execute(sql: first)
    }
  }

  private static let first = """
    -- A segment that counts as boilerplate in stories of an outlet ('' where none is known).
    CREATE TABLE boilerplate_segment (
      number INTEGER PRIMARY KEY,
      outlet TEXT NOT NULL,
      segment INTEGER NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      first_seen INTEGER NOT NULL,
      last_seen INTEGER NOT NULL,
      stories INTEGER NOT NULL,
      UNIQUE (outlet, segment)
    ) STRICT;
    CREATE INDEX boilerplate_segment_key ON boilerplate_segment (segment);
    CREATE INDEX boilerplate_segment_last ON boilerplate_segment (last_seen);

    -- The latest stories that have it: how many groups these are in now is counted when somebody asks.
    CREATE TABLE boilerplate_sample (
      segment INTEGER NOT NULL REFERENCES boilerplate_segment (number) ON DELETE CASCADE,
      story INTEGER NOT NULL,
      PRIMARY KEY (segment, story)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX boilerplate_sample_story ON boilerplate_sample (story);

    -- What people said, all of it: the latest on a segment in an outlet ('' for all) is in force.
    CREATE TABLE boilerplate_ruling (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      outlet TEXT NOT NULL,
      segment INTEGER NOT NULL,
      answer TEXT NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      person TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX boilerplate_ruling_segment ON boilerplate_ruling (segment, outlet, sequence);
    CREATE VIEW boilerplate_in_force AS SELECT * FROM boilerplate_ruling r WHERE sequence =
      (SELECT max(sequence) FROM boilerplate_ruling WHERE segment = r.segment AND outlet = r.outlet);
    """
}
