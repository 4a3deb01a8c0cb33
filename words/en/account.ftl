# Accounts and signing in.
account-desk = Desk
account-mine = My account
account-sign-out = Sign out
account-officials = Sign in
account-privacy = A cookie keeps you signed in. What you do and what you read about people is written in the journal.
account-sign-in = Sign in
account-sign-in-lead = For officials who have an account here. Everything else on these pages can be read without one.
account-login = Name
account-login-hint = The name that you were given with your account.
account-password = Password
account-not-right = Name or password are not right. Check both and try again.
account-wait-seconds = { $count ->
        [one] Too many attempts from here. Wait { $count } second, then try again.
       *[other] Too many attempts from here. Wait { $count } seconds, then try again.
    }
account-wait-minutes = { $count ->
        [one] Too many attempts from here. Wait { $count } minute, then try again.
       *[other] Too many attempts from here. Wait { $count } minutes, then try again.
    }
account-forgotten = Have you forgotten the password, or lost the telephone with the codes? Those who look after the accounts of your organ can set it right.
account-code-title = One more step
account-code-lead = Your account has a second factor. Open the application on your telephone and write the six digits that it shows.
account-code = Code
account-code-hint = Six digits, or one of your recovery codes.
account-code-not-right = The code is not right, or has been used already. Wait for the next one and write that.
account-code-go-on = Go on
account-code-over = Too much time passed. Sign in once more.
account-signed-out = You are signed out.
account-ended = You need to sign in. A session ends after half an hour without use, after twelve hours, and when the password is changed.
account-desk-title = Desk
account-acting = You act as { $title }, { $organ }.
account-no-post = Your account has no post, so there is nothing to see here yet.
account-no-post-todo = Ask those who look after the accounts of your organ to give it one.
account-choose = As whom do you act?
account-choose-lead = Your account has several posts. What you see and may do follows from the one you choose.
account-choose-other = Act as another post
account-act = Act as this
account-leads = From here
account-to-register = Ask the register who is responsible
account-key-file = The key file { $path } cannot be used: { $why }
account-key-file-todo = Put the right file back: without it, second factors that were added cannot be asked for. Or name another with --key-file.
account-key-file-no-key = it holds no key
account-operator-only = Only the operator looks after accounts.
account-unknown = There is no account “{ $login }”.
account-unknown-todo = kotopolku account list shows the accounts.
account-taken = There is an account “{ $login }” already. One that was closed keeps its name, so that the journal stays clear.
account-not-a-login = “{ $login }” is no name to sign in with: small letters a–z, digits and .@_+- do, 2 to 80 of them.
account-not-a-login-todo = For instance anna.example
account-not-a-name = Whose account it is, is said with --name in 1 to 120 characters.
account-not-a-language = “{ $language }” is none of the languages sv, fi and en.
account-closed-already = The account { $login } was closed { $at }. It is not opened again.
account-has-post = The account may act as { $post } already.
account-not-its-post = The account may not act as { $post }.
account-password-short = { $count ->
        [one] A password has at least { $count } character.
       *[other] A password has at least { $count } characters.
    }
account-password-long = { $count ->
        [one] A password has at most { $count } character.
       *[other] A password has at most { $count } characters.
    }
account-password-guessed = That password is easily guessed: it is the name, a common word, or the same thing over and over.
account-password-todo = Four or five words that have nothing to do with each other make a good password.
account-no-second-factor = The account has no second factor.
account-subject-taken = That identity at the provider is linked to an account already.
account-added = The account { $login } is made.
account-added-todo = Next: kotopolku account password { $login } --make, then kotopolku account post add { $login } POST
account-closed = The account { $login } is closed, and its sessions have ended.
account-post-given = The account { $login } may act as { $post }.
account-post-taken = The account { $login } may no longer act as { $post }.
account-password-set = The account { $login } has a new password. Its sessions have ended.
account-password-once = It is shown this once. Whoever gets it changes it under “My account”.
account-factor-reset = The account { $login } has no second factor any more. Its sessions have ended.
account-sessions-ended = { $count ->
        [one] { $count } session of { $login } has ended.
       *[other] { $count } sessions of { $login } have ended.
    }
account-none = There is no account yet.
account-none-todo = Make one: kotopolku account add anna.example --name "Anna Example"
account-yes = yes
account-head-name = Whose
account-head-posts = May act as
account-head-closed = Closed
account-factor = Second factor
account-new-password = New password
account-new-again = The same once more
account-not-the-same = The two are not the same. Nothing was changed.
account-old-password = Password now
account-change-password = Change the password
account-password-hint = { $count ->
        [one] At least { $count } character.
       *[other] At least { $count } characters. Four or five words that have nothing to do with each other are good.
    }
account-password-changed = The password is changed. All other sessions have ended.
account-old-not-right = The password that you have now is not right.
account-factor-why = With a second factor, nobody gets in with your password alone. You need an application on your telephone that shows six digits.
account-factor-add = Add a second factor
account-factor-on = Your account has a second factor.
account-factor-codes-left = { $count ->
        [one] You have { $count } recovery code left.
       *[other] You have { $count } recovery codes left.
    }
account-factor-remove = Take the second factor away
account-factor-removed = The second factor is taken away. Your password alone opens the account now.
account-factor-no-key = This server has no key to keep second factors with, so none can be added. Those who run it can give it one.
account-factor-title = Add a second factor
account-factor-scan = Open the application, and let it read this picture.
account-factor-picture = Picture that the application reads
account-factor-write = If it cannot, write this in it instead:
account-factor-prove = Write the six digits that it shows now. Until you have, nothing is changed.
account-factor-prove-button = Add it
account-factor-anew = Show a new picture
account-codes-title = Your recovery codes
account-codes-lead = The second factor is added. If you lose the telephone, each of these codes lets you in once. They are shown this once: print them, or keep them where you keep passwords.
account-codes-kept = I have kept them
account-sessions = Where you are signed in
account-sessions-lead = If you do not know one of these, end it and change your password.
account-session-this = this one
account-session-from = Address
account-session-end = End
account-session-ended = The session has ended.
# In the forms of the desk.
account-form-kept = Your session had ended. What you wrote is kept as a draft. Sign in again and it is there.
