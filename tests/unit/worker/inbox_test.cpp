// The judge's list: an emergency is marked and on top, and an application is found by what was typed of its id.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/worker/answering.hpp"
#include "app/worker/letters.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using Json = nlohmann::json;
using Status = domain::ApplicationStatus;

namespace {

using test::small_court::kNow;

std::string named(const worker::Machine& machine, const std::string& name, bool urgent) {
    Json application = Json::parse(machine.pack().example_json);
    application["F1.01"] = name;
    if (urgent) {
        application["F1.72"] = machine.pack().form.yes;
        application["F1.72a"] = "正在抢救";
    }
    return application.dump();
}

}  // namespace

TEST_CASE("what the form says is urgent is urgent at the judge's desk, and comes first until it is ended") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const auto judge = court.laptop("钟法官", mail::Role::Judge);
    court.file(*kiosk, named(*kiosk, "章绮禾", false));
    const worker::Receipt first = court.file(*kiosk, named(*kiosk, "毕䶮", true));
    const worker::Receipt second = court.file(*kiosk, named(*kiosk, "裘阿香", true));
    // The other way to say it: the screening alone.
    Json screened;
    screened["answers"] = Json::parse(named(*kiosk, "应𫖯安", false));
    screened["screening"]["G7"] = "yes";
    court.file(*kiosk, screened.dump());
    court.file(*kiosk, named(*kiosk, "华守田", false));
    court.carry(*kiosk, {judge.get()});

    const auto names = [&] {
        std::vector<std::string> list;
        const auto entries = worker::list_inbox(*judge).value();
        for (const worker::InboxEntry& entry : entries)
            list.push_back(entry.name + (entry.urgent ? "!" : ""));
        return list;
    };
    CHECK(names() == std::vector<std::string>{"应𫖯安!", "裘阿香!", "毕䶮!", "华守田", "章绮禾"});
    CHECK(worker::show_application(*judge, first.number())->entry.urgent);

    worker::AnswerRequest request;
    request.id = second.number();
    request.status = Status::NotFiled;
    request.text = "原案件不在本院";
    REQUIRE(worker::answer(*judge, request, kNow, court.random).has_value());
    request.id = first.number();
    request.status = Status::Received;
    request.text.clear();
    REQUIRE(worker::answer(*judge, request, kNow, court.random).has_value());
    // Seen is not ended.
    CHECK(names() == std::vector<std::string>{"应𫖯安!", "毕䶮!", "华守田", "裘阿香!", "章绮禾"});
}

TEST_CASE("too few characters of an id are named as such, and not as an application that is not there") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const auto judge = court.laptop("钟法官", mail::Role::Judge);
    const std::string id = court.file(*kiosk).record_id().text();
    court.carry(*kiosk, {judge.get()});
    for (std::size_t count = 0; count < worker::kIdPrefixMin; ++count) {
        const auto refused = worker::show_application(*judge, id.substr(0, count));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == "inbox.short");
        CHECK(refused.error().message.find("at least the first 4") != std::string::npos);
    }
    CHECK(worker::show_application(*judge, id.substr(0, worker::kIdPrefixMin)).has_value());
    CHECK(worker::show_application(*judge, std::string(id[0] == 'f' ? "0000" : "ffff")).error().code ==
          "inbox.unknown");
}
