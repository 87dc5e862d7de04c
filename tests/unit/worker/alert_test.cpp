// Rule RS: the alert arrives, looks like any other record on its way, and is looked after once for all laptops.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <optional>

#include <nlohmann/json.hpp>

#include "app/worker/alerting.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/letters.hpp"
#include "sync/seal/record.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;

namespace {

using test::small_court::kNow;

std::vector<seal::Header> waiting(worker::Machine& machine) {
    std::vector<seal::Header> headers;
    const std::vector<store::OutboxRow> rows = machine.store().outbox.list(100).value();
    for (const store::OutboxRow& row : rows)
        headers.push_back(*seal::parse_header(*machine.store().outbox.record(row.parcel.id)));
    return headers;
}

}  // namespace

TEST_CASE("an alert arrives with place, part of the day and nothing else, before everything and until looked after") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const auto judge = court.laptop("钟法官", mail::Role::Judge);
    const auto registrar = court.laptop("宣书记", mail::Role::Registrar);
    court.file(*kiosk);
    std::string contact = "13800000001";
    const auto raised = worker::raise_alert(*kiosk, contact, kNow, court.random);
    REQUIRE_MESSAGE(raised.has_value(), raised.error().message);
    CHECK(contact.find('1') == std::string::npos);  // wiped
    court.carry(*kiosk, {judge.get(), registrar.get()});

    const auto list = worker::list_alerts(*judge);
    REQUIRE_MESSAGE(list.has_value(), list.error().message);
    REQUIRE(list->size() == 1);
    const worker::AlertEntry& alert = list->front();
    CHECK(alert.id == *raised);
    CHECK(alert.said == worker::AlertPayload{"RS", "云坞村共享法庭", "2026-11-23", "afternoon", "13800000001"});
    CHECK_FALSE(alert.looked_after);
    // It is no application, and nobody can answer it as one.
    CHECK(worker::list_inbox(*judge)->size() == 1);
    CHECK_FALSE(worker::show_application(*judge, alert.id.text()).has_value());

    const auto after = worker::look_after_alert(*judge, alert.id.text().substr(0, 8), "妇联已上门", kNow, court.random);
    REQUIRE_MESSAGE(after.has_value(), after.error().message);
    CHECK(worker::list_alerts(*judge)->front().looked_after->by == "钟法官");
    CHECK_FALSE(worker::list_alerts(*registrar)->front().looked_after);
    court.carry(*judge, {registrar.get()});
    REQUIRE(worker::list_alerts(*registrar)->front().looked_after);
    CHECK(worker::list_alerts(*registrar)->front().looked_after->text == "妇联已上门");
}

TEST_CASE("on disk and on the wire an alert is like an application: same class, same recipient, nothing in clear") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    std::string contact;
    const auto raised = worker::raise_alert(*kiosk, contact, kNow, court.random);
    REQUIRE(raised);
    // As they are filed at a kiosk, with what was answered before and without.
    court.file(*kiosk);
    for (const char* name : {"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T10", "T11", "T12"}) {
        std::ifstream stream(std::string("tests/data/cases/") + name + ".json");
        const nlohmann::ordered_json one = nlohmann::ordered_json::parse(stream);
        court.file(
            *kiosk,
            nlohmann::ordered_json{{"answers", one.at("application")}, {"screening", one.at("screening")}}.dump());
    }
    std::map<seal::SizeClass, int> classes;
    std::optional<seal::Header> alert;
    for (const seal::Header& header : waiting(*kiosk)) {
        if (header.id == *raised)
            alert = header;
        else
            ++classes[header.size_class];
    }
    REQUIRE(alert);
    // One of another class would stand out.
    CHECK(classes[alert->size_class] > 0);
    CHECK(alert->recipient == waiting(*kiosk).front().recipient);
    CHECK(alert->suite == waiting(*kiosk).front().suite);
    const auto on_a_laptop =
        worker::raise_alert(*court.laptop("钟法官", mail::Role::Judge), contact, kNow, court.random);
    REQUIRE_FALSE(on_a_laptop.has_value());
    CHECK(on_a_laptop.error().code == "filing.kind");
}

TEST_CASE("only who reads the intake sees alerts, by an id that is one") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const auto judge = court.laptop("钟法官", mail::Role::Judge);
    CHECK(worker::list_alerts(*kiosk).error().code == "inbox.role");
    const auto code = [&](std::string_view id, std::string_view how) {
        const auto said = worker::look_after_alert(*judge, id, how, kNow, court.random);
        return said ? std::string("ok") : said.error().code;
    };
    CHECK(code("ab", "") == "inbox.short");
    CHECK(code("abcdef", "") == "inbox.unknown");
    CHECK(code("abcdef", std::string("\xff")) == "answer.text");
    const worker::Receipt filed = court.file(*kiosk);
    court.carry(*kiosk, {judge.get()});
    CHECK(code(filed.record_id().text(), "") == "inbox.unknown");  // an application is no alert
    CHECK(worker::list_alerts(*judge)->empty());
}

TEST_CASE("what a helper typed and the applicant confirmed alone arrives as such") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const auto judge = court.laptop("钟法官", mail::Role::Judge);
    for (const bool alone : {true, false}) {
        worker::Submission submission = test::SmallCourt::submission(*kiosk);
        submission.helper_typed = {"F1.01", "F1.71"};
        submission.confirmed_alone = alone;
        const auto receipt = worker::file(*kiosk, submission, kNow, court.random);
        REQUIRE(receipt.has_value());
        court.carry(*kiosk, {judge.get()});
        const auto shown = worker::show_application(*judge, receipt->record_id().text());
        REQUIRE(shown.has_value());
        const auto parts = worker::read_application_parts(shown->payload);
        CHECK(parts->helper_typed == std::vector<std::string>{"F1.01", "F1.71"});
        CHECK(parts->confirmed_alone == alone);
    }
}
