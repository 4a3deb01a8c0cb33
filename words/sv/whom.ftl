# För vem en bestämmelse gäller, som lista.
whom-any = Och minst ett av följande:
whom-none = Men inte om:
whom-when = { $count ->
        [one] I vilken situation?
       *[other] I vilka situationer? ({ $count })
    }
