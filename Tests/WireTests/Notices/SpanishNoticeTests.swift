import Stories
import Testing
import Wire

/// *Nota* is a story, a mark and a statement; courts annul and parties withdraw what is no story.
@Suite("Notices in Spanish") struct SpanishNoticeTests {
  private static let notices = [
    "ANULACIÓN: El puente del puerto cierra\n\nRogamos anulen la noticia titulada “El puente del puerto cierra”, "
      + "transmitida hoy a las 12:30 horas, por contener un error.",
    "ANULAR - El puente\n\nPor favor, anulen nuestra información titulada \"El puente del puerto cierra\".",
    "NOTICIA ANULADA: El puente\n\nAtención, editores: la noticia «El puente del puerto cierra» queda anulada. No "
      + "habrá sustituto.",
    "ANULACIÓN (Puente)\n\nPort Ansel, 3 mar (NPA).- Se ruega a nuestros abonados que anulen la noticia \"El puente "
      + "del puerto cierra\", distribuida a las 12.30 horas.",
    "(ATENCIÓN: ANULAR)\n\nRogamos no utilicen nuestra noticia npa0123 de hoy sobre el puente.",
    "RETIRADA: El puente del puerto cierra\n\nNPA retira su noticia titulada \"El puente del puerto cierra\" por un "
      + "error en la fuente.",
    "ANULADA: El puente del puerto\n\nLa información \"El puente del puerto cierra\" contiene un error. Rogamos no la "
      + "publiquen.",
    "NOTA ANULADA\n\nSe anula la nota titulada «El puente del puerto cierra», enviada el martes 3 de marzo. Pedimos "
      + "disculpas.",
    "ANULACIÓN\n\nAnulamos nuestro despacho de las 12:30 horas sobre el cierre del puente.",
    "ATENCIÓN EDITORES: ANULACIÓN\n\nFavor de no usar la nota \"El puente del puerto cierra\".",
    "Anulación: El puente del puerto cierra\n\nPort Ansel, 3 mar (NPA).- La noticia \"El puente del puerto cierra\", "
      + "transmitida a las 12:30 GMT, ha sido anulada.",
    "ANULADA - El puente\n\nLa noticia enviada hoy a las 12.30 horas queda anulada por un error en los datos.",
    "ATENCIÓN: ANULACIÓN\n\nAnulen por favor nuestra noticia NPA1234 sobre el puente del puerto.",
    "ANULACIÓN - El puente del puerto cierra\n\nAnulen noticia titulada \"El puente del puerto cierra\". "
      + "Gracias.",
    "NOTICIA ANULADA: El puente\n\nPor un error de edición se ha difundido la noticia titulada \"El puente "
      + "del puerto cierra\". Les rogamos que no la utilicen.",
    "ANULADA: El puente del puerto cierra\n\nLa NPA anula la noticia titulada “El puente del puerto cierra” "
      + "por contener datos incorrectos.",
    "ANULAR: puente\n\nRogamos a los abonados que retiren de sus páginas nuestra información \"El puente del "
      + "puerto cierra\".",
    "Anulación de noticia: El puente\n\nLa noticia anterior queda anulada.",
    "ANULAR - PUENTE\n\nFavor de cancelar la nota \"El puente del puerto cierra\", enviada a las 12.30 "
      + "horas. Habrá sustituto.",
    "NOTA RETIRADA: El puente\n\nSe ruega no publicar la nota “El puente del puerto cierra”, que contiene un "
      + "error.",
    "ANULACIÓN - Ferri\n\nRogamos a los clientes no utilizar la noticia \"El ferri no sale\", enviada esta mañana.",
    "NOTICIA ANULADA\n\nLa noticia \"El ferri no sale\", transmitida por error, queda sin efecto.",
    "ANULAR: Ferri\n\nAtención, redacciones: por favor retiren la nota \"El ferri no sale\".",
    "ANULADA: El ferri no sale\n\nAnulen la información “El ferri no sale”, por favor.",
  ]

  @Test("an order in the words of Spanish desks is one", arguments: notices)
  func orders(text: String) {
    let stories = outcomes(text, outlet: "NPA").stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice?.kind == .kill)
  }

  private static let news = [
    "Anulan el juicio por el derrumbe del puente\n\nLa Audiencia de Talburg anuló el martes el juicio y ordenó "
      + "repetirlo. La información se conoció ayer.",
    "ANULADA: la multa a Belmont no se pagará\n\nEl tribunal anuló la multa. La empresa rogó que no se publique la "
      + "noticia antes del lunes.",
    "ANULADA LA ELECCIÓN EN TALBURG\n\nLa autoridad electoral anuló la elección. Queda anulada la votación del domingo.",
    "ANULACIÓN: El tribunal tumba la elección\n\nLa corte pidió a los medios que no utilicen la palabra fraude en sus "
      + "noticias.",
    "ANULADA: La nota del examen\n\nLa nota del examen queda anulada. Los alumnos repetirán la prueba.",
    "NOTA ANULADA: repiten el examen de acceso\n\nLa nota queda anulada. El rector explicará el martes los motivos.",
    "RETIRADA: Yogures Belmont\n\nBelmont retira sus yogures de las tiendas. Rogamos no los consuman, escribió la "
      + "empresa a sus clientes.",
    "RETIRADA: Tabletas contra el dolor\n\nSe ruega no utilizar las tabletas. La noticia sorprendió a los médicos.",
    "NOTICIA RETIRADA: El Correo pide perdón\n\nLa noticia \"El ministro dimite\" de El Correo ha sido retirada. El "
      + "director pidió perdón.",
    "ANULACIÓN: Piden retirar la información\n\nEl partido pide al diario que retire la información sobre el alcalde. "
      + "\"Rogamos anulen la noticia\", dice la carta.",
    "CANCELADA: la gira de Storm\n\nLa banda cancela la gira. La información sobre las entradas se dará el lunes.",
    "ANULACIÓN - Un teletipo y su historia\n\nLa agencia envió a sus abonados este mensaje: Rogamos anulen la noticia.",
    "RETIRADA - Las tropas dejan la isla\n\nLa noticia de la retirada fue recibida con alivio. El Gobierno anuló el "
      + "despacho de más soldados.",
    "ANULADO: el gol de Vestergaard\n\nEl gol fue anulado. La nota del árbitro en el acta ha sido retirada, dijo el "
      + "club.",
    "Anulación: qué dice la ley\n\nSe anula la nota registral cuando lo pide el dueño. Anulen o no la nota, decide el "
      + "juez.",
    "NOTA CANCELADA\n\nRogamos anulen la nota de crédito de Belmont, escribió el banco. La nota ha sido cancelada.",
    "ANULADA: la orden del alcalde\n\nPor favor, no publiquen la noticia en las redes, pidió el alcalde a los vecinos.",
    "CANCELADA: la misa del domingo\n\nPor favor, no difundan la información sobre la misa, pidió la "
      + "parroquia. La misa queda cancelada.",
    "ANULADA: La tarjeta roja\n\nEl comité anula la nota del árbitro “Acta 12” y absuelve al jugador.",
    "RETIRADA: El Gobierno cede\n\nEl Gobierno retira su texto “Ley de puertos”. La oposición celebra la "
      + "noticia.",
    "Anulación: el ministro firma\n\nLa noticia “Anulan la boda” corrió por las redes. La boda sigue.",
    "ANULACIÓN: Belmont\n\nSe anula la información de pago del recibo. Los clientes recibirán otro.",
    "RETIRADA: “Ley de puertos”\n\nSe retira el texto “Ley de puertos” del orden del día. El pleno votará "
      + "otro.",
    "ANULADA: La boda de Storm\n\nRogamos respeto, escribió la familia. Rogamos que no usen la noticia para "
      + "herir, añadió.",
    "CANCELADA: la feria\n\nPedimos a los vecinos que cancelen sus reservas y sigan las noticias.",
    "ANULADO: un contrato\n\nLa nota “Puertos 12” queda anulada por el juez de Talburg, que la cree falsa.",
    "RETIRADA: Una crónica de guerra\n\nNo usen la crónica como prueba: la retirada duró ocho días.",
    "Anulación\n\nPor favor anulen mi cita, decía la nota que dejó en la mesa.",
    "NOTICIA ANULADA, VIDA ANULADA\n\nEl teatro estrena la obra “Noticia anulada” el lunes a las 20 horas.",
    "ANULACIÓN: la Liga repite el partido\n\nEl club pide que se anulen las sanciones. La noticia llegó a las 12:30.",
    "RETIRADA: Un libro polémico\n\nLa editorial NPA retira la nota “Mi guerra” de su catálogo.",
    "ANULADA la licencia de Radio Talburg\n\nLa noticia “Cierra Radio Talburg” fue anulada por un juez en 2024, recuerda la emisora.",
    "NOTICIA RETIRADA: la crónica de un bulo\n\nRetiramos la noticia, nos disculpamos y aprendimos, cuenta el director.",
    "CANCELADA: la obra\n\nSe cancela la información turística los lunes.",
    "ANULACIÓN\n\nNo publicar la nota de Clara antes del lunes fue un error de la escuela.",
    "Anulación: el manual\n\nEliminar la nota sobre un alumno requiere permiso.",
    "ANULADO: decreto 12\n\nEste despacho queda anulado, firma el ministro. La noticia del 3 de marzo lo confirma.",
    "ANULADA: fiesta\n\nPor favor cancelen. La noticia nos duele, escriben los vecinos.",
    "NOTA ANULADA\n\nLa nota 12 de la ONU queda anulada. El Consejo vota otra.",
  ]

  @Test("what is annulled, withdrawn or cancelled in the news is news", arguments: news)
  func stories(text: String) {
    let stories = outcomes(text, outlet: "NPA").stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice == nil)
    #expect(stories.first?.story.text == text)
  }
}
