// What the window asks of the worker about the committee's yearly report; its paper is MakePaper "year.<year>".
#pragma once

#include "app/cases/fact.hpp"

namespace courtyard::flow::desk {

struct SayYearSent {
    int year = 0;
    cases::Fields fields;  // "to"; "on", nothing for today
};                         // -> YearSaid, ActRefused

}  // namespace courtyard::flow::desk
