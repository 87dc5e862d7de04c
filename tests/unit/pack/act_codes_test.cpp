#include "app/pack/act_codes.hpp"

#include "app/cases/coded_fields.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

TEST_CASE("every code of every field has words in the shipped pack, but the rows of a child's money") {
    std::size_t count = 0;
    for (const cases::ActRule& rule : cases::act_table())
        for (const cases::FieldRule& field : rule.fields)
            for (const auto& [code, say] : code_words(test::demo_pack().words, rule.kind, field)) {
                ++count;
                if (code != "S1") CHECK_MESSAGE(!say.empty(), rule.kind << "." << field.name << "=" << code);
            }
    CHECK(count > 150);
}

TEST_CASE("without words a code still stands, and what is offered is no code") {
    const cases::ActRule& rule = *cases::find_act("revisit_made");
    const cases::FieldRule& scores = *cases::find_field(rule, "scores");
    const CodeWords bare = code_words(Words{}, rule.kind, scores);
    REQUIRE(bare.size() == 20);
    CHECK(bare.front() == std::pair<std::string, std::string>{"food:0", ""});
    CHECK(code_words(test::demo_pack().words, rule.kind, scores).front().second == "吃 很难");
    const cases::FieldRule& used = *cases::find_field(rule, "used_for");
    CHECK(code_words(test::demo_pack().words, rule.kind, used).empty());
    CHECK(offered_words(test::demo_pack().words, rule.kind, used).front() == "看病");
    CHECK(offered_words(test::demo_pack().words, rule.kind, scores).empty());
}
