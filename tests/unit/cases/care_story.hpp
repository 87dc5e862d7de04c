// Stories of what follows the money. The shortest way there: a case that was not filed and is referred.
#pragma once

#include "app/cases/next_tasks.hpp"
#include "tests/unit/cases/story.hpp"

namespace courtyard::test {

using Lines = std::vector<std::string>;

inline cases::Fields refer_to(const char* body, const char* item = "N04", const char* shared = "F1.01") {
    return {{"item", text(item)}, {"body", text(body)}, {"asks", text("请看看能不能帮")}, {"shared", Lines{shared}}};
}

inline cases::Fields revisit(const char* plan, Lines conclusions) {
    return {{"plan", text(plan)},       {"way", text("phone")}, {"spoke_with", text("applicant")},
            {"asked_for_fee", false},   {"unsafe", false},      {"conclusions", std::move(conclusions)},
            {"used_for", Lines{"看病"}}};
}

class CareStory : public Story {
public:
    explicit CareStory(std::uint64_t seed = 1) : Story(seed) {}

    void not_filed() {
        open();
        for (const char* name : {"judge", "caller", "leader"})
            act("registrar", "joined", {{"person", id(name)}, {"as", text(name[0] == 'j' ? "handler" : name)}});
        act("registrar", "department_asked", {{"department", text("执行局")}});
        act("registrar", "not_filed", {{"reasons", text("不在本院")}});
        act("registrar", "served", {{"paper", text("not_filed")}, {"how", text("in_person")}, {"to", text("本人")}});
    }
    void consent(const char* body) {
        act("caller", "consent_given", {{"bodies", Lines{body}}, {"how", text("phone")}});
    }
    cases::FactId referred(const char* body) {
        not_filed();
        consent(body);
        return act("caller", "referred", refer_to(body));
    }
};

// What is to be done next, by conclusion or code.
inline std::vector<std::string> next_codes(const cases::AidCase& folded) {
    std::vector<std::string> out;
    for (const cases::NextTask& task : cases::next_tasks(folded))
        out.push_back(task.outcome.empty() ? task.code : task.outcome);
    return out;
}

inline bool is_told(const std::vector<std::string>& codes, const std::string& wanted) {
    return std::find(codes.begin(), codes.end(), wanted) != codes.end();
}

}  // namespace courtyard::test
