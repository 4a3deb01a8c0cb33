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
# What a fact moves.
fact-preview = Nothing is saved yet. Saved now, this would be so:
fact-preview-no-change = It is known so already; nothing would be changed.
fact-follows = What follows for the open cases
fact-follows-none = The person has no open case that this post may see.
fact-past = All of it lies in the past: nothing moves, and what was done then stands.
fact-backdated = It differs since { $day }. Responsibility does not move backwards: what moves, moves from now on.
fact-future = It differs from { $day }: what moves, moves then.
fact-save = To save just this, leave out “preview” and add --based-on { $shown }
fact-based-on-wrong = “{ $word }” is not what kotopolku fact preview shows for --based-on.
