# Moving cases to another version of their case type: what is planned, done and taken back.

versions-progress = { $done } of { $of } cases
versions-one = { $title }: from { $from } to { $to }
versions-planned-todo = Nothing has been moved. Look at each case: kotopolku versions show { $id } · move them: kotopolku versions apply { $id }
versions-means = { $count ->
    [one] { $moves } of { $of } open case can be moved.
   *[other] { $moves } of { $of } open cases can be moved.
    }
versions-applied = Moved: { $applied }. Left as they were, because something had happened in them: { $skipped }.
versions-undone = Taken back: { $undone }. Kept, because something has happened in them since: { $kept }.
versions-none = No cases have been moved to another version.
versions-none-todo = Make a plan first: kotopolku versions plan CASE_TYPE --from VERSION --to VERSION
versions-no-cases = The plan has no such cases.
versions-more = There are more: --after { $next }
versions-head-case = Case
versions-head-means = What it means
versions-head-done = What was done
versions-moves = moves
versions-stays = stays: { $why }
versions-stays-no-status = the other version has no such status
versions-stays-status-ends = in the other version it would have ended
versions-stays-changed = something happened in it since the plan
versions-stays-closed = it was closed since the plan
versions-lost = kept apart, because the other version has no place for it: { $fields }
versions-limits-end = time limits that end: { $limits }
versions-limits-begin = time limits that begin: { $limits }
versions-limits-differ = time limits that are met otherwise: { $limits }
versions-did-apply = moved
versions-did-skip = left
versions-did-undo = taken back
versions-did-keep = kept
