# Cases.
case-unknown = There is no such case for this post.
case-unknown-todo = kotopolku case list shows the cases that the post may see.
case-wrong = “{ $word }” is neither a number nor an identity of a case.
case-type-unknown = There is no case type “{ $word }”.
case-type-unknown-todo = kotopolku case types shows them.
case-not-opened-then = No case of the type { $word } is opened on this day.
case-not-opened-then-todo = kotopolku case types shows from when until when each type is opened.
