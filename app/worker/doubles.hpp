// No double aid: whether somebody is helped for the same case already, here or in another office of the county. A hit
// asks (fact "double_asked"), a person answers ("double_answered"); nothing is ever refused because of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// Compares whoever applies in the case with the other cases of this laptop and with every list that it has, and asks
// about each hit once: one question for each other case and each office. How many it asked. For a case that was just
// opened, or whose original case was found.
base::Result<std::size_t> ask_about_doubles(Machine& machine, const cases::CaseId& about, base::Instant now,
                                            base::Random& random);

// After mail or a stick has brought something: every case that is different since the last time, as ask_about_doubles.
// Nothing on a laptop whose person cannot read the intake. Laptops that ask the same at once ask it in one case, and
// the fold makes one question of it (cases/inquiry.hpp); what was asked or answered is not asked again.
base::Result<std::size_t> ask_about_new_doubles(Machine& machine, base::Instant now, base::Random& random);

// Where a question about another case of this court says that somebody may be helped: the court, and the case's number
// or the beginning of its id.
[[nodiscard]] std::string case_place(const Machine& machine, const cases::AidCase& folded);

// The list for the other offices: all cases of this laptop in which aid is asked for or was granted. "tokens.no_key",
// "tokens.role": registrars and judges.
base::Result<std::size_t> export_tokens(Machine& machine, const std::filesystem::path& file, base::Instant now,
                                        base::Random& random);

inline constexpr const char* kTokenListExtension = ".cytl";

struct TakenList {
    std::string where;
    base::Instant made;
};
// Keeps the newest list of each office. "tokens.older": a newer one of this office is here; "tokens.own"; those of
// open_token_list.
base::Result<TakenList> import_tokens(Machine& machine, const std::filesystem::path& file);

// Those that lie here and can be read, by their offices' names.
base::Result<std::vector<TakenList>> held_lists(Machine& machine);

struct DoubleHit {
    cases::CaseId about;
    std::string where;
};
// Every case of this laptop, as ask_about_doubles; what was asked now. After a list has come.
base::Result<std::vector<DoubleHit>> check_tokens(Machine& machine, base::Instant now, base::Random& random);

}  // namespace courtyard::worker
