// A story as a text file: who does what on which day, and what must come of it. The grammar is in tests/README.md.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/domain/date.hpp"
#include "sync/base/result.hpp"

namespace courtyard::test {

// One act. `who`: registrar, judge, member, caller or leader. `kind`: a row of the table of acts, or "open" (a case out
// of the inbox, or with fields: by word of mouth), "list" (another office's list of whom it helps).
struct StoryAct {
    int line = 0;  // of the file, for whoever mends it
    domain::Date day;
    std::string who, kind;
    std::string name;                 // by which later acts speak of it: "order" of "@order"
    std::vector<std::string> fields;  // "name=value", as courtyardctl takes them
    std::string refused;              // the code with which it must be refused; empty: it must be taken
    std::string gives;                // the status after it, on its author's laptop; empty: not looked at
    bool apart = false;               // by somebody who need not have heard of what others did before

    [[nodiscard]] bool opens_by_word() const { return kind == "open" && !fields.empty(); }
};

// What must be true on every machine when all have met.
struct StoryEnd {
    int line = 0;
    std::string status;
    std::map<std::string, std::string> sums;  // of the ledger, in yuan: granted, paid, urgent, recovered, enforced
    std::vector<std::string> tasks;           // still open: their rules
    std::vector<std::string> late;            // limits that the story breaks
    std::map<std::string, int> papers;        // how many of each kind were made
    std::vector<std::pair<std::string, std::string>> says;   // a paper and what stands on one of that kind
    std::vector<std::pair<std::string, std::string>> lacks;  // and what stands on none
};

struct Story {
    std::string id, title;
    std::string filing;                          // the file of tests/data/cases that the kiosk files; none: told
    std::map<std::string, std::string> answers;  // JSON by code: instead of that file's
    domain::Date filed;
    std::vector<StoryAct> acts;
    StoryEnd end;
};

// "story": the file's name, the line, and what is wrong there.
[[nodiscard]] base::Result<Story> read_story(const std::filesystem::path& file);

}  // namespace courtyard::test
