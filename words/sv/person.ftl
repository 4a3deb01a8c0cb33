# People.
person-unknown = Det finns ingen sådan person för den här tjänsteställningen.
person-unknown-todo = kotopolku person list visar de personer som tjänsteställningen får se.
