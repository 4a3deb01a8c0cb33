# People.
person-unknown = Tällä virkatehtävällä ei ole sellaista henkilöä.
person-unknown-todo = kotopolku person list näyttää henkilöt, jotka virkatehtävä saa nähdä.
