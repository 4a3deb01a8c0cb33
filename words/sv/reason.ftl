reason-title = Varför just detta svar?
reason-path = Så kom vi fram till svaret
reason-rejected = Det här granskades också men gällde inte
reason-basis = Rättsgrund
reason-edition = Svaret bygger på utgåvan { $edition }.
