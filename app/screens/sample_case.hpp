// Fictional cases for the pictures of the gallery, told in the pack under "field.sample.story.": one act on each line,
// folded like any other case.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/sounded_text.hpp"
#include "app/flow/case_view.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::screens {

// The stories one after another as one case, seen by `self` ("judge"). Lines that the table of acts does not know are
// left out.
[[nodiscard]] flow::CaseView sample_case(const pack::Pack& pack, const std::vector<std::string_view>& stories,
                                         std::string_view self, base::Instant now);

// 0: in somebody's own words; 2: everything that may be asked for; else nothing to heed.
[[nodiscard]] domain::SafeContact sample_contact(const pack::Pack& pack, std::size_t guarded);

// How the sample names are said: the tables for typing are not for screens.
[[nodiscard]] cases::Readings sample_readings(const pack::Pack& pack);
[[nodiscard]] std::vector<std::string> sample_split(std::string_view text, char by);
// The names before the = in a list of the pack, with what stands behind it.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> sample_pairs(const pack::Pack& pack,
                                                                            std::string_view key);

}  // namespace courtyard::screens
