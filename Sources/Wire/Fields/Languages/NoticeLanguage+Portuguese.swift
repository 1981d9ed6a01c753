extension NoticeLanguage {
  static let portuguese = NoticeLanguage(
    labels: [
      "anulação", "notícia anulada", "matéria cancelada", "matéria anulada", "matéria retirada",
      "notícia retirada", "notícia cancelada", "despacho anulado", "texto cancelado",
    ],
    capitals: ["anular", "anulada", "anulado", "cancelada", "cancelado", "retirada"],
    stories: words("notícia matéria despacho texto reportagem nota"),
    vague: words("matéria despacho texto nota reportagem"),
    articles: words("o a os as esta este essa esse uma um"),
    possessives: words("nossa nosso nossas nossos sua seu"),
    which: words(
      """
      intitulada intitulado com sob título de da do das dos que número data enviada enviado emitida emitido transmitida
      transmitido publicada publicado divulgada divulgado distribuída às hoje ontem horas e por conter contém
      erro erros está foi fica é na no em
      segunda terça quarta quinta sexta feira segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado
      domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
      jan fev mar abr mai jun jul ago set out nov dez
      """),
    sent: words(
      "enviada enviado emitida emitido transmitida transmitido divulgada divulgado distribuída anterior"
    ),
    turns: words("sobre acerca relativa relativo por pois porque devido já"),
    speech: words(
      "disse diz dizem disseram afirmou afirma informou explicou escreveu segundo declarou anunciou pediu pede acrescentou"
    ),
    addresses: [
      "atenção editores", "atenção, editores", "atenção, srs", "atenção redac", "atenção, redac",
      "editores", "senhores editores", "aos editores", "nota aos editores",
    ],
    callings: words("atenção editores senhores redações redação assinantes aos"),
    courtesies: phrases(
      """
      pedimos
      pede-se
      solicitamos
      solicita-se
      rogamos
      roga-se
      agradecemos
      agradece-se
      """),
    pleas: phrases("por favor\nfavor"),
    kills: words(
      """
      anulação cancelamento anular anulem anule anulada anulado cancelar cancelem retirar retirem eliminar eliminem desconsiderar
      desconsiderem desconsidere ignorar ignorem anulá-la desconsiderá-la
      """),
    commands: words(
      "anulem anule-se anula-se cancela-se anulamos retiramos cancelamos desconsiderem desconsiderar desconsidere anular"
    ),
    uses: words(
      "usar usem utilizar utilizem publicar publiquem divulgar divulguem usá-la utilizá-la publicá-la"
    ),
    negations: ["não"],
    pronouns: words("a o as os"),
    doings: words("anula anulou retira retirou cancela cancelou"),
    agencies: words("agência"),
    statements: forms(
      ["a", "o"],
      of: "está anulad", "foi anulad", "fica anulad", "foi cancelad", "está cancelad",
      "foi retirad", "deve ser anulad", "deve ser desconsiderad") + ["fica sem efeito"],
    reasons: [
      "por um erro", "por erro", "por conter", "por incluir", "porque", "devido", "pois", "e não ",
      "e será substituíd",
    ])
}
