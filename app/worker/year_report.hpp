// The committee's written report on a year (P15): the figures of all cases that lie on this laptop, the paper, and that
// it was sent. Registrars and leaders are on every case, so their laptops count all of them; whoever is kept off one by
// a conflict of interest counts the others, and the paper says that.
//
// That a report was sent is a record of the box "cases" for each registrar and leader, as the log of who looked at what
// is (view_mail.hpp): all of them see the same, and nobody is asked for it again. Whoever is enrolled later gets the
// last word on every year from the laptop of who said it, or from any of the office's when that person has left.
#pragma once

#include <optional>
#include <string>

#include "app/cases/tasks.hpp"
#include "app/cases/year_figures.hpp"
#include "app/paper/official.hpp"
#include "app/store/year_reports.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// {"sent":"2027-01-20","to":"<whom>","year":2026}; "sent" is empty where it takes back what was said. Where it tells
// once more what was said before: "claimed" (when, in milliseconds) and "person" (who said it) besides.
inline constexpr std::string_view kYearReportKind = "year_report";
inline constexpr std::size_t kSentToMax = 100;  // characters

struct YearView {
    cases::YearFigures figures;
    cases::Deadline due;
    std::optional<store::YearReport> sent;  // what was said last
};

// "right.statistics"; "year.office" for an office that is not on every case; "year.unknown": not a year of which a
// court can report (kYearMin to this one); those of read_cases.
inline constexpr int kYearMin = 2015;
[[nodiscard]] base::Result<YearView> year_view(Machine& machine, int year, domain::Date today);
[[nodiscard]] base::Result<paper::Official> year_paper(Machine& machine, int year, domain::Date today);

// "year.office", "year.unknown"; "year.day": before the year's end or not yet come; "year.to": nobody, or too long.
// Nothing for a day takes back what was said.
base::Result<void> say_year_report_sent(Machine& machine, int year, std::optional<domain::Date> sent_on,
                                        const std::string& sent_to, base::Instant now, base::Random& random);

// After mail has come: tells those of the office who were enrolled since. For case_settling.cpp; returns how many
// records it made.
base::Result<std::size_t> tell_year_reports(Machine& machine, base::Instant now, base::Random& random);

// Last year's, from its end until it was sent, where there were cases: for registrars and leaders. `first_came`: the
// day on which the first of all cases came.
[[nodiscard]] base::Result<std::optional<cases::Task>> year_task(Machine& machine,
                                                                 std::optional<domain::Date> first_came,
                                                                 domain::Date today);

// A record of that kind that came for this person. "year.payload".
base::Result<void> take_year_report(Machine& machine, const store::Transaction& inside, const base::RecordId& record,
                                    const base::PersonId& author, base::Instant claimed, std::string_view payload);

}  // namespace courtyard::worker
