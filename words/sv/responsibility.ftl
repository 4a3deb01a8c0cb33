# Vad märket framför raden betyder; läses upp och trycks ut.
responsibility-lead = Huvudansvarig
responsibility-beside = Vid sidan av
responsibility-above = Styr eller övervakar
responsibility-nobody = Ingen ansvarar
responsibility-must = ska
responsibility-may = får
responsibility-since = sedan { $day }
responsibility-because = därför att
responsibility-basis = Rättsgrund
responsibility-new-window = i lagtexten
