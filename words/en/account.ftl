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
