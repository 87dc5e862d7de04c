// The pack has words for everything that the table of acts knows.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/cases/act_table.hpp"
#include "app/flow/case_desk.hpp"
#include "app/flow/lead_desk.hpp"
#include "tests/unit/screens/field_stage.hpp"

using namespace courtyard;

namespace {

bool knows(const std::string& key) { return test::demo_pack().words.has(key); }

// As the screens look for it: the kind's own word, else the one that kinds share.
bool has_word(std::string_view kind, const std::string& what) {
    return knows("act." + std::string(kind) + "." + what) || knows("act." + what);
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        out.emplace_back(text.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

}  // namespace

TEST_CASE("every act, field and choice has words") {
    for (const cases::ActRule& rule : cases::act_table()) {
        const std::string kind(rule.kind);
        CHECK_MESSAGE(knows("act." + kind + ".title"), kind);
        CHECK_MESSAGE(knows("act." + kind + ".button"), kind);
        for (const cases::FieldRule& field : rule.fields) {
            const std::string name(field.name);
            if (field.type == cases::FieldType::Data) continue;
            CHECK_MESSAGE(has_word(kind, "field." + name), (kind + "." + name));
            for (const std::string& word : split(field.choices))
                CHECK_MESSAGE(has_word(kind, "choice." + name + "." + word), (kind + "." + name + "." + word));
        }
    }
    for (const cases::FieldRule& field : cases::common_fields())
        CHECK_MESSAGE(has_word("", "field." + std::string(field.name)), field.name);
    for (const char* each : {"guardian", "agent", "disputed"})
        CHECK(knows("field.case.acting." + std::string(each)));
    // The control: what no table knows has none.
    CHECK_FALSE(has_word("case_opened", "field.nothing"));
    CHECK_FALSE(has_word("joined", "choice.as.king"));
}

TEST_CASE("a title names what is to be done and not that it is done: it heads the form as well as the record") {
    std::vector<std::string> kinds{"year_sent"};
    for (const cases::ActRule& rule : cases::act_table())
        if (!flow::is_made_by_program(rule.kind)) kinds.emplace_back(rule.kind);
    for (const std::string& kind : kinds) {
        const std::string title = test::demo_pack().words.text("act." + kind + ".title");
        CHECK_MESSAGE(title.find("已") == std::string::npos, title);
    }
}

TEST_CASE("taking back what was just signed has another word than an applicant who takes the application back") {
    const pack::Words& words = test::demo_pack().words;
    constexpr const char* kTakenBack = "撤回";
    CHECK(words.text("act.withdrawn.title").find(kTakenBack) != std::string::npos);
    for (const char* key : {"field.undo.words", "field.undo.button", "field.act.promise", "help.keys.common"})
        CHECK_MESSAGE(words.text(key).find(kTakenBack) == std::string::npos, key);
}

TEST_CASE("every step with a lead, its fields, its states and what its sender hears have words") {
    std::vector<std::string> kinds{std::string(flow::kLeadNoted)};
    for (std::size_t i = 0; i < cases::kLeadMoveNames.size(); ++i)
        kinds.push_back(flow::lead_kind(static_cast<cases::LeadMove>(i)));
    const flow::LeadRow row;
    for (const std::string& kind : kinds) {
        CHECK_MESSAGE(knows("act." + kind + ".title"), kind);
        CHECK_MESSAGE(knows("act." + kind + ".button"), kind);
        const auto form = flow::lead_form(kind, &row, {});
        REQUIRE(form);
        for (const flow::FormField& field : form->spec().fields)
            CHECK_MESSAGE(has_word(kind, "field." + field.name), (kind + "." + field.name));
    }
    for (const std::string_view state : cases::kLeadStateNames)
        CHECK_MESSAGE(knows("field.lead.state." + std::string(state)), state);
    for (const char* said : {"received", "told", "applied", "closed"})
        CHECK_MESSAGE(knows(std::string("field.lead.answer.") + said), said);
    for (const char* code : {"lead.closed", "lead.words", "lead.application", "lead.payload", "lead.unknown"})
        CHECK_MESSAGE(knows(std::string("fact.") + code), code);
    CHECK_FALSE(has_word("lead_noted", "field.nothing"));  // the control
}

TEST_CASE("no act has a field that a person must fill in and cannot see") {
    for (const cases::ActRule& rule : cases::act_table())
        for (const cases::FieldRule& field : rule.fields)
            if (flow::is_filled_by_program(field) && field.need == cases::Need::Must && field.kept != cases::Kept::Made)
                CHECK_MESSAGE((rule.kind == "vote_cast" || flow::is_made_by_program(rule.kind)),
                              (std::string(rule.kind) + "." + std::string(field.name)));
}
