question-unknown = Jag vet inte
question-unknown-hint = Vi frågar då något annat, eller visar vilka svar som är möjliga.
question-why = Varför frågar vi?
question-continue = Fortsätt
question-age-hint = Hela år, till exempel 17
question-day-hint = Dag.månad.år, till exempel 10.5.2021
question-or-band = Eller, om du inte vet den exakta dagen
question-or = eller
