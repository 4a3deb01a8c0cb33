# Ketä sääntö koskee.
situation-or = tai
situation-one-of = ja vähintään yksi seuraavista: { $conditions }
situation-not = mutta ei, jos { $condition }
situation-other-than = muu kuin { $values }
situation-everybody = Koskee kaikkia
situation-for = Ketä koskee
# Sanat, jotka kirjoitetaan lauseen sisälläkin isolla (sanan alku riittää).
situation-capitals = Suom, Pohjoisma, Ahvenanmaa, Helsinki, Manner, EU
