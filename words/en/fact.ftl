# Facts about people.
fact-recorded = Recorded: { $attribute }
fact-no-change = It was known so already; nothing was changed.
fact-now = Now believed
fact-before = No longer believed
fact-contradiction = From { $day } on the recorded facts cannot all be true ({ $attributes }): { $why }
fact-municipality = Municipality
fact-own-name = Name
fact-own-mother-tongue = Mother tongue
fact-own-language = Language
fact-own-interpreter = Interpreter needed
fact-own-nationality = Nationality
fact-own-address = Address
fact-own-phone = Telephone
fact-own-email = E-mail
fact-own-contact = Contact
fact-own-support-need = Need of support
