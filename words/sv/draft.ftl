# Utkast: det som påbörjats i ett formulär.
draft-too-large = Ett utkast rymmer högst { $most } byte. Spara en del av det först.
# På skrivbordet.
draft-of-case = Ärende { $number }: { $what }
draft-of-fact = Uppgift om en person: { $what }
draft-remove = Ta bort utkastet
draft-saved = Sparat { $at }
draft-title = Mina utkast
