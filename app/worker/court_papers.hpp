// Papers of the court out of this laptop's cases, for the window and for courtyardctl alike. Nothing is said in the
// case by making one: that it was served is an act ("served", with the paper's record).
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/printing/court_paper.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct PaperWanted {
    cases::CaseId about_case;
    std::string paper;                      // id of its template; of a module "legal_aid.transfer"
    std::optional<cases::FactId> about;     // the fact, where there are several; else the newest
    domain::Date today;                     // what stands on it
    std::optional<base::Instant> now = {};  // for the log of who took what out; nothing: the beginning of `today`
};
struct PaperMade {
    printing::CourtPaper made;
    base::Bytes pdf;
};

// That this person made it is recorded ("paper.<id>", and "account" when it bears one whole). "right.papers";
// "paper.unknown", "paper.not_yet"; those of case_shelf.hpp and of paper::draw_official.
[[nodiscard]] base::Result<PaperMade> make_paper(Machine& machine, const PaperWanted& wanted);

// The papers that the case gives now. "right.papers".
[[nodiscard]] base::Result<std::vector<printing::CourtOffer>> papers_of(Machine& machine, const cases::CaseId& id,
                                                                        domain::Date today);

// The paper that somebody says was served: by its id, or by its title as people say it, which
// may leave out how the title begins; it becomes the id. "served.paper": the pack has no such paper. "served.not_yet":
// the case does not give it, such as a decision before anybody decided, or gives two that are called so.
// "served.inside": it stays in the court, and nobody is given it. For whoever is on the case; nothing is shown.
struct NamedPaper {
    std::string id;
    cases::Verdict refused;
    std::optional<domain::Date> since = {};  // the first day on which the case gave it: nobody got it before
};
[[nodiscard]] NamedPaper served_paper(const Machine& machine, std::span<const cases::Fact> facts,
                                      const cases::AidCase& folded, std::string_view named);

}  // namespace courtyard::worker
