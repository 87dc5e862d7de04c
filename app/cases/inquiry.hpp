// Asking the department of the original case, and the one list of missing papers: the applicant is told once, of
// everything (D3, the courts' procedure of 2019; row P4 of the domain report).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Inquiry {
    struct Asked {
        FactId by;
        std::vector<std::string> papers;
        domain::Date on, until;
        friend bool operator==(const Asked&, const Asked&) = default;
    };
    std::optional<FactId> department_asked, department_answered;
    bool fits = false;              // what the department thinks
    std::optional<Asked> more;      // asked for once
    std::vector<std::string> came;  // papers that came, in order
    std::optional<domain::Date> came_on;

    [[nodiscard]] std::vector<std::string> still_missing() const;
    friend bool operator==(const Inquiry&, const Inquiry&) = default;
};

// "more.twice": papers were asked for before. "more.until": the day lies before the asking.
[[nodiscard]] Taken take(Inquiry& inquiry, const Scene& scene);

}  // namespace courtyard::cases
