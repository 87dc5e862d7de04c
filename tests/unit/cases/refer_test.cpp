// Which help fits, whom to ask first, and what a body may be told.
#include "app/cases/refer.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace courtyard;
using namespace courtyard::cases;

namespace {

domain::Door door(const char* id, std::vector<std::string> bodies, std::vector<std::string> share,
                  const char* because) {
    domain::Door one;
    one.id = id;
    one.bodies = std::move(bodies);
    one.share = std::move(share);
    one.because.push_back({*domain::Expression::parse(because), "因为"});
    return one;
}

domain::DoorCatalogue catalogue() {
    domain::DoorCatalogue all;
    all.doors.push_back(door("N01", {"civil_affairs"}, {"F1.01", "F1.09", "F1.52"}, "has(H, \"H6\")"));
    all.doors.push_back(door("N06", {"medical", "hospital"}, {"F1.01", "F1.43"}, "has(needs, \"sick\")"));
    all.doors.push_back(door("N21", {}, {}, "G1 == \"yes\""));
    all.needs.push_back({"sick", "有人生病", *domain::Expression::parse("F1.43 > 0")});
    return all;
}

AidCase with_consent(std::initializer_list<const char*> bodies) {
    AidCase aid;
    for (const char* body : bodies)
        aid.care.consents.emplace(body, aid.id);
    return aid;
}

domain::ContactWords contact_words() {
    domain::ContactWords words;
    words.ways = {{"随时可以", true, {}, "", false, true}, {"只由本人接", true, {}, "只跟本人说。", false, true}};
    return words;
}

std::string refusal_code(const Verdict& verdict) { return verdict ? verdict->code : "fine"; }

}  // namespace

TEST_CASE("only what an item lists is told, to its own bodies, after consent") {
    const auto all = catalogue();
    const AidCase aid = with_consent({"civil_affairs"});
    const auto ask = [&](const char* item, const char* body, std::vector<std::string> shared) {
        return refusal_code(may_share(all, contact_words(), aid, item, body, shared));
    };
    CHECK(ask("N01", "civil_affairs", {"F1.01", "F1.09"}) == "fine");
    CHECK(ask("N01", "civil_affairs", {"F1.01", "F1.71"}) == "refer.shared");
    CHECK(ask("N01", "civil_affairs", {"F1.80"}) == "refer.never");
    CHECK(ask("N01", "civil_affairs", {"F1.11a"}) == "refer.never");
    CHECK(ask("N01", "medical", {"F1.01"}) == "refer.body");
    CHECK(ask("N06", "medical", {"F1.01"}) == "refer.consent");
    CHECK(ask("N21", "police", {"F1.01"}) == "refer.item");
    CHECK(ask("N99", "police", {"F1.01"}) == "refer.item");
}

TEST_CASE("no body gets a telephone number of somebody who said how to be reached") {
    AidCase aid = with_consent({"civil_affairs"});
    const auto all = catalogue();
    const std::vector<std::string> phone{"F1.09"};
    const auto ask = [&] { return refusal_code(may_share(all, contact_words(), aid, "N01", "civil_affairs", phone)); };
    CHECK(ask() == "fine");
    aid.contact.rule = "随时可以";  // as cases of before hold it
    CHECK(ask() == "fine");
    CHECK(sharable(all.doors[0], contact_words(), aid) == std::vector<std::string>{"F1.01", "F1.09", "F1.52"});
    for (const char* rule : {"只由本人接", "只在上午打"}) {
        aid.contact.rule = rule;
        CHECK(ask() == "refer.phone");
        CHECK(sharable(all.doors[0], contact_words(), aid) == std::vector<std::string>{"F1.01", "F1.52"});
    }
    aid.contact = {};
    aid.contact.hide = {"配偶"};
    CHECK(ask() == "refer.phone");
}

TEST_CASE("a number at which nobody finds the person is told to no body, whatever they agreed to") {
    AidCase aid = with_consent({"civil_affairs"});
    const auto all = catalogue();
    const auto ask = [&](const char* code) {
        return refusal_code(
            may_share(all, contact_words(), aid, "N01", "civil_affairs", std::vector<std::string>{code}));
    };
    CHECK(ask("F1.09") == "fine");  // the control
    for (const char* lost : {"wrong_number", "moved", "died"}) {
        aid.contact.lost = lost;
        CHECK(ask("F1.09") == "refer.lost");
        CHECK(ask("F1.01") == "fine");
        CHECK(sharable(all.doors[0], contact_words(), aid) == std::vector<std::string>{"F1.01", "F1.52"});
    }
    aid.contact.lost.clear();  // a new one was told
    CHECK(ask("F1.09") == "fine");
}

TEST_CASE("what fits stands first, with whom to ask; what is asked or done is said") {
    const auto all = catalogue();
    AidCase aid = with_consent({"medical"});
    const auto list = suggest(all, {}, {}, {"sick"}, aid);
    REQUIRE(list.size() == 2);  // nobody is referred through a door without bodies
    CHECK(list[0].door->id == "N06");
    CHECK(list[0].fits());
    CHECK(list[0].agreed == std::vector<std::string>{"medical"});
    CHECK(list[0].to_ask == std::vector<std::string>{"hospital"});
    CHECK_FALSE(list[1].fits());

    Referral sent;
    sent.by = aid.id;
    sent.item = "N01";
    sent.body = "civil_affairs";
    aid.care.referrals.push_back(sent);
    CHECK(suggest(all, {}, {}, {"sick"}, aid)[1].asked.size() == 1);
    aid.care.referrals.back().state = Referral::State::Done;
    CHECK(suggest(all, {}, {}, {"sick"}, aid).size() == 1);
    aid.care.referrals.back().state = Referral::State::Refused;
    CHECK(suggest(all, {}, {}, {"sick"}, aid)[1].to_ask.size() == 1);
}
