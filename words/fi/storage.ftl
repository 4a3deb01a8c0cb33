# Mihin tietokanta ei pysty.
storage-stale = Joku muu on muuttanut tätä sillä välin. Mitään antamaasi ei tallennettu.
storage-stale-todo = Katso nykyinen tilanne ja tee uudelleen, jos se on yhä oikein.
storage-contended = Useat muuttivat samaa yhtä aikaa. Mitään antamaasi ei tallennettu.
storage-again = Yritä hetken kuluttua uudelleen.
storage-busy = Tietokanta oli varattuna liian kauan. Mitään ei tallennettu.
storage-too-slow = Tämä kesti kauemmin kuin on sallittu. Mitään ei tallennettu.
storage-gone = Tietokantaan ei saada yhteyttä ({ $why }). Mitään ei tallennettu.
storage-gone-todo = Tarkista osoite (--database) ja että tietokanta on käynnissä.
storage-unsure = Yhteys katkesi juuri tallennushetkellä: ei tiedetä, tallentuiko se.
storage-unsure-todo = Katso ennen uutta yritystä, onko se jo tallessa. Sen lokirivien tunniste on { $unit }.
storage-disk-full = Levy on täynnä. Mitään ei tallennettu.
storage-disk-full-todo = Vapauta tilaa ja tee uudelleen.
storage-read-only = Tietokantaa voi juuri nyt vain lukea. Mitään ei tallennettu.
storage-disk = Levyä ei voitu lukea tai kirjoittaa ({ $why }). Mitään ei tallennettu.
storage-unreadable = Tietokanta on vaurioitunut, tai tiedosto ei ole tietokanta ({ $why }).
storage-address = Tietokannan osoitetta ei voi tulkita.
storage-address-todo = Kirjoita sqlite: ja tiedosto, esimerkiksi sqlite:kotopolku.db, tai palvelimen osoite, esimerkiksi postgres://nimi@palvelin/tietokanta.
storage-violation = Tietokannan sääntö estää tämän: { $why }. Mitään ei tallennettu.
storage-not-a-word = ”{ $word }…” ei voi olla lokissa: vain pienet kirjaimet a–z, numerot ja .:_/+- käyvät.
storage-fault = Vika on ohjelmassa tai tietokannassa: { $why }.
storage-newer = Tietokanta on uudempi kuin ohjelma: siinä on ajettu migraatio { $name }, jota ohjelma ei tunne.
storage-newer-todo = Käytä uudempaa ohjelmaa.
storage-changed = Migraatio { $name } ajettiin tässä tietokannassa eri sisältöisenä kuin se on ohjelmassa.
storage-changed-todo = Käytä ohjelmaa, jolla tietokanta luotiin. Kerran ajettua migraatiota ei koskaan muuteta.
storage-older = Tietokanta on vanhempi kuin ohjelma: { $due ->
    [one] yksi migraatio
   *[other] { $due } migraatiota
    } on ajamatta.
storage-older-todo = Aja kotopolku migrate.
storage-failed = Migraatio { $name } epäonnistui, eikä ajosta tallennettu mitään: { $why }
