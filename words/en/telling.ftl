# How what the register holds is said: values, periods, lengths of time, conditions.
telling-not-known = not known
telling-from = from { $day }
telling-until = to and including { $day }
telling-between-days = { $from } – { $to }
telling-nobody = Nobody
telling-hours = { $count ->
        [one] one hour
       *[other] { $count } hours
    }
telling-days = { $count ->
        [one] one day
       *[other] { $count } days
    }
telling-working-days = { $count ->
        [one] one working day
       *[other] { $count } working days
    }
telling-weeks = { $count ->
        [one] one week
       *[other] { $count } weeks
    }
telling-months = { $count ->
        [one] one month
       *[other] { $count } months
    }
telling-years = { $count ->
        [one] one year
       *[other] { $count } years
    }
telling-without-delay = without delay
telling-unreadable-day = “{ $word }” is not a day that we can read. Write for example 10.5.2021.
