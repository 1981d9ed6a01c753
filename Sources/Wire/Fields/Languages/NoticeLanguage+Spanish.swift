extension NoticeLanguage {
  static let spanish = NoticeLanguage(
    labels: [
      "anulación", "noticia anulada", "nota anulada", "información anulada", "despacho anulado",
      "noticia retirada", "nota retirada", "información retirada", "anular noticia",
      "anulación de noticia", "nota cancelada", "noticia cancelada",
    ],
    capitals: ["anular", "anulen", "anulada", "anulado", "retirada", "cancelada"],
    stories: words(
      "noticia nota información despacho teletipo crónica texto"),
    vague: words("nota información despacho texto crónica"),
    articles: words("el la los las este esta estos estas un una dicho dicha"),
    possessives: words("nuestro nuestra nuestros nuestras su"),
    which: words(
      """
      titulada titulado bajo título titular de del que a con número núm fecha fechada fechado enviada enviado
      transmitida transmitido emitida emitido difundida difundido distribuida distribuido publicada publicado remitida
      gracias sus páginas webs
      hoy ayer horas hora gmt queda quedan ha sido está es fue y e por error errores contener contiene
      lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
      septiembre octubre noviembre diciembre ene feb mar abr jun jul ago sep oct nov dic
      """),
    sent: words(
      "enviada enviado transmitida transmitido emitida emitido difundida difundido distribuida remitida anterior"
    ),
    turns: words("sobre acerca relativa relativo por porque ya debido puesto pues ante"),
    speech: words(
      "dijo dice dicen dijeron afirmó informó explicó escribió señaló según declaró anunció indicó aseguró decía pide contó pidió añadió"
    ),
    addresses: [
      "atención editores", "atención, editores", "atención a los editores", "atención redac",
      "atención, redac", "editores", "señores editores", "a los editores", "nota a los editores",
    ],
    callings: words("atención editores señores redacción redacciones redactores jefes abonados"),
    courtesies: phrases(
      """
      rogamos
      les rogamos
      se ruega
      ruego
      pedimos
      les pedimos
      se pide
      solicitamos
      se solicita
      la agencia ruega
      sírvanse
      """),
    pleas: phrases("por favor\nfavor\nfavor de"),
    kills: words(
      """
      anulación anular anulen anule anularla anularlo anúlenla anulada anulado retirar retiren retirarla eliminar eliminen
      descartar descarten desestimar desestimen anula retira cancela cancelar cancelen ignorar ignoren
      """),
    commands: words("se anulen anúlese anulamos retiramos cancelamos anular anúlenla"),
    uses: words(
      """
      usar usen usarla utilizar utilicen utilizarla publicar publiquen publicarla difundir difundan emplear empleen
      """),
    negations: ["no"],
    pronouns: words("la lo las los esta este"),
    doings: words("anula anuló anulado retira retiró retirado cancela"),
    agencies: words("agencia"),
    statements: forms(
      ["a", "o", "as", "os"],
      of: "queda anulad", "quedan anulad", "está anulad", "ha sido anulad", "fue anulad",
      "queda cancelad", "ha sido cancelad", "ha sido retirad", "queda retirad", "debe ser anulad")
      + ["queda sin efecto"],
    reasons: [
      "por un error", "por error", "por contener", "por incluir", "debido", "ya que", "porque",
      "y no ", "y será sustituid",
    ])
}
