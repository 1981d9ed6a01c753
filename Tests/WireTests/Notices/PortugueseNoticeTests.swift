import Stories
import Testing
import Wire

/// *Matéria* is a story, matter and a bill; courts annul elections and airlines cancel flights.
@Suite("Notices in Portuguese") struct PortugueseNoticeTests {
  private static let notices = [
    "ANULAÇÃO: Ponte do porto fecha\n\nPor favor, anulem a notícia intitulada \"Ponte do porto fecha\", emitida às 12:30.",
    "ANULAR - Ponte do porto\n\nAtenção editores: a notícia \"Ponte do porto fecha\" está anulada.",
    "MATÉRIA CANCELADA: Ponte do porto\n\nFavor desconsiderar a matéria \"Ponte do porto fecha\", enviada às 12h30.",
    "CANCELADA - Ponte do porto fecha\n\nPedimos aos clientes que não utilizem a nossa notícia npa0123 sobre a ponte.",
    "ANULADA: Ponte do porto\n\nPorto Ansel, 03 mar 2026 (NPA) – A notícia \"Ponte do porto fecha\" foi anulada por "
      + "conter um erro.",
    "ANULADO\n\nSolicitamos que desconsiderem o nosso despacho das 12h30 sobre a ponte.",
    "MATÉRIA RETIRADA - Ponte do porto fecha\n\nA matéria \"Ponte do porto fecha\", publicada na terça-feira, 3 de "
      + "março, foi retirada.",
    "RETIRADA: Ponte\n\nA NPA retira a notícia \"Ponte do porto fecha\".",
    "ANULAÇÃO\n\nA notícia \"Ponte do porto fecha\" contém um erro. Por favor não a utilizem.",
    "ATENÇÃO EDITORES: ANULAR\n\nPede-se a todos os clientes que anulem a notícia das 12:30 sobre a ponte.",
    "Anulação: Ponte do porto fecha\n\nAnulamos a nossa notícia das 12:30 sobre o fecho da ponte.",
    "CANCELADA: Ponte\n\nEditores, por favor desconsiderem o texto \"Ponte do porto fecha\". Pedimos desculpas.",
    "CANCELADA: Ponte\n\nDesconsiderar matéria enviada às 12h30 sobre a ponte.",
    "MATÉRIA CANCELADA\n\nSenhores assinantes, favor não publicar a matéria “Ponte do porto fecha”. Segue "
      + "nova versão.",
    "ANULAÇÃO: Ponte do porto fecha\n\nA NPA anula a notícia com o título \"Ponte do porto fecha\", "
      + "divulgada hoje.",
    "NOTÍCIA ANULADA - Ponte\n\nA notícia anterior está anulada.",
    "ANULAR: Ponte\n\nAgradece-se que não utilizem a notícia \"Ponte do porto fecha\", por conter um erro.",
    "RETIRADA - Ponte do porto\n\nO texto \"Ponte do porto fecha\" foi retirado porque contém um erro.",
    "CANCELADA\n\nPor favor, desconsidere nossa matéria sobre a ponte. Houve erro de apuração.",
    "ATENÇÃO: ANULAÇÃO\n\nSolicita-se a anulação da notícia \"Ponte do porto fecha\".",
    "ANULAÇÃO: Balsa\n\nPedimos aos assinantes que anulem a notícia \"A balsa não sai\", transmitida às 12:30.",
    "MATÉRIA CANCELADA: Balsa\n\nFavor desconsiderar a matéria \"A balsa não sai\". Pedimos desculpas.",
    "ANULADA - Balsa\n\nA notícia \"A balsa não sai\" foi anulada.",
    "RETIRADA: A balsa não sai\n\nA NPA retirou a notícia \"A balsa não sai\" por conter um erro.",
  ]

  @Test("an order in the words of Portuguese and Brazilian desks is one", arguments: notices)
  func orders(text: String) {
    let stories = outcomes(text, outlet: "NPA").stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice?.kind == .kill)
  }

  private static let news = [
    "Anulado o julgamento da queda da ponte\n\nO tribunal anulou o julgamento. A notícia foi conhecida na terça-feira.",
    "ANULADA: eleição em Talburg será repetida\n\nA justiça anulou a eleição. A notícia surpreendeu os partidos.",
    "CANCELADA: a turnê de Storm\n\nA banda cancelou a turnê. A matéria sobre os ingressos sai na segunda.",
    "CANCELADO: voo para Porto Ansel\n\nO voo foi cancelado. Favor não utilizar o bilhete, diz a companhia.",
    "MATÉRIA CANCELADA: alunos perdem um ano\n\nA matéria foi cancelada. Os alunos terão aulas de física em agosto.",
    "MATÉRIA RETIRADA: Senado adia votação\n\nA matéria foi retirada de pauta pelo presidente.",
    "RETIRADA: as tropas deixam a ilha\n\nA notícia da retirada foi recebida com alívio.",
    "ANULAÇÃO: partido pede que jornal retire a notícia\n\nO partido pede ao jornal que anule a notícia. \"Por favor, "
      + "anulem a notícia\", diz a carta.",
    "NOTÍCIA RETIRADA: Diário pede desculpas\n\nA notícia \"Ministro demite-se\" do Diário foi retirada. O diretor pediu "
      + "desculpas.",
    "ANULADO: o golo de Vestergaard\n\nO golo foi anulado. O despacho do árbitro foi anulado também.",
    "ANULADO: o despacho do ministro\n\nO despacho do ministro foi anulado. As obras param.",
    "DESPACHO ANULADO\n\nO despacho foi anulado. O ministro vai assinar outro na terça-feira.",
    "ANULAR ou não: o debate\n\nAnulem a matéria ou não, os senadores decidem hoje.",
    "RETIRADO: lote de iogurte Belmont\n\nPor favor não utilizem o iogurte. A notícia foi dada pela empresa.",
    "ANULAÇÃO - Como nasce um erro\n\nA agência escreveu aos clientes assim: por favor, anulem a notícia.",
    "CANCELADA: missa de domingo\n\nPor favor, não divulguem a notícia nas redes, pediu o padre.",
    "ANULADO: cartão vermelho\n\nO tribunal anula o despacho \"Jogo 12\" do árbitro. O clube festeja.",
    "RETIRADA: governo recua\n\nO governo retira a matéria \"Portos\" da pauta do Senado.",
    "ANULAÇÃO: casamento de Storm\n\nA notícia \"Casamento anulado\" é falsa. O casamento é no sábado.",
    "MATÉRIA RETIRADA\n\nA matéria \"Portos\" foi retirada de pauta na terça-feira, 3 de março.",
    "ANULADO\n\nO despacho \"Obras 12\" do ministro foi anulado. As obras param.",
    "CANCELADA: aula de sábado\n\nPedimos aos alunos que desconsiderem o texto do livro. A matéria muda.",
    "CANCELADO: o show\n\nFavor não usar o ingresso. A nota é da produtora.",
    "ANULADA: a prova\n\nA nota da prova foi anulada. A prova de 3 de março será repetida.",
    "ANULAR: verbo e peça\n\nEstreia na sexta a peça \"Anulem a notícia\".",
    "RETIRADA: tropas\n\nRetiramos o que dissemos, diz nota do general sobre a notícia da retirada.",
    "TEXTO CANCELADO\n\nO texto foi cancelado pela escritora. O livro sai em maio.",
    "ANULAÇÃO: Liga repete o jogo\n\nO clube pede que anulem as multas. A notícia é das 12:30.",
    "RETIRADO: livro polémico\n\nA editora retira o texto \"A minha guerra\" do catálogo.",
    "ANULADA a licença da Rádio Talburg\n\nA notícia \"Fecha a Rádio Talburg\" foi anulada por um juiz, lembra a emissora.",
    "NOTÍCIA RETIRADA\n\nRetiramos a notícia e pedimos desculpa, conta o diretor do Diário.",
    "CANCELADA: aula\n\nFavor desconsiderar a nota da prova de física.",
    "ANULADO: decreto 12\n\nEste despacho fica sem efeito. A notícia de 3 de março confirma.",
    "CANCELADO\n\nAnular a matéria aprovada exige dois terços do Senado.",
    "MATÉRIA RETIRADA\n\nA matéria 12 foi retirada. O Senado vota outra na terça-feira.",
    "ANULADA: festa\n\nPor favor cancelem tudo. A notícia dói, escrevem os vizinhos.",
    "TEXTO CANCELADO\n\nDesconsidere o texto de apoio 12, diz a folha da prova.",
  ]

  @Test("what is annulled, withdrawn or cancelled in the news is news", arguments: news)
  func stories(text: String) {
    let stories = outcomes(text, outlet: "NPA").stories
    #expect(stories.count == 1 && stories.first?.story.facts?.notice == nil)
    #expect(stories.first?.story.text == text)
  }
}
