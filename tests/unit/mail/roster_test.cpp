#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

#include "sync/seal/signed_document.hpp"
#include "tests/support/mail_court.hpp"

using namespace courtyard;
using namespace courtyard::mail;

TEST_CASE("a roster comes back from its text, and its text from it") {
    const test::MailCourt court;
    const auto text = print_roster(court.roster);
    REQUIRE(text.has_value());
    const auto back = parse_roster(*text);
    REQUIRE_MESSAGE(back.has_value(), back.error().message);
    CHECK(*back == court.roster);
    Roster shuffled = court.roster;
    std::reverse(shuffled.machines.begin(), shuffled.machines.end());
    std::reverse(shuffled.persons.begin(), shuffled.persons.end());
    CHECK(*print_roster(shuffled) == *text);
}

TEST_CASE("any other spelling of a roster is refused") {
    const test::MailCourt court;
    const std::string text = *print_roster(court.roster);
    const auto code = [](const std::string& changed) { return parse_roster(changed).error().code; };
    CHECK(code("") == "roster.json");
    CHECK(code("[]") == "roster.json");
    CHECK(code("{}") == "roster.json");
    CHECK(code(text + " ") == "roster.json");
    CHECK(code(" " + text) == "roster.json");
    CHECK(code(text.substr(0, text.size() - 1)) == "roster.json");
    CHECK(code("{\"extra\":1," + text.substr(1)) == "roster.json");
    CHECK(code("{\"court\":\"330199\"," + text.substr(1)) == "roster.json");  // a key twice
    CHECK(code(std::string(100, '[') + std::string(100, ']')) == "roster.json");
    CHECK(code("{\"a\":[[[[[[1]]]]]]}") == "roster.json");
    const auto at = text.find("\"version\":1");
    REQUIRE(at != std::string::npos);
    for (const char* number : {"0", "-1", "1.0", "1e0", "99999999999", "\"1\"", "null"}) {
        CAPTURE(number);
        std::string changed = text;
        changed.replace(at + 10, 1, number);
        CHECK_FALSE(parse_roster(changed).has_value());
    }
    for (std::size_t i = 0; i < text.size(); i += 7) {  // cut anywhere
        REQUIRE_FALSE(parse_roster(std::string_view(text).substr(0, i)).has_value());
    }
}

TEST_CASE("a roster that makes no sense is refused, and the sentence names whom") {
    const test::MailCourt court;
    const auto code = [&](auto change) {
        Roster roster = court.roster;
        change(roster);
        const auto checked = check_roster(roster);
        return checked ? std::string("fine") : checked.error().code;
    };
    CHECK(code([](Roster&) {}) == "fine");
    CHECK(code([](Roster& r) { r.court = "Court"; }) == "roster.court");
    CHECK(code([](Roster& r) { r.name = ""; }) == "roster.court");
    CHECK(code([](Roster& r) { r.name = "a\nb"; }) == "roster.court");
    CHECK(code([](Roster& r) { r.version = 0; }) == "roster.version");
    CHECK(code([](Roster& r) { r.hub_keys.clear(); }) == "roster.keys");
    CHECK(code([](Roster& r) { r.hub_keys.push_back(r.hub_keys[0]); }) == "roster.keys");
    CHECK(code([](Roster& r) { r.intake.clear(); }) == "roster.keys");
    CHECK(code([](Roster& r) { r.intake.push_back(r.intake[0]); }) == "roster.keys");
    CHECK(code([](Roster& r) { r.intake[0].epoch = 0; }) == "roster.keys");
    CHECK(code([](Roster& r) { std::swap(r.persons[0], r.persons[1]); }) == "roster.person");
    CHECK(code([](Roster& r) { r.persons[0].name = std::string(121, 'x'); }) == "roster.person");
    CHECK(code([](Roster& r) { r.persons[1].sign_key = r.persons[0].sign_key; }) == "roster.person");
    CHECK(code([](Roster& r) { std::swap(r.machines[0], r.machines[1]); }) == "roster.machine");
    CHECK(code([](Roster& r) { r.machines[0].tls_spki = r.machines[1].tls_spki; }) == "roster.machine");
    CHECK(code([](Roster& r) { r.machines[0].sign_key = r.machines[1].sign_key; }) == "roster.machine");
    CHECK(code([](Roster& r) { r.persons.erase(r.persons.begin()); }) == "roster.machine");  // a laptop of nobody
    CHECK(code([](Roster& r) {
              for (Machine& machine : r.machines)
                  machine.site = machine.kind == MachineKind::Kiosk ? "" : machine.site;
          }) == "roster.machine");
    CHECK(code([](Roster& r) {
              for (Machine& machine : r.machines) {
                  if (machine.kind == MachineKind::Laptop) machine.site = "somewhere";
              }
          }) == "roster.machine");
    Roster bad_name = court.roster;
    bad_name.persons[0].name = "\xff\xfe";
    CHECK(print_roster(bad_name).error().code == "roster.json");
}

TEST_CASE("a signed roster opens under its court's root alone, with one version") {
    test::MailCourt court;
    const base::Bytes file = court.signed_roster();
    const auto opened = open_roster(file, court.root.public_key());
    REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
    CHECK(*opened == court.roster);
    CHECK_FALSE(open_roster(file, court.answer_key.public_key()).has_value());
    for (std::size_t at = 0; at < file.size(); at += 13) {
        base::Bytes changed = file;
        changed[at] ^= 1;
        REQUIRE_FALSE(open_roster(changed, court.root.public_key()).has_value());
    }
    const auto text = print_roster(court.roster);
    const auto other =
        seal::sign_document({seal::DocumentKind::Roster, 2, test::kNow, base::to_bytes(*text)}, court.root);
    REQUIRE(other.has_value());
    CHECK(open_roster(*other, court.root.public_key()).error().code == "roster.version");
}

TEST_CASE("who may do what: every cell") {
    test::MailCourt court;
    struct Row {
        const char* machine;
        bool append_intake, read_intake, append_public, read_public, cases;
    };
    constexpr Row kRows[] = {
        {"kiosk", true, false, false, true, false}, {"registrar", true, true, true, true, true},
        {"judge", true, true, true, true, true},    {"committee", true, false, false, true, true},
        {"caller", true, false, false, true, true}, {"leader", true, false, false, true, true},
    };
    const MailboxName intake{"330199", Box::Intake}, notices{"330199", Box::Public}, cases{"330199", Box::Cases};
    for (const Row& row : kRows) {
        CAPTURE(row.machine);
        Machine machine = court.machines.at(row.machine).machine;
        const auto allows = [&](Action action, const MailboxName& box) {
            return may(court.roster, machine, action, box);
        };
        CHECK(allows(Action::Append, intake) == row.append_intake);
        CHECK(allows(Action::Read, intake) == row.read_intake);
        CHECK(allows(Action::Append, notices) == row.append_public);
        CHECK(allows(Action::Read, notices) == row.read_public);
        CHECK(allows(Action::Append, cases) == row.cases);
        CHECK(allows(Action::Read, cases) == row.cases);
        for (const Action action : {Action::Append, Action::Read}) {
            for (const Box box : kBoxes)
                CHECK_FALSE(allows(action, {"330100", box}));
        }
        Roster with_revoked = court.roster;  // the person of a laptop is revoked, the laptop is not
        for (Person& person : with_revoked.persons)
            person.standing = Standing::Revoked;
        machine.standing = Standing::Revoked;
        for (const Action action : {Action::Append, Action::Read}) {
            for (const Box box : kBoxes)
                CHECK_FALSE(allows(action, {"330199", box}));
        }
        machine.standing = Standing::Active;
        if (machine.kind == MachineKind::Laptop) {
            for (const Action action : {Action::Append, Action::Read}) {
                for (const Box box : kBoxes)
                    CHECK_FALSE(may(with_revoked, machine, action, {"330199", box}));
            }
        }
    }
}

TEST_CASE("a partner body reads its own mailbox, answers and hands over, and nothing else") {
    test::MailCourt court;
    Roster roster = court.roster;
    const auto make_partner = [&roster, &court](const char* machine, const char* body) -> Person& {
        const auto id = court.machines.at(machine).machine.person;
        Person& person = *std::find_if(roster.persons.begin(), roster.persons.end(),
                                       [&](const Person& each) { return each.id == id; });
        person.role = Role::Partner;
        person.body = body;
        return person;
    };
    Person& civil = make_partner("caller", "civil_affairs");
    make_partner("leader", "medical_insurance");
    REQUIRE(check_roster(roster).has_value());
    const auto text = print_roster(roster);
    REQUIRE(text.has_value());
    CHECK(parse_roster(*text).value() == roster);
    CHECK(text->find("\"body\":\"civil_affairs\"") != std::string::npos);
    CHECK(print_roster(court.roster)->find("\"body\"") == std::string::npos);

    const MailboxName own{"330199", Box::Body, "civil_affairs"}, other{"330199", Box::Body, "medical_insurance"},
        nobody{"330199", Box::Body, "education"};
    const auto allows = [&](const char* machine, Action action, const MailboxName& box) {
        return may(roster, court.machines.at(machine).machine, action, box);
    };
    CHECK(allows("caller", Action::Read, own));
    CHECK(allows("caller", Action::Append, {"330199", Box::Cases}));
    CHECK(allows("caller", Action::Append, {"330199", Box::Intake}));
    for (const Box box : kBoxes)
        CHECK_FALSE(allows("caller", Action::Read, {"330199", box}));
    CHECK_FALSE(allows("caller", Action::Append, {"330199", Box::Public}));
    for (const Action action : {Action::Append, Action::Read}) {
        CHECK_FALSE(allows("caller", action, other));
        CHECK_FALSE(allows("caller", action, nobody));
        CHECK_FALSE(allows("kiosk", action, own));
        CHECK_FALSE(allows("judge", action, nobody));
        CHECK_FALSE(allows("judge", action, {"330100", Box::Body, "civil_affairs"}));
    }
    CHECK_FALSE(allows("caller", Action::Append, own));
    for (const char* staff : {"registrar", "judge", "committee"}) {
        CHECK(allows(staff, Action::Append, own));
        CHECK_FALSE(allows(staff, Action::Read, own));
    }
    CHECK(find_partner(roster, "civil_affairs") == &civil);
    CHECK(find_partner(roster, seal::key_id(civil.seal_key)) == &civil);
    civil.standing = Standing::Revoked;
    CHECK_FALSE(allows("caller", Action::Read, own));
    CHECK_FALSE(allows("judge", Action::Append, own));
    CHECK(find_partner(roster, "civil_affairs") == nullptr);
}

TEST_CASE("a partner, and nobody else, is of a body; no body has two") {
    test::MailCourt court;
    const auto code = [&court](Role role, const char* body, const char* second = nullptr) {
        Roster roster = court.roster;
        roster.persons[0].role = role;
        roster.persons[0].body = body;
        if (second != nullptr) {
            roster.persons[1].role = Role::Partner;
            roster.persons[1].body = second;
        }
        const auto checked = check_roster(roster);
        return checked ? std::string("fine") : checked.error().code;
    };
    CHECK(code(Role::Partner, "civil_affairs") == "fine");
    CHECK(code(Role::Partner, "") == "roster.body");
    CHECK(code(Role::Partner, "Civil") == "roster.body");
    CHECK(code(Role::Partner, "a/b") == "roster.body");
    CHECK(code(Role::Partner, "abcdefghijklmnopqrstu") == "roster.body");
    CHECK(code(Role::Judge, "civil_affairs") == "roster.body");
    CHECK(code(Role::Partner, "civil_affairs", "education") == "fine");
    CHECK(code(Role::Partner, "civil_affairs", "civil_affairs") == "roster.body");
    Roster long_name = court.roster;  // with a code of 16 letters the mailbox's name would not fit
    long_name.court = "0123456789abcdef";
    long_name.persons[0].role = Role::Partner;
    long_name.persons[0].body = "civil_affairs";
    CHECK(check_roster(long_name).error().code == "roster.body");
}

TEST_CASE("the mailbox of a body has one name, and no other is read") {
    const MailboxName body{"330199", Box::Body, "civil_affairs"};
    CHECK(body.text() == "330199/body_civil_affairs");
    CHECK(MailboxName::parse(body.text()).value() == body);
    for (const char* wrong : {"330199/body_", "330199/body", "330199/body_A", "330199/body_a/b", "330199/body_a b",
                              "330199/body_abcdefghijklmnopqrstu", "330199/intake_a", "330199/bodya"})
        CHECK_MESSAGE(MailboxName::parse(wrong).error().code == "mail.mailbox", wrong);
}

TEST_CASE("machines, persons and intake keys are found by what names them") {
    const test::MailCourt court;
    for (const Machine& machine : court.roster.machines) {
        CHECK(find_machine(court.roster, machine.id) == &machine);
        CHECK(find_machine_by_tls(court.roster, machine.tls_spki) == &machine);
    }
    for (const Person& person : court.roster.persons)
        CHECK(find_person(court.roster, person.id) == &person);
    CHECK(find_machine(court.roster, {}) == nullptr);
    CHECK(find_machine_by_tls(court.roster, {}) == nullptr);
    CHECK(find_person(court.roster, {}) == nullptr);
    CHECK(find_intake_key(court.roster, seal::key_id(court.roster.intake[0].key)) == &court.roster.intake[0]);
    CHECK(find_intake_key(court.roster, {}) == nullptr);
    CHECK(newest_intake_key(court.roster).epoch == 1);
    for (const char* role : {"registrar", "judge", "committee", "caller", "leader", "partner"})
        CHECK(name_of(*parse_role(role)) == role);
    CHECK(parse_role("Judge").error().code == "roster.role");
}
