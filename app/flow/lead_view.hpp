// What the laptop's window shows of a lead: made by the worker, only looked at here.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/cases/lead.hpp"
#include "sync/base/ids.hpp"

namespace courtyard::flow {

// A case of this laptop that may be the same person's: whoever looks decides.
struct LeadCase {
    cases::CaseId id;
    std::string why;  // as cases::LeadMatch
    std::string applicant, number;
};

// Another lead that may be of the same person.
struct LeadTwin {
    base::RecordId id;
    std::string why;  // as cases::LeadTwin
    std::string name, source, reference;
    domain::Date on;
    cases::LeadState state = cases::LeadState::New;
};

struct LeadRow {
    cases::LeadView view;
    std::string source;       // who handed it over, by name
    bool by_mailbox = false;  // its sender hears of every step by the program
    std::optional<cases::LeadTask> task;
    std::vector<LeadCase> may_be;
    std::vector<LeadTwin> twins;
    std::map<base::PersonId, std::string> people;  // who did its steps, by name
    // Of the one that lies open: what was noted last on this laptop and has not left; the lead itself or a step.
    std::optional<base::RecordId> unsent = {};
};
void wipe(LeadRow& row) noexcept;

}  // namespace courtyard::flow
