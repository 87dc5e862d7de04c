// Whoever applies for an organisation: its code instead of a card, and no questions that only a person can answer.
#include <doctest/doctest.h>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_codes.hpp"
#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;

TEST_CASE("after screening an organisation, the form asks for its code and for neither sex nor birth") {
    const domain::FormDefinition& form = test::walker_pack().form;
    const domain::Date today = domain::Date::parse("2026-11-23").value();
    const auto kind = domain::ApplicantKind::Self;
    flow::ScreeningWork screening;
    screening.done = true;
    screening.answered.insert("G1");
    screening.answers.g1 = domain::Reply::No;
    domain::Application application;
    static_cast<void>(flow::settle(application, form, kind, screening));
    const domain::Answer* document = application.find(flow::code::kDocument);
    REQUIRE(document != nullptr);
    CHECK(document->row()->at("type") == form.field("F1.06")->option_of_kind("organisation")->value);
    const auto asks = [&](const char* code) {
        return domain::is_asked(form, *form.field(code), application, today, kind);
    };
    CHECK(asks("F1.06"));
    for (const char* code : {"F1.03", "F1.04", "F1.05"})
        CHECK_FALSE(asks(code));
    // The control: a person is asked.
    screening.answers.g1 = domain::Reply::Yes;
    static_cast<void>(flow::settle(application, form, kind, screening));
    CHECK(application.find(flow::code::kDocument) == nullptr);
    for (const char* code : {"F1.03", "F1.05", "F1.06"})
        CHECK(asks(code));
}
