// Money in the hands of somebody who may have done the harm (section 2.5, row RS).
#include "app/worker/pay_cautions.hpp"

#include <doctest/doctest.h>

#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using Why = flow::PayCaution::Why;

namespace {

std::string field_text(const char* words) { return words; }

struct Child {
    cases::AidCase folded;
    std::vector<cases::Fact> facts;

    explicit Child(const std::string& answers) {
        cases::Fact opening;
        opening.kind = "case_opened";
        opening.fields = {{"applicant", field_text("童小满")}, {"answers", answers}};
        facts.push_back(opening);
        folded.applicant = "童小满";
    }
    [[nodiscard]] std::string refusal(const char* kind, const char* payee, const char* despite = "") const {
        cases::Fact fact;
        fact.kind = kind;
        fact.fields = {{"payee", field_text(payee)}};
        if (*despite != 0) fact.fields["despite"] = field_text(despite);
        const auto no = refused_by_caution(pack::test::demo_pack(), facts, folded, fact);
        return no ? no->code : "";
    }
};

std::string with(const char* said, const char* opponent) {
    return "{\"F1.01\":\"童小满\",\"F1.20\":{\"姓名\":\"童大山\",\"关系\":\"父亲\",\"证件号码\":\"暂无\"},\"F1.20a\":"
           "\"" +
           field_text(said) + "\",\"F1.35\":\"" + field_text(opponent) + "\"}";
}

}  // namespace

TEST_CASE("of a guardian who is called as the other party no account, order or urgent money is taken") {
    const Child child(with("否", "薛某，童大山"));
    for (const char* kind : {"account_given", "pay_ordered", "urgent_paid"}) {
        CHECK(child.refusal(kind, "童大山") == "pay.offender");
        CHECK(child.refusal(kind, "童大山", "核实过") == "pay.offender");
        CHECK(child.refusal(kind, "薛某") == "pay.offender");
        CHECK(child.refusal(kind, "童小满").empty());
        CHECK(child.refusal(kind, "何阿婆").empty());
    }
    CHECK(child.refusal("remarked", "童大山").empty());
}

TEST_CASE("of whom the form says that they did the harm, or does not know, a reason is asked") {
    const Child said(with("是", "不清楚")), unsure(with("不知道", "不清楚")), proper(with("否", "不清楚"));
    CHECK(said.refusal("pay_ordered", "童大山") == "field.despite");
    CHECK(said.refusal("pay_ordered", "童大山", "派出所核实，不是他").empty());
    CHECK(unsure.refusal("account_given", "童大山") == "field.despite");
    CHECK(proper.refusal("account_given", "童大山").empty());  // the control
    const auto& pack = pack::test::demo_pack();
    REQUIRE(pay_cautions(pack, said.facts, said.folded).size() == 1);
    CHECK(pay_cautions(pack, said.facts, said.folded).front().why == Why::Said);
    CHECK(pay_cautions(pack, unsure.facts, unsure.folded).front().why == Why::Unsure);
    CHECK(pay_cautions(pack, proper.facts, proper.folded).empty());
}

TEST_CASE("who must not know of it is not paid unasked") {
    Child child("{\"F1.01\":\"童小满\"}");
    child.folded.contact.hide = {"童大山、何某"};
    CHECK(child.refusal("pay_ordered", "童大山") == "field.despite");
    CHECK(child.refusal("pay_ordered", "何某") == "field.despite");
    CHECK(child.refusal("pay_ordered", "童小山").empty());
}

TEST_CASE("an applicant who shares the other party's name is paid") {
    const Child child(with("否", "童小满"));
    CHECK(child.refusal("pay_ordered", "童小满").empty());
}
