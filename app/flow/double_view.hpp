// What the laptop's window shows of no double aid: which lists of other offices lie here, what is asked in which case.
// Made by the worker, only looked at here.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/cases/fact.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::flow {

struct OfficeList {
    std::string where;  // the office that wrote it
    base::Instant made;
};

// A question that nobody has answered.
struct DoubleRow {
    cases::CaseId about;
    std::string applicant, where;
    std::vector<std::string> who;
};

struct DoublesView {
    bool has_key = false;  // without the county's key no list is written or read
    std::vector<OfficeList> lists;
    std::vector<DoubleRow> open;
    // What was done just now: one of them, or nothing.
    enum class Done : unsigned char { Nothing, Written, Taken } done = Done::Nothing;
    std::string file;                // Written: its name on the stick
    std::size_t count = 0;           // Written: cases in it; Taken: questions that came of it
    std::vector<std::string> taken;  // Taken: the offices
    std::string problem;             // code
};

}  // namespace courtyard::flow
