"""Words in several languages, and how to tell in which sense they are used.

`calendar` finds dates and weekdays in a text, with `saying` those on which something was said. `questions`
knows how a question begins. `uses` finds words of verdict in a sentence; `english`, with
`englishwords`, `french` and `arabic` hold these words, and judge each where it is used. `numberwords`, with
`arabicnumbers`, writes number words in digits; `numerals` holds what else says how many.
"""
