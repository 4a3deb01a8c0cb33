language-name = English
# How days and numbers are written (Unicode's language code).
language-locale = en-GB
# The place in the language switch.
language-order = 3
