/// The parts of the model card that no figure changes.
enum CardText {
  static let data = """
    Pages hold far more menu than a story's residue does. So three kinds of stories are made: the news of a \
    wire with runs of paragraphs from around one page's article put before, after and between (these count \
    most, and alone decide what surroundings mean); pages cropped to their article and a few paragraphs; \
    whole pages, which count a tenth. Text in which nobody says anything (guides, shops) counts a tenth \
    too: it speaks to its reader as boilerplate does in news. Labels that a model without that host firmly \
    contradicts are set aside before the last fit.

    No text is in the model: words are hashes, phrases hashes of hashes. The lists of function words and cues \
    in `Sources/Training/Words` were written down, not drawn from the data.
    """

  static let languages = """
    In others the words mean nothing to it; it then marks only short lines with a cue of the lists (Spanish, \
    French, German, Italian, Portuguese, Dutch, Russian, Turkish, Arabic) or an address, and longer ones with \
    one and a higher probability.
    """

  static let features = """
    Two logistic regressions, one on the other, fitted by follow-the-regularised-leader. A chain of four \
    states (before the news, news, interruption, after the news) carries what the rest of the story says.
    """

  static let pages = """
    The model is made for stories, and is at a loss amid menus: on texts of more than sixty segments, most \
    of them short, it leaves the chain out. Its threshold is set for losing little news, not for F1.
    """

  static let judged = """
    Sets of a simulated wire repeat boilerplate of the pages trained on. `copytaster eval boilerplate SET \
    --seen PAGES` leaves such boilerplate out of the figures.
    """

  static let failures = """
    ## Known failures

    - Headlines and teasers of other stories look like news, and are, for another story. They are found when \
    a heading announces them (`AnnouncedBlock`) or when they stand in a block at the end; not amid the text.
    - Posts quoted from social networks look like calls: those without the signature of name, account and date \
    are marked now and then; an outlet's own posts that call and are so signed are kept.
    - Death notices, corrections and other news in fixed words are marked now and then.
    - Letters, columns and guides that speak to the reader lose more than news does.
    - Text in other languages keeps most of its boilerplate.
    - A consultant's or agency's signature below a story is kept unless it has an address or a cue.
    - Boilerplate misread by OCR is found by its place more than by its words.
    """
}
