// What the laptop's window shows of no double aid: which lists of other offices lie here, what is asked in which case.
// Made by the worker, only looked at here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/fact.hpp"
#include "app/domain/application_status.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::flow {

struct OfficeList {
    std::string where;  // the office that wrote it
    base::Instant made;
};

// The case of this court that somebody may be helped in already.
struct OtherCase {
    cases::CaseId id;
    std::string applicant, number;  // no number before it is filed
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
};

// A question that nobody has answered.
struct DoubleRow {
    cases::CaseId about;
    std::string applicant, where;
    std::vector<std::string> who;         // each as DoubleMatch prints it
    std::string number = {};              // of the case in which it is asked
    std::optional<OtherCase> other = {};  // nothing: of another office's list nobody can read more than that it hits
};

// What is the same: one person, known by the number of their document, and one original case.
struct DoubleMatch {
    static constexpr std::size_t kEnds = 4;  // characters of `ends`
    std::string name, ends, original;  // as the case in which it is asked calls them; the last characters of the number
    [[nodiscard]] std::string text() const;
    // All in `name`, where it is no such text: of a question that was asked otherwise.
    [[nodiscard]] static DoubleMatch of(std::string_view text);
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
