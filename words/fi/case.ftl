# Cases.
case-unknown = Tällä virkatehtävällä ei ole sellaista asiaa.
case-unknown-todo = kotopolku case list näyttää asiat, jotka virkatehtävä saa nähdä.
case-wrong = ”{ $word }” ei ole asian numero eikä sen tunniste.
case-type-unknown = Asiatyyppiä ”{ $word }” ei ole.
case-type-unknown-todo = kotopolku case types näyttää ne.
case-not-opened-then = Tyypin { $word } asioita ei avata tänä päivänä.
case-not-opened-then-todo = kotopolku case types näyttää, mistä mihin kunkin tyypin asioita avataan.
