import Stories
import Testing

@testable import Wire

@Suite("Lines by which old wires tell of an embargo") struct EmbargoMarkTests {
  private static let marks = [
    "EMBARGO JUSQU'A 18H00 GMT", "EMBARGOED MONDAY 0001 GMT",
    "(EMBARGO MONDAY MARCH 3 AT 0001 GMT)",
    "(Achtung: Sperrfrist 18.00 Uhr)", "SPERRFRIST FÜR ALLE DIENSTE 18 UHR",
    "(Achtung, Sperrfrist beachten)", "Strict embargo: not before Monday 6 p.m.",
    "Sperrfrist: 3. März 2026, 18.00 Uhr", "STRICTLY EMBARGOED UNTIL 0001 GMT MARCH 3",
    "ATTENTION EMBARGO 0500 GMT", "NOT FOR RELEASE BEFORE 0001 GMT MARCH 3",
    "Not for release before 6 a.m. Monday", "HOLD FOR RELEASE 0001 GMT MARCH 3",
    "EMBARGADO HASTA LAS 18H00 GMT", "UNDER EMBARGO", "Embargoed until 6 am EST Monday, March 3",
    "For release Monday, March 3", "FOR USE IN SUNDAY EDITIONS OF MARCH 8 AND THEREAFTER",
    "ADVANCE FOR RELEASE SUNDAY, MARCH 8",
    "BAJO EMBARGO", "EMBARGO HASTA LAS 18 HORAS", "(Embargo hasta las 18.00 horas del 3 de marzo)",
    "BAJO EMBARGO HASTA EL MARTES", "No publicar antes de las 18 horas del martes 3 de marzo",
    "NO DIFUNDIR HASTA LAS 18 HORAS", "EMBARGO 3 DE MARZO", "ATENCIÓN: EMBARGO 18 HORAS",
    "EMBARGO FINO ALLE 18.00", "(Embargo fino alle ore 18 di martedì)", "SOTTO EMBARGO",
    "EMBARGO ALLE ORE 18", "Non pubblicare prima delle ore 18 del 3 marzo", "EMBARGO 3 MARZO",
    "ATTENZIONE, EMBARGO ORE 18", "NON DIFFONDERE PRIMA DELLE ORE 18",
    "SOB EMBARGO", "EMBARGO ATÉ ÀS 18H00", "(Embargo até às 18 horas de terça-feira)",
    "EMBARGADA ATÉ 3 DE MARÇO", "Não publicar antes das 18 horas", "EMBARGO 18H00 DE TERÇA-FEIRA",
    "NÃO DIVULGAR ATÉ ÀS 18 HORAS DE 3 DE MARÇO", "SOB EMBARGO ATÉ ÀS 18H00",
    "ЭМБАРГО", "ПОД ЭМБАРГО", "ЭМБАРГО ДО 18:00 МСК", "(Эмбарго до 18.00 мск 3 марта)",
    "Эмбарго до 18 часов 3 марта", "НЕ ПУБЛИКОВАТЬ ДО 18:00 МСК", "ЭМБАРГО 3 МАРТА",
    "Не публиковать ранее 18 часов вторника",
  ]

  @Test("a mark above the headline is an embargo, and neither headline nor text", arguments: marks)
  func above(mark: String) throws {
    let iptc = Fixtures.iptc7901.replacing("1ST LEAD", with: mark)
    let anpa = Fixtures.anpa.replacing("Eds: Adds quote.", with: mark)
    for message in [iptc, anpa] {
      let (story, facts) = try only(message)
      #expect(facts.embargo == .never)
      #expect(story.title?.hasPrefix("Bridge to close") == true)
    }
  }

  private static let news = [
    "Embargo at 60", "EMBARGO AT 60: WHAT CUBANS SAY", "Embargo on oil until Monday",
    "TRADE EMBARGO UNTIL 2027",
    "CUBA EMBARGO 60 YEARS OLD", "EMBARGO ON OIL TO END MONDAY", "Embargo until the talks end",
    "Hold for release of hostages", "HOLD FOR RELEASE OF HOSTAGES, PARENTS SAY",
    "FOR RELEASE OF HOSTAGES, 5 MILLION", "For immediate release", "EMBARGOED GRAIN ROTS IN PORT",
    "NOT FOR USE BY CHILDREN", "Sperrfrist für alte Autos läuft Montag ab", "Advent 30 years ago",
    "Union embargo 0500", "Under embargo for 60 years, islanders make do",
    "BAJO EMBARGO DESDE 1962", "El embargo dura hasta el martes",
    "EMBARGO 60 AÑOS DESPUÉS: LA ISLA AGUANTA",
    "NO PUBLICAR LA SENTENCIA, PIDE EL JUEZ", "No difundir bulos",
    "EMBARGO A LA VISTA, DICE EL MINISTRO",
    "Embargo de cuentas el 3 de marzo", "NO DIFUNDIR EL VIDEO DEL 3 DE MARZO",
    "EMBARGO DE BIENES AL ALCALDE", "Bajo embargo, la isla resiste", "EMBARGADA LA CASA DE STORM",
    "EMBARGADO EL BARCO",
    "EMBARGO 60 ANNI DOPO: LE ISOLE RESISTONO", "Sotto embargo da 60 anni",
    "NON PUBBLICARE QUEL LIBRO",
    "EMBARGO SUL PETROLIO DAL 3 MARZO", "Non diffondere odio",
    "EMBARGO TOTALE ALLE ARMI DEL GENERALE",
    "L'embargo dura fino a martedì", "EMBARGO ALLE ARMI, SÌ DEL SENATO",
    "EMBARGO ALLE ISOLE, IL PORTO È VUOTO",
    "Embargo alle porte", "NON PUBBLICARE PRIMA DI AVER LETTO", "SOTTO EMBARGO LE ISOLE",
    "EMBARGO ATÉ O FIM DA GUERRA", "EMBARGO 60 ANOS DEPOIS: A ILHA RESISTE",
    "Sob embargo há 60 anos",
    "NÃO PUBLICAR É CENSURA, DIZ JUIZ", "EMBARGO DO PETRÓLEO DE 3 DE MARÇO A MAIO",
    "EMBARGADA A OBRA DO PORTO", "EMBARGADO O PRÉDIO", "Não divulgar boatos",
    "Embargo da obra até terça", "EMBARGO ATÉ QUANDO? PERGUNTA O SENADO",
    "EMBARGO ÀS ARMAS DO GENERAL STORM",
    "SOB EMBARGO, A ILHA RESISTE",
    "ЭМБАРГО ДО КОНЦА ВОЙНЫ", "ЭМБАРГО 60 ЛЕТ СПУСТЯ", "Под эмбарго с 1962 года",
    "НЕ ПУБЛИКОВАТЬ ЛИЧНОЕ ПРОСИТ СУД", "ЭМБАРГО НА НЕФТЬ С 3 МАРТА", "Эмбарго до лета",
    "ЭМБАРГО ДО 2027 ГОДА", "Не публиковать слухи", "Эмбарго на рыбу до 3 марта",
    "ЭМБАРГО СНЯТО", "ПОД ЭМБАРГО ВЕСЬ ОСТРОВ", "ЭМБАРГО: ЧТО ДАЛЬШЕ",
  ]

  @Test("a headline that speaks of an embargo is a headline", arguments: news)
  func headlines(headline: String) throws {
    let (story, facts) = try only(Fixtures.iptc7901.replacing("1ST LEAD", with: headline))
    #expect(facts.embargo == nil && story.title?.hasPrefix(headline) == true)
  }

  @Test("a mark among the keywords of the header is an embargo and no slug")
  func keywords() throws {
    let message = Fixtures.iptc7901.replacing(
      "Harrow-bridge/", with: "(EMBARGOED UNTIL 0001 GMT MARCH 3)\r\nHarrow-bridge/")
    let facts = try only(message).1
    #expect(facts.embargo == .never && facts.slugline == "Harrow-bridge/")
  }

  @Test(
    "a mark below the headline is an embargo and no text, whether or not a sign ends the headline",
    arguments: ["Bridge to close\r\n", "Bridge to close\r\n\r\n", "Bridge to close =\r\n"])
  func below(head: String) throws {
    let message =
      "\u{1}npa062 4 i 211  npa 061\r\n\nHarrow-bridge/\r\n\u{2}\(head)(EMBARGOED UNTIL 0001 GMT MARCH 3)\r\n"
      + "Port Ansel (npa) - The bridge will\r\nclose.\r\n\u{3}021137 GMT Mar 26\r\n\u{4}"
    let (story, facts) = try only(message)
    #expect(facts.embargo == .never && story.title == "Bridge to close")
    #expect(story.text == "Port Ansel (npa) - The bridge will close.")
  }

  @Test(
    "a headline that is set apart from its own mark is under an embargo",
    arguments: ["EMBARGOED: Bridge to close", "Bridge to close (EMBARGOED UNTIL 0001 GMT)"])
  func besides(headline: String) throws {
    let message = Fixtures.iptc7901.replacing("Bridge to close for eight\r\nweeks", with: headline)
    #expect(try only(message).1.embargo == .never)
  }

  @Test(
    "a story in advance is under an embargo by its slug or by the line below it",
    arguments: [
      ("BC-NA--Bridge-Closing,ADV30,82<", "^Eds: Adds quote.<"),
      ("BC-NA--Bridge Poll-HFR,82<", "^Eds: Adds quote.<"),
      ("BC-NA--Bridge-Closing,82<", "^$adv30<"),
      ("BC-NA--Bridge-Closing,82<", "^For release Monday, Nov. 30<"),
      ("BC-NA--Bridge Poll,82<", "^HOLD FOR RELEASE 5 A.M. EST MONDAY NOV. 30<"),
    ])
  func advances(slug: String, line: String) throws {
    let message = Fixtures.anpa.replacing("BC-NA--Bridge-Closing, 2nd Ld-Writethru,82<", with: slug)
      .replacing("^Eds: Adds quote.<", with: line)
    let (story, facts) = try only(message)
    #expect(facts.embargo == .never && story.title == "Bridge to close")
  }

  @Test("a slug with words like those is none")
  func slugs() throws {
    for slug in ["BC-NA--Advent Bridge,82<", "BC-NA--ADV-Bridge,82<", "BC-NA--Advance 2030,82<"] {
      let message = Fixtures.anpa.replacing(
        "BC-NA--Bridge-Closing, 2nd Ld-Writethru,82<", with: slug)
      #expect(try only(message).1.embargo == nil, "\(slug)")
    }
  }
}
