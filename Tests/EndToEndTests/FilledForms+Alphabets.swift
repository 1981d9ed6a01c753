extension FilledForms {
  /// Written for these tests.
  static let alphabets: [Form] = [
    Form(
      language: "German",
      text: """
        {city} - Der Maschinenbauer {co} hat im dritten Quartal seinen Gewinn unter dem Strich auf {n1} Millionen Euro gesteigert nach {n2} Millionen Euro im Vorjahr. Das teilte das Unternehmen am Dienstag mit.

        Der Umsatz stieg um {n3} Prozent auf {n4} Millionen Euro, vor allem wegen der kräftigen Nachfrage aus dem Ausland, wie es in der Mitteilung hieß. Analysten hatten mit Erlösen von {n5} Millionen Euro gerechnet.

        „Wir sind mit dem Quartal zufrieden und blicken mit Zuversicht auf das kommende Jahr, auch wenn die Energiekosten eine Belastung bleiben“, sagte Vorstandschef {ceo}.

        {co} rechnet für das Gesamtjahr nun mit einer operativen Marge von {n6} Prozent. Der Auftragsbestand lag Ende September bei {n7} Millionen Euro. Das Unternehmen beschäftigt {n8} Menschen, davon {n9} im Stammwerk in {city}. Die Aktie von {co} legte im frühen Handel zu, gab einen Teil der Gewinne aber wieder ab.
        """,
      one: ["co": "Brandner", "ceo": "Petra Kohl", "city": "Linz"],
      other: ["co": "Velmoor", "ceo": "Jonas Adler", "city": "Gent"],
      unrelated: """
        Die Feuerwehr hat die ganze Nacht gegen einen Brand in einem leerstehenden Möbellager am Rand der Altstadt gekämpft. Verletzt wurde niemand, die Anwohner der umliegenden Straßen sollten wegen des dichten Rauchs aber ihre Fenster geschlossen halten. Die Polizei sucht Zeugen, die am Abend etwas Verdächtiges beobachtet haben. Der Eigentümer des Gebäudes sagte, er habe seit langem den Abriss gefordert. Eine Sprecherin der Stadt kündigte an, Gutachter würden die Überreste in der kommenden Woche untersuchen; bis dahin bleibe die Straße zum Bahnhof gesperrt.
        """
    ),
    Form(
      language: "French",
      text: """
        {city} - Le groupe d'ingénierie {co} a annoncé mardi que son bénéfice net avait atteint {n1} millions d’euros au troisième trimestre, contre {n2} millions un an plus tôt.

        Le chiffre d'affaires a progressé de {n3} % à {n4} millions d'euros, principalement grâce à de fortes commandes venues de l'étranger, a précisé l'entreprise dans un communiqué. Les analystes attendaient un chiffre d'affaires de {n5} millions d'euros.

        « Nous sommes satisfaits de ce trimestre et abordons l'année à venir avec confiance, même si les coûts de l'énergie restent un fardeau », a déclaré la direction par la voix de {ceo}.

        {co} table désormais sur une marge opérationnelle de {n6} % pour l'ensemble de l'exercice. Le carnet de commandes s'élevait à {n7} millions d'euros à la fin septembre. L'entreprise emploie {n8} personnes, dont {n9} dans son usine principale de {city}. L'action {co} a progressé en début de séance avant de rendre une partie de ses gains.
        """,
      one: ["co": "Brandner", "ceo": "Petra Kohl", "city": "Nantes"],
      other: ["co": "Velmoor", "ceo": "Jonas Adler", "city": "Gand"],
      unrelated: """
        Les pompiers ont lutté toute la nuit contre un incendie qui ravageait un entrepôt de meubles désaffecté aux abords de la vieille ville. Personne n'a été blessé, mais les riverains ont été invités à garder leurs fenêtres fermées en raison d'une épaisse fumée. La police recherche des témoins qui auraient remarqué quelque chose d'inhabituel dans la soirée. Le propriétaire du bâtiment a dit réclamer sa démolition depuis longtemps. Une porte-parole de la mairie a indiqué que des experts examineraient les décombres la semaine prochaine et que la route de la gare resterait fermée jusque-là.
        """
    ),
    Form(
      language: "Russian",
      text: """
        {city} - Машиностроительная компания «{co}» во вторник сообщила, что её чистая прибыль в третьем квартале выросла до {n1} млн евро с {n2} млн годом ранее.

        Выручка увеличилась на {n3} процента до {n4} млн евро главным образом благодаря большому числу заказов из-за рубежа, говорится в сообщении компании. Аналитики ожидали выручку в размере {n5} млн евро.

        «Мы довольны кварталом и с уверенностью смотрим в будущий год, хотя расходы на энергию остаются бременем», — приводятся в сообщении слова главы компании, которую представляет {ceo}.

        Теперь «{co}» ожидает по итогам года операционную рентабельность в {n6} процента. Портфель заказов на конец сентября составлял {n7} млн евро. В компании работают {n8} человек, из них {n9} — на главном заводе ({city}). Акции «{co}» в начале торгов выросли, но затем потеряли часть достигнутого.
        """,
      one: ["co": "Бранднер", "ceo": "Петра Коль", "city": "Пермь"],
      other: ["co": "Вельмор", "ceo": "Йонас Адлер", "city": "Тула"],
      unrelated: """
        Пожарные всю ночь боролись с огнём на заброшенном мебельном складе на окраине старого города. Никто не пострадал, но жителей соседних улиц попросили держать окна закрытыми из-за густого дыма. Полиция ищет свидетелей, которые вечером видели что-либо необычное. Владелец здания сказал, что давно требовал его сноса. Представительница городской администрации заявила, что эксперты осмотрят развалины на следующей неделе, а дорога к вокзалу до тех пор останется перекрытой.
        """
    ),
    Form(
      language: "Korean",
      text: """
        ({city}) 기계업체 {co}은 화요일 3분기 순이익이 {n1}억 원으로 늘었다고 밝혔다. 지난해 같은 기간에는 {n2}억 원이었다.

        회사는 성명에서 매출이 {n3}% 늘어난 {n4}억 원을 기록했으며 해외에서 들어온 강한 주문이 주된 이유라고 설명했다. 애널리스트들은 {n5}억 원의 매출을 예상했었다.

        {ceo} 대표는 “이번 분기에 만족하고 있으며 에너지 비용이 여전히 부담이지만 내년을 자신 있게 바라보고 있다”고 말했다.

        {co}은 올해 전체 영업이익률을 {n6}%로 전망하고 있다. 9월 말 수주 잔고는 {n7}억 원이었다. 회사 직원은 {n8}명이며 이 가운데 {n9}명이 {city} 본공장에서 일한다. {co} 주가는 장 초반 올랐다가 상승분 일부를 반납했다.
        """,
      one: ["co": "한빛기공", "ceo": "김소영", "city": "창원"],
      other: ["co": "대운중공업", "ceo": "박민수", "city": "군산"],
      unrelated: """
        소방대원들이 구시가지 외곽의 버려진 가구 창고에서 난 불과 밤새 싸웠다. 다친 사람은 없었지만 짙은 연기 때문에 주변 거리의 주민들에게 창문을 닫아 두라는 안내가 나갔다. 경찰은 저녁에 수상한 것을 본 목격자를 찾고 있다. 건물 주인은 오래전부터 철거를 요구해 왔다고 말했다. 시 대변인은 다음 주 전문가들이 잔해를 조사할 예정이며 역으로 가는 도로는 그때까지 통제된다고 전했다.
        """
    ),
  ]
}
