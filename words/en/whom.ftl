# For whom a provision is, as a list.
whom-any = And at least one of these:
whom-none = But not if:
whom-when = { $count ->
        [one] In which situation?
       *[other] In which situations? ({ $count })
    }
