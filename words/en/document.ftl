# Documents: the files of a case.
document-bytes = { $size } bytes
document-kilobytes = { $size } KB
document-megabytes = { $size } MB
document-gigabytes = { $size } GB
document-wrong = “{ $word }” is no identity of a document.
document-unknown = There is no such document for this post.
document-unknown-todo = kotopolku document list CASE shows the documents of a case.
document-added = Added: { $name }, version { $number }, { $size }.
document-is = The document is { $document }.
document-disagree = It is called { $claimed }, but its content is { $found }. It is kept, and only ever given out for saving.
document-fetched = { $name }, version { $number }, { $size }, is saved as { $file }. Its content is what was added.
document-withdrawn = The document is withdrawn: nobody reads it any more. That it was there, and why it was withdrawn, stays to be seen.
document-none = The case has no documents.
document-head-name = Name
document-head-version = Version
document-head-size = Size
document-head-type = Content
document-head-added = Added
document-head-organ = By
document-head-state = Withdrawn
document-head-identity = Document
document-state-withdrawn = { $at }: { $reason }
document-uploading = { $file }: { $read } of { $whole }
document-fetching = { $name }: { $read } of { $whole }
document-verifying = { $done } of { $total } read, { $bytes_done } of { $bytes }
document-verified = { $right ->
    [one] One content is as it was added, { $size }.
   *[other] { $right } contents are as they were added, { $size }.
    }
document-named-version = { $document } version { $number }
document-found-missing = Missing: the content { $hash } of { $versions }
document-found-changed = Changed: the content { $hash } of { $versions }
document-faulty-todo = Bring the content back from a backup of the documents, or add the same file again: that mends it. Then run kotopolku document verify.
document-left-over = { $left ->
    [one] One upload that came to nothing, or is under way, lies beside them. kotopolku document sweep clears such away.
   *[other] { $left } uploads that came to nothing, or are under way, lie beside them. kotopolku document sweep clears such away.
    }
document-swept-nothing = There was nothing to clear away.
document-swept-removed = { $removed ->
    [one] One remainder is removed, { $size }.
   *[other] { $removed } remainders are removed, { $size }.
    }
document-swept-aside = { $aside ->
    [one] One content that no document names is set aside; the next sweep removes it.
   *[other] { $aside } contents that no document names are set aside; the next sweep removes them.
    }
document-swept-back = { $back ->
    [one] One that a document has come to name is put back.
   *[other] { $back } that documents have come to name are put back.
    }
document-largest = A file may have at most { $size }.
document-no-such-version = The document has no version { $asked }; its last is { $last }.
document-is-withdrawn = { $organ } withdrew the document on { $at }. Nobody reads it or adds to it.
document-not-the-last = Version { $based_on } is no longer the last: { $organ } added version { $last } on { $at }. Yours was not saved.
document-not-the-last-todo = Fetch version { $last }, bring your changes into it, and add it with --based-on { $last }.
document-not-yours = Only { $organ }, which added the document, or the organ that leads the case withdraws it.
document-no-reason = A document is withdrawn with a reason.
document-missing = The content { $hash } is not where it should be.
document-changed = The content { $hash } is no longer what was added. Nothing of it was kept here.
document-no-place = It is not known where documents lie.
document-no-place-todo = Say --documents folder:/path or --documents s3://bucket/prefix.
document-place = The place for documents cannot be used: { $why }
document-grace = { $hours ->
    [one] An upload may be on its way: leave alone what is younger than one hour.
   *[other] An upload may be on its way: leave alone what is younger than { $hours } hours.
    }
document-not-ours = By far most of what lies there is named by nothing in this database, which knows { $named } contents. It looks like the place of another database; nothing was touched.
document-not-ours-todo = Check --database and --documents.
document-no-such-limit = A limit is from 1 byte to 5 GB.
document-empty = The file is empty. Nothing was added.
document-too-large = The file is larger than { $limit }. Nothing was added.
document-program = The file is a program or a script ({ $found }). Such files are not taken, whatever they are called.
document-runs-by-name = Files whose name ends in .{ $ending } run when they are opened. Such files are not taken.
document-name-too-long = The name has more than { $limit } letters.
document-broke-off = The file could not be read to its end. Nothing of it was kept.
document-file-unreadable = { $file } cannot be read: { $why }.
document-file-unwritable = { $file } cannot be written: { $why }.
document-file-is-folder = { $file } is a folder.
document-file-exists = { $file } is there already.
document-file-exists-todo = Choose another name with --to; nothing is written over.
document-bytes-and-json = Standard output cannot hold both the document and an object for programs.
document-bytes-and-json-todo = Write to a file with --to FILE, or leave out --format json.
document-why-not-found = there is no such file or folder
document-why-denied = it is not permitted
document-why-full = the disk is full
# In the forms of the desk.
document-form-add = Add a document
document-form-choose = Choose a file.
document-form-file = File
document-form-hint = At most { $size }. Programs and scripts are not taken.
document-form-reason = Why?
document-form-version = Add a new version
document-form-withdraw = Withdraw the document
document-form-withdraw-lead = Nobody reads the document any more. That it was there, and why it was withdrawn, stays to be seen. This cannot be undone.
