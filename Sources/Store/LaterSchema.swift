internal import GRDB

/// What was added to the tables once there were stores with stories in them.
enum LaterSchema {
  static func register(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("identities that were given") { try $0.execute(sql: identities) }
    migrator.registerMigration("states that are still to be told") { try $0.execute(sql: untold) }
    migrator.registerMigration("ends of groups and of orders") { try $0.execute(sql: ends) }
    migrator.registerMigration("deliveries of orders") { try $0.execute(sql: deliveries) }
    migrator.registerMigration("what is oldest") { try $0.execute(sql: ages) }
    migrator.registerMigration("slugs and signals by index") { try $0.execute(sql: slugs) }
  }

  /// Where a format said something of a story, its keys tell whether the id was given. Of plain stories nothing tells;
  /// their ids were taken for given, and an order must find what it is about.
  private static let identities = """
    ALTER TABLE story ADD COLUMN identity_given INTEGER NOT NULL DEFAULT 1;
    UPDATE story SET identity_given = 0
    WHERE number IN (SELECT story FROM wire_story) AND NOT EXISTS (
      SELECT 1 FROM wire_key
      WHERE key = 'ref:' || story.id AND is_origin = 0 AND wire_key.story = story.number);
    """

  private static let untold = """
    -- Stories that have had a state from the start, of which is told once it can be asked who carries them.
    CREATE TABLE wire_untold (story INTEGER PRIMARY KEY) STRICT;
    """

  /// Which file an order was last carried out from, and which of its parts that was: a file that a crash left in work is
  /// read again and carries out nothing twice. Of older orders nobody knows.
  private static let deliveries = """
    ALTER TABLE wire_order ADD COLUMN delivery BLOB;
    ALTER TABLE wire_order ADD COLUMN part INTEGER;
    """

  /// Retention goes by time: under a clock that was ahead for a while low numbers are not the oldest.
  private static let ages = """
    CREATE INDEX story_received ON story (received);
    CREATE INDEX ledger_at ON ledger (at);
    CREATE INDEX wire_order_at ON wire_order (at);
    """

  /// Slugs by what follows the party, and those that are marked; signals of corrections out of the facts.
  private static let slugs = """
    ALTER TABLE wire_story ADD COLUMN is_correction INTEGER NOT NULL DEFAULT 0;
    UPDATE wire_story SET is_correction = 1 WHERE facts LIKE '%"signals":[%"correction"%]%';
    CREATE INDEX wire_story_uncorrected ON wire_story (agency)
      WHERE version > 1 AND is_correction = 0;
    CREATE INDEX wire_story_slug_base ON wire_story (\(WireSchema.slugBase), at)
      WHERE slug IS NOT NULL;
    CREATE INDEX wire_story_marked ON wire_story (slug, at) WHERE slug IS NOT NULL AND is_marked = 1;
    """

  /// Groups that were said to have gone into others may have stories still that were past the window then: these go
  /// where whoever heard of it believes them to be. Where that is gone too, the group lives on.
  private static let ends = """
    CREATE INDEX group_merged ON "group" (merged_into) WHERE merged_into IS NOT NULL;
    CREATE INDEX wire_order_kind ON wire_order (kind, at);

    CREATE TEMP TABLE road AS
    WITH RECURSIVE road (start, goal) AS (
      SELECT number, merged_into FROM "group" WHERE merged_into IS NOT NULL
      UNION
      SELECT start, merged_into FROM road JOIN "group" ON number = goal WHERE merged_into IS NOT NULL
    )
    SELECT start, goal FROM road JOIN "group" ON number = goal WHERE merged_into IS NULL;
    UPDATE story SET "group" = (SELECT goal FROM road WHERE start = story."group")
    WHERE "group" IN (SELECT start FROM road);
    UPDATE "group" SET merged_into = NULL
    WHERE merged_into IS NOT NULL AND number IN (SELECT "group" FROM story);
    DELETE FROM "group" WHERE merged_into IS NOT NULL AND number NOT IN (SELECT start FROM road);
    DROP TABLE road;
    """
}
