# Machine clients: programs that work here by themselves.
client-added = The client { $client } of { $organ } may act until { $day }. Its token:
client-token-once = The token is shown this once and kept nowhere. Give it to the program, and to nobody else.
client-ended = The client { $client } has ended: its token lets nobody in any more.
client-none = There is no client yet.
client-head-client = Client
client-head-duties = Duties
client-head-ended = Ended
client-unknown = There is no client “{ $client }”.
client-unknown-todo = kotopolku client list shows the clients.
client-operator-only = Only the operator makes, lists and ends clients.
client-no-duties = A client works in cases of one duty at least.
client-no-duties-todo = Name the duties with --duty; kotopolku duties shows them.
client-too-long = A client lasts a year at most: { $day } is the latest first day without it.
client-ended-already = The client { $client } was ended already, on { $at }.
client-of-a-program = { $post } is the post of a program: nobody signs in as it.
