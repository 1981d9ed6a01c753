/// Lists of words that measurements count. Written down from acquaintance with the languages.
enum WordLists {
  /// English function words.
  static let common = """
    the a an and or but if of to in on at by for with from as into about after before over under between
    through during against without within is are was were be been being am has have had having do does did
    will would can could shall should may might must not no nor so than that this these those which who whom
    whose what when where why how it its he him his she her they them their i me my mine we us our you your
    there here then also just only more most some any all each every other another such own same too very up
    out off down again because while until since although though both few many much said s t
    """

  /// Function words of other languages, those apart that are English words too.
  static let foreign = """
    el la los las un una unos unas de del al y o que en con por para su sus se lo le les como más pero sin sobre
    es son fue ha han ser está este esta estos entre también ya muy desde hasta cuando donde porque
    le les des du et est dans pour qui sur pas une au aux ce cette il elle ils sont avec par plus mais ou son sa
    ses leur nous vous été être ont
    der die das und ist in den von zu mit sich des auf für nicht ein eine als auch dem im es an werden aus er hat
    dass sie nach wird bei einer um am sind noch wie einem über einen so zum
    il di che è per non una sono con da del della dei delle al alla nel nella anche come più ma gli ha
    o os as um uma de do da dos das em no na nos nas para por com não mais como mas foi ao pela pelo
    het een van en dat niet op te zijn voor met die aan er ook als bij door
    ve bir bu için ile da de olarak olan daha gibi çok ne ki sonra kadar
    и в не на что с по как это из у за от для к о но его при они был
    في من على إلى أن عن مع التي الذي هذا هذه كان ما لا بعد قال
    att och som det på är av för med till den har inte om ett
    """

  static let secondPerson = "you your yours yourself you're you'll you've you'd"
  static let firstPlural = "we our ours us we're we'll we've we'd"
  /// Verbs with which calls to the reader begin.
  static let imperatives = """
    read click follow sign subscribe share watch download join visit see get send scroll play please register log
    submit tap find learn enter view buy support donate listen try check browse discover explore contact tell help
    stay keep leave add report skip close continue show hide search select choose explore like tweet email print
    save upload vote ask meet shop order book call start become don't
    """
  /// Verbs with which news names who says what.
  static let speech = """
    said says saying told tells added asked announced according reported declined confirmed testified warned argued
    claimed insisted explained replied denied tweeted wrote
    """
}
