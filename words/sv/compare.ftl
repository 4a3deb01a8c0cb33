compare-title = Jämför två dagar
compare-title-days = Vad ändrades mellan den { $before } och den { $after }?
compare-intro = Välj två dagar och se vilka uppgifter som flyttat: från vem till vem, för vem och var.
compare-before = Före
compare-after = Efter
compare-place = Kommun
compare-place-hint = Lämna tomt för hela landet
compare-duty = Uppgift
compare-duty-hint = Tomt: alla. Annars märket, t.ex. integration-plan
compare-show = Jämför dagarna
compare-presets = Reformerna, dagen före och dagen efter
compare-preset = { $day }: { $title }
compare-said = { $count ->
        [0] Ingen uppgift bytte huvudansvarig mellan den { $before } och den { $after }.
        [one] En uppgift bytte i någon situation huvudansvarig mellan den { $before } och den { $after }.
       *[other] { $count } uppgifter bytte i någon situation huvudansvarig mellan den { $before } och den { $after }.
    }
compare-unchanged = { $count ->
        [0] Inga var oförändrade.
        [one] En var oförändrad.
       *[other] { $count } var oförändrade.
    }
compare-nothing = Pröva två dagar på var sin sida om en reform, eller ta bort kommunen.
compare-moved = Det som flyttade
compare-from = Från
compare-to = till
compare-each = varje kommun själv
compare-everyone = I varje situation som uppgiften skiljer på.
compare-where = Från vilken till vilken, och var
compare-reforms = Omorganiseringarna däremellan
compare-open = Öppna ärenden
compare-transfer = Går över den dagen.
compare-finish = Den gamla myndigheten slutför dem.
compare-start-day = Dagen då ärendet började avgör.
compare-duties = Uppgifter
compare-days = Dagar då lagen ändrades
compare-some = { $count ->
        [one] ett slags situation
       *[other] { $count } slags situationer
    }
