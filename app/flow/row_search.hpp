// Finding what was handed in, and leads, while somebody types: by the matcher that finds cases (cases/case_index.hpp),
// so that whoever learned one list of the laptop knows all of them.
#pragma once

#include <string>
#include <vector>

#include "app/cases/case_index.hpp"
#include "app/flow/desk_state.hpp"

namespace courtyard::flow {

// What a row is found by. `state`: the words that the list shows for it; `also`: what people call it besides.
[[nodiscard]] cases::CaseWords words_of(const InboxRow& row, std::string state, std::string also = {});
[[nodiscard]] cases::CaseWords words_of(const LeadRow& row, std::string state, std::string also = {});

// What is typed, and the rows that are there, as they are now: call it when either has changed.
void search_inbox(DeskState& state);
// Applications that are cases show how far those have come, and are found as they are; the mark stays where it is. Call
// it when either list has changed.
void know_cases(DeskState& state);
void search_leads(LeadsDesk& leads);

}  // namespace courtyard::flow
