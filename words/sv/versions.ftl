# När ärenden flyttas till en annan version av sin ärendetyp: vad som planeras, görs och tas tillbaka.

versions-progress = { $done } av { $of } ärenden
versions-one = { $title }: från { $from } till { $to }
versions-planned-todo = Inget har flyttats. Se på varje ärende: kotopolku versions show { $id } · flytta dem: kotopolku versions apply { $id }
versions-means = { $count ->
    [one] { $moves } av { $of } öppet ärende kan flyttas.
   *[other] { $moves } av { $of } öppna ärenden kan flyttas.
    }
versions-applied = Flyttade: { $applied }. Lämnade som de var, eftersom något hade hänt i dem: { $skipped }.
versions-undone = Återtagna: { $undone }. Kvar, eftersom något har hänt i dem sedan dess: { $kept }.
versions-none = Inga ärenden har flyttats till en annan version.
versions-none-todo = Gör först upp en plan: kotopolku versions plan ÄRENDETYP --from VERSION --to VERSION
versions-no-cases = I planen finns inga sådana ärenden.
versions-more = Det finns fler: --after { $next }
versions-head-case = Ärende
versions-head-means = Vad det innebär
versions-head-done = Vad som gjordes
versions-moves = flyttas
versions-stays = blir kvar: { $why }
versions-stays-no-status = den andra versionen har ingen sådan status
versions-stays-status-ends = i den andra versionen skulle det ha avslutats
versions-stays-changed = något har hänt i det sedan planen gjordes
versions-stays-closed = det har avslutats sedan planen gjordes
versions-lost = sparas för sig, eftersom den andra versionen saknar plats för det: { $fields }
versions-limits-end = tidsfrister som upphör: { $limits }
versions-limits-begin = tidsfrister som börjar: { $limits }
versions-limits-differ = tidsfrister som iakttas på annat sätt: { $limits }
versions-did-apply = flyttat
versions-did-skip = lämnat
versions-did-undo = återtaget
versions-did-keep = kvar
