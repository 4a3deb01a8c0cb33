# Drafts: what was begun in a form.
draft-too-large = A draft holds at most { $most } bytes. Save a part of it first.
# In the forms of the desk.
draft-of-case = Case { $number }: { $what }
draft-of-fact = Fact about a person: { $what }
draft-remove = Remove the draft
draft-saved = Saved { $at }
draft-title = My drafts
