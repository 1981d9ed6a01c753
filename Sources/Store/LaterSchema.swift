internal import GRDB

/// What was added to the tables once there were stores with stories in them.
enum LaterSchema {
  static func register(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("identities that were given") { try $0.execute(sql: identities) }
    migrator.registerMigration("states that are still to be told") { try $0.execute(sql: untold) }
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
}
