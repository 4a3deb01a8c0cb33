question-unknown = I do not know
question-unknown-hint = Then we ask something else, or show which answers are possible.
question-why = Why do we ask?
question-continue = Continue
question-age-hint = Whole years, for example 17
question-day-hint = Day.month.year, for example 10.5.2021
question-or-band = Or, if you do not know the exact day
question-or = or
