component-you-are-here = You are here
component-change = Change
component-pages = Pages
component-previous = Previous
component-next = Next
component-page = Page { $number }
# How certain an answer is.
component-certainty-inferred = Inferred
component-certainty-inferred-what = The law does not say this outright; we have concluded it from the provisions cited.
component-certainty-seed = In the seed text only
component-certainty-seed-what = This stands in the text that the register starts from. We have not found it in the law.
component-certainty-unconfirmed = Unconfirmed
component-certainty-unconfirmed-what = The area comes from a source that we have not been able to confirm.
component-state = The state
component-regional = The region
component-local = The municipality
component-person = The person
