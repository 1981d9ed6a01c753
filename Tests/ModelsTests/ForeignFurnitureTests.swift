import Testing

/// In languages that the model was not trained on, by cues alone.
@Suite("Furniture in other languages") struct ForeignFurnitureTests {
  private static let bodies = [
    "es": """
    El puente del puerto quedó cerrado el lunes después de que los buzos hallaran grietas en dos de los pilares.

    El alcalde dijo que las obras durarán ocho semanas y que los transbordadores navegarán también de noche.
    """,
    "de": """
    Die Brücke am Hafen ist seit Montag gesperrt, nachdem Taucher in zwei Pfeilern Risse gefunden hatten.

    Der Bürgermeister sagte, die Arbeiten würden acht Wochen dauern und die Fähren auch in der Nacht fahren.
    """,
    "fr": """
    Le pont du port est fermé depuis lundi, après que des plongeurs ont découvert des fissures dans deux piliers.

    Le maire a dit que les travaux dureraient huit semaines et que les bacs circuleraient aussi la nuit.
    """,
    "ru": """
    Мост в порту закрыт с понедельника, после того как водолазы нашли трещины в двух опорах.

    Мэр сказал, что работы продлятся восемь недель и что паромы будут ходить и ночью.
    """,
  ]

  private func marked(_ language: String, _ line: String) throws -> [String] {
    let body = try #require(Self.bodies[language])
    return try ShippedModel.marked(body + "\n\n" + line)
  }

  @Test(
    "a sentence of news that has an everyday word which furniture has too stays news",
    arguments: [
      ("es", "La oposición pidió más información sobre los 340 heridos."),
      ("es", "El ministro habló por teléfono con su homólogo durante media hora."),
      ("es", "La ley se publicará el lunes en el boletín oficial."),
      ("de", "Die beiden Länder wollen sich die Kosten des Baus teilen."),
      ("de", "Der Minister habe die Warnung per E-Mail erhalten."),
      ("fr", "Le ministre n’a pas souhaité faire de commentaires."),
      ("ru", "Комментарии министра вызвали протесты оппозиции."),
    ])
  func everyday(language: String, sentence: String) throws {
    #expect(try marked(language, sentence).isEmpty)
  }

  @Test(
    "what is made of such words is furniture, with a full stop or without",
    arguments: [
      ("es", "Suscríbete a nuestro boletín."), ("es", "Lee también: El alcalde promete trenes"),
      ("de", "Lesen Sie auch: Bürgermeister verspricht Züge"), ("fr", "À lire aussi"),
      ("ru", "Читайте также: Мэр обещает поезда"),
    ])
  func furniture(language: String, line: String) throws {
    #expect(try marked(language, line) == [line])
  }
}
