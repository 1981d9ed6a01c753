public import Stories

/// Names of months and days and what goes with times of day, in the languages that name them in ASCII:
/// masked in segments' keys like figures, and no names.
public enum DateWords {
  /// Whether a word is one of these.
  public static func contains(_ key: TokenKey) -> Bool { contains(key.bits) }

  /// Whether a token key is one of these words'.
  @inline(__always)
  static func contains(_ bits: UInt32) -> Bool {
    let slot = Int(bits >> 1) & (slots - 1)
    return table[slot] == bits || table[slot] != 0 && isFurtherOn(bits, slot)
  }

  private static func isFurtherOn(_ bits: UInt32, _ slot: Int) -> Bool {
    var slot = (slot + 1) & (slots - 1)
    while table[slot] != 0 {
      if table[slot] == bits { return true }
      slot = (slot + 1) & (slots - 1)
    }
    return false
  }

  private static var slots: Int { 1024 }

  /// Open addressing at a load of one in five, so that most words are settled by one look.
  private static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: slots)
    for word in words {
      let hash = Array(word.utf8).withUnsafeBytes { XXH3.hash($0) }
      let bits = TokenKey(hash: hash, isCharacter: false).bits
      var slot = Int(bits >> 1) & (slots - 1)
      while table[slot] != 0, table[slot] != bits { slot = (slot + 1) & (slots - 1) }
      table[slot] = bits
    }
    return table
  }()

  private static let words: [Substring] = """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun
    today yesterday tomorrow am pm gmt bst utc est edt pst pdt cet
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    lunes martes jueves viernes domingo hoy ayer
    janvier mars avril mai juin juillet septembre octobre novembre
    lundi mardi mercredi jeudi vendredi samedi dimanche hier
    januar februar juni juli oktober dezember
    montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern
    gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre oggi ieri
    janeiro fevereiro maio junho julho setembro outubro novembro dezembro hoje ontem
    januari februari maart juni juli augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    ocak mart nisan haziran temmuz ekim pazartesi cuma cumartesi pazar
    """.split { $0 == " " || $0 == "\n" }
}
