# Searching.
search-do = Search
search-found = { $count ->
        [one] One person
       *[other] { $count } people
    }
search-hint = A name or its beginning, in any spelling and script, or the number of a case.
search-none = Nobody whom you may see is called so, and no case has that number. Try the beginning of another name.
search-short = Name or case
search-title = Search
search-what = Search in what you may see
