language-name = svenska
# Hur dagar och tal skrivs (Unicodes språkkod).
language-locale = sv-FI
# Platsen i språkväljaren.
language-order = 2
