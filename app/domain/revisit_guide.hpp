// What a caller has at hand: the rules of every call, what is asked, what each conclusion means (domain report, section
// 7). Words and data of the pack, rules/revisit.toml; when somebody is called says cases::revisit_plan().
#pragma once

#include <string>
#include <vector>

#include "app/domain/contact_rule.hpp"

namespace courtyard::domain {

struct RevisitQuestion {
    std::string id, ask;
    std::string field;  // of form F7: the field of "revisit_made" that the answer goes to
};
struct RevisitSaying {
    std::string id, say;  // a row of the plan ("R0"), a conclusion ("O3"), what an attempt came to ("no_answer")
};

// What is said first, line by line, with {court} {staff} {applicant} {word} {own_word}: cases::call_script() fills it.
struct CallScript {
    std::vector<std::string> rules;
    std::vector<std::string> relay;    // to whoever passes on a word
    std::vector<std::string> opening;  // while nobody knows who listens
    std::vector<std::string> known;    // to nobody but the person
};

struct RevisitGuide {
    std::vector<std::string> rules;  // of every call, in this order
    CallScript open;                 // to somebody who asked for no care
    CallScript quiet;                // to somebody whom a call can hurt: says nothing of the court before `known`
    std::vector<RevisitQuestion> questions;
    std::vector<RevisitSaying> plan, outcomes, tries;
    ContactWords contact;
};

}  // namespace courtyard::domain
