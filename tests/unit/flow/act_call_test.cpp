// Which acts are telephone calls to the person.
#include "app/flow/act_call.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/act_table.hpp"

using namespace courtyard;
using namespace courtyard::flow;

namespace {

ActDraft draft_of(std::string_view kind, std::string_view field = {}, const char* chosen = "") {
    ActDraft draft;
    draft.kind = kind;
    if (!field.empty()) draft.fields[std::string(field)].chosen = {chosen};
    return draft;
}

bool offers_phone(const cases::FieldRule& field) {
    const std::string all = " " + std::string(field.choices) + " ";
    return field.type == cases::FieldType::Choice && all.find(" phone ") != std::string::npos;
}

}  // namespace

TEST_CASE(
    "reported: whoever asks or tells the person by telephone is at a call in every act, and not in a revisit alone") {
    int by_phone = 0;
    for (const cases::ActRule& rule : cases::act_table()) {
        CAPTURE(rule.kind);
        const auto field = std::find_if(rule.fields.begin(), rule.fields.end(), offers_phone);
        if (field == rule.fields.end()) continue;
        ++by_phone;
        if (rule.kind == "referral_told") continue;  // of a referral somebody else may be told: below
        CHECK(is_call(draft_of(rule.kind), nullptr));
        CHECK(is_call(draft_of(rule.kind, field->name, "phone"), nullptr));
        // The control: done in another way it is none. A visit of the plan keeps what was agreed on.
        const bool visits = rule.kind == "revisit_made" || rule.kind == "revisit_tried";
        for (const char* other : {"visit", "post", "signed", "in_person"})
            CHECK(is_call(draft_of(rule.kind, field->name, other), nullptr) == visits);
    }
    CHECK(by_phone >= 7);
    for (const char* kind : {"money_confirmed", "promise_confirmed", "promise_disputed"})
        CHECK(is_call(draft_of(kind), nullptr));
    for (const char* by : {"applicant", "guardian", "agent", "heir"})
        CHECK(is_call(draft_of("money_confirmed", "by", by), nullptr));
    for (const char* by : {"bank", "nobody"})
        CHECK_FALSE(is_call(draft_of("money_confirmed", "by", by), nullptr));
    for (const char* kind : {"promise_claimed", "promise_overridden", "alert_handled", "pay_ordered", "remarked"})
        CHECK_FALSE(is_call(draft_of(kind), nullptr));
}

TEST_CASE("that a body said no is told to the person, and that its help is not wanted to the body") {
    using State = cases::Referral::State;
    CaseView view;
    view.folded.care.referrals.resize(2);
    view.folded.care.referrals[0].by.bytes[0] = 1;
    cases::Referral& one = view.folded.care.referrals[1];
    one.by.bytes[0] = 2;
    ActDraft draft = draft_of("referral_told", "referral", one.by.text().c_str());
    for (const State state : {State::Refused, State::Revoked, State::Sent}) {
        one.state = state;
        CHECK(is_call(draft, &view) == (state == State::Refused));
    }
    one.state = State::Refused;
    draft.fields["how"].chosen = {"phone"};
    CHECK(is_call(draft, &view));
    one.ended.emplace();  // nobody waits for it any more: the body hears that
    CHECK_FALSE(is_call(draft, &view));
    one.ended.reset();
    for (const char* how : {"letter", "visit", "electronic"}) {  // the control
        draft.fields["how"].chosen = {how};
        CHECK_FALSE(is_call(draft, &view));
    }
    CHECK_FALSE(is_call(draft_of("referral_told"), &view));  // nobody knows yet who is told
    CHECK_FALSE(is_call(draft_of("referral_told", "referral", one.by.text().c_str()), nullptr));
}
