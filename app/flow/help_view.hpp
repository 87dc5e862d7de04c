// Other help for a case as the laptop's window shows it: items of other bodies that fit, and the modules of the pack
// (fee relief, credit relief, legal aid) as far as they have come. Made by the worker, only looked at here.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/domain/date.hpp"
#include "app/flow/desk_form.hpp"

namespace courtyard::flow {

// An item of the catalogue. Bodies and what they may be told by their ids, as in pack::HelpOffers.
struct HelpRow {
    std::string item, title;
    std::vector<std::string> because;         // what was said that makes it fit; empty: it may be asked about, too
    std::vector<std::string> ask;             // what to ask first: it hangs on that
    std::vector<std::string> agreed, to_ask;  // the person has agreed to these bodies, must be asked about those first
    std::vector<std::string> asked;           // have been asked and have not ended it
    std::vector<std::string> share;           // codes of fields
    std::vector<std::string> mailboxes;       // bodies that answer by a mailbox of their own
};

struct ModuleDueRow {
    std::string source;  // document and article
    domain::Date day;
    bool about = false;  // the calendar of that year is missing
};
struct ModuleActRow {
    std::shared_ptr<const DeskForm> form;
    std::string leads_to;              // the stage after it, as the pack says it; "": it stays
    std::vector<ModuleDueRow> begins;  // limits that run from today when it is done today
    std::vector<std::string> closes;   // sources of the limits that it ends
};
// One for every step that it tells of, the newest first.
struct ModulePaperRow {
    std::string id, title;  // "legal_aid.transfer"
    cases::FactId about;    // the step
    domain::Date day;       // of it
    bool is_alone = true;   // no other step has this paper
};
struct ModuleRow {
    std::string id, title, say;
    std::string stage;  // as the pack says it; "": it has not begun
    bool ended = false;
    std::vector<ModuleDueRow> dues;                      // that are running
    std::vector<ModuleActRow> acts;                      // what this person may do now
    std::vector<ModulePaperRow> papers;                  // that can be made now
    std::vector<std::shared_ptr<const DeskForm>> forms;  // of all its acts: what was done is read by them
};

}  // namespace courtyard::flow
