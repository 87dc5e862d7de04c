#include "tests/stories/story_player.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/cases/case_json.hpp"
#include "app/cases/module_run.hpp"
#include "app/ctl/case_fields.hpp"
#include "app/domain/double_aid.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/county_key.hpp"
#include "app/worker/doubles.hpp"
#include "app/worker/filing.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/token_list.hpp"
#include "sync/os/files.hpp"

namespace courtyard::test {

namespace {

constexpr int kMeetingsMax = 300;  // until what somebody waits for must have come

// The case of tests/data/cases with the story's own answers.
std::string filing_of(const Story& story) {
    const auto text = os::read_file("tests/data/cases/" + story.filing + ".json", 1 << 20);
    REQUIRE_MESSAGE(text.has_value(), text.error().message);
    const auto file = nlohmann::ordered_json::parse(base::as_text(*text));
    nlohmann::ordered_json filing{{"answers", file.value("application", nlohmann::ordered_json::object())},
                                  {"screening", file.at("screening")}};
    for (const auto& [code, json] : story.answers) {
        auto value = nlohmann::ordered_json::parse(json, nullptr, false);
        REQUIRE_MESSAGE(!value.is_discarded(), (story.id + ": no JSON for " + code));
        filing["answers"][code] = std::move(value);
    }
    return filing.dump();
}

// A field of a module's act, by the type that the pack gives it.
void add_module_field(const std::vector<domain::AidModule>& modules, const std::vector<std::string>& said,
                      cases::Fields& fields, const std::string& name, const std::string& value) {
    std::string type = "line";
    for (const domain::AidModule& module : modules)
        for (const domain::ModuleAct& act : module.acts) {
            const bool is_it = std::find(said.begin(), said.end(), "module=" + module.id) != said.end() &&
                               std::find(said.begin(), said.end(), "act=" + act.id) != said.end();
            if (const domain::ModuleField* field = is_it ? act.field(name) : nullptr) type = field->type;
        }
    if (type == "money")
        fields[name] = domain::parse_yuan(value).value().value;
    else if (type == "yes" || type == "yes_no")
        fields[name] = value == "yes";
    else if (type == "lines") {
        auto& list = fields.try_emplace(name, std::vector<std::string>{}).first->second;
        std::get<std::vector<std::string>>(list).push_back(value);
    } else
        fields[name] = value;
}

}  // namespace

void StoryPlayer::play(const AfterAct& after) {
    begin(after);
    for (const StoryAct& act : story_.acts)
        step(act);
    REQUIRE_MESSAGE(five_.rest(), (story_.id + ": the laptops never come to rest"));
}

void StoryPlayer::step(const StoryAct& act) {
    INFO(story_.id, ":", act.line, " ", act.who, " ", act.kind);
    five_.set_day(act.day);
    if (act.kind == "open")
        open_case(act);
    else if (act.kind == "list")
        bring_list(act);
    else
        do_act(act);
    if (five_.chance(2) == 0) five_.meet_somebody();
}

void StoryPlayer::begin(const AfterAct& after) {
    after_ = after;
    for (const char* who : FiveLaptops::kWho)
        names_[who] = FiveLaptops::name_of(who);
    if (story_.filing.empty()) return;
    five_.set_day(story_.filed);
    const auto filing = worker::parse_submission(five_.kiosk().pack(), filing_of(story_));
    REQUIRE_MESSAGE(filing.has_value(), (story_.id + ": " + filing.error().message));
    auto receipt = worker::file(five_.kiosk(), *filing, five_.now("kiosk"), five_.random());
    REQUIRE_MESSAGE(receipt.has_value(), (story_.id + ": " + receipt.error().message));
    receipt_ = std::move(*receipt);
    names_["application"] = receipt_->record_id().text();
}

void StoryPlayer::was_opened(const StoryAct& act, const cases::CaseId& about) {
    CHECK(act.refused.empty());
    about_ = about;
    made_.emplace_back(about_, act.day);
    const std::vector<cases::Fact> facts = worker::facts_of(five_.of(act.who), about_).value();
    for (const cases::Fact& fact : facts)
        if (fact.kind == "double_asked") names_["asked"] = fact.id.text();
    if (after_) after_(five_.of(act.who), facts.front());
}

// By somebody who has heard who else works at the court: laptops were enrolled one after the other.
void StoryPlayer::open_by_word(const StoryAct& act) {
    worker::Machine& machine = five_.of(act.who);
    five_.set_day(act.day);
    five_.connect(act.who);
    worker::GivenPictures pictures;
    const auto fields = ctl::fields_of(machine, *cases::find_act("case_opened"), {}, act.fields, pictures);
    REQUIRE_MESSAGE(fields.has_value(), fields.error().message);
    const auto opened = worker::open_case(machine, *fields, five_.now(act.who), five_.random());
    REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
    was_opened(act, *opened);
}

void StoryPlayer::open_case(const StoryAct& act) {
    if (act.opens_by_word()) return open_by_word(act);
    for (int i = 0; i < kMeetingsMax; ++i) {
        const auto opened =
            worker::open_case(five_.of(act.who), receipt_->number(), five_.now(act.who), five_.random());
        if (opened) return was_opened(act, *opened);
        if (!act.refused.empty() && opened.error().code == act.refused) return;
        five_.connect("kiosk", five_.chance(20'000));
        five_.connect(act.who, five_.chance(60'000));
    }
    FAIL("the application never came");
}

// Of another office of the county: "person=original case".
void StoryPlayer::bring_list(const StoryAct& act) {
    worker::Machine& machine = five_.of(act.who);
    std::vector<worker::AidedPair> pairs;
    std::string where;
    for (const std::string& field : act.fields) {
        const auto equals = field.find('=');
        const std::string name = field.substr(0, equals), value = field.substr(equals + 1);
        if (name == "where")
            where = value;
        else
            pairs.push_back({domain::same_person_text(name).value(), domain::same_case_text(value).value()});
    }
    const auto key = worker::county_key(machine).value();
    REQUIRE(key.has_value());
    const auto list = worker::print_token_list(where, five_.now(act.who), pairs, *key, five_.random());
    REQUIRE_MESSAGE(list.has_value(), list.error().message);
    const TempFolder letter;
    REQUIRE(os::write_file(letter / "list.cytl", *list, os::Privacy::Public).has_value());
    const auto taken = worker::import_tokens(machine, letter / "list.cytl");
    REQUIRE_MESSAGE(taken.has_value(), taken.error().message);
}

void StoryPlayer::do_act(const StoryAct& act) {
    std::string last;
    for (int i = 0; i < kMeetingsMax; ++i) {
        if (knows(act)) {
            five_.tick();
            const auto done = try_act(act);
            if (done) return was_taken(act, *done);
            last = done.error().code + ": " + done.error().message;
            if (!act.refused.empty() && done.error().code == act.refused) return;
            // Whoever has heard of everything will not be told anything else.
            const bool waits = done.error().code == "case.unknown" || done.error().code == "case.no_key";
            StoryAct whole = act;
            whole.refused = "all";
            if (!waits && knows(whole)) break;
        }
        five_.meet_by_chance(act.who);
    }
    FAIL_CHECK("not taken: ", last, "");
}

// Everybody has heard of what was done before today, but who acts apart; who is to be refused has heard of everything.
bool StoryPlayer::knows(const StoryAct& act) {
    const auto facts = worker::facts_of(five_.of(act.who), about_);
    if (!facts) return false;
    std::set<cases::FactId> known;
    for (const cases::Fact& fact : *facts)
        known.insert(fact.id);
    const bool all = !act.refused.empty();
    return std::all_of(made_.begin(), made_.end(), [&](const auto& each) {
        const bool wanted = all || (!act.apart && each.second < act.day);
        return !wanted || known.contains(each.first);
    });
}

base::Result<cases::FactId> StoryPlayer::try_act(const StoryAct& act) {
    worker::GivenPictures pictures;
    const cases::Fields fields = TRY(fields_of(act, pictures));
    return worker::act(five_.of(act.who), {about_, act.kind, fields, pictures.jpegs}, five_.now(act.who),
                       five_.random());
}

std::string StoryPlayer::said(const std::string& value) const {
    if (value.size() < 2 || value.front() != '@') return value;
    const auto found = names_.find(value.substr(1));
    return found == names_.end() ? value : found->second;
}

// As courtyardctl takes them; of a module by the pack's own rules.
base::Result<cases::Fields> StoryPlayer::fields_of(const StoryAct& act, worker::GivenPictures& pictures) {
    worker::Machine& machine = five_.of(act.who);
    const cases::ActRule* rule = cases::find_act(act.kind);
    if (rule == nullptr) return base::fail("story.act", "there is no act " + act.kind);
    const std::vector<cases::Fact> facts = TRY(worker::facts_of(machine, about_));
    std::vector<std::string> words;
    cases::Fields of_module;
    for (const std::string& field : act.fields) {
        const auto equals = field.find('=');
        const std::string name = field.substr(0, equals), value = said(field.substr(equals + 1));
        if (act.kind == "module" && cases::find_field(*rule, name) == nullptr)
            add_module_field(machine.pack().modules, act.fields, of_module, name, value);
        else
            words.push_back(name + "=" + value);
    }
    cases::Fields fields = TRY(ctl::fields_of(machine, *rule, facts, words, pictures));
    fields.merge(of_module);
    if (act.kind == "vote_cast" && fields.find("papers_digest") == fields.end()) {
        const auto folded = cases::fold(about_, facts, worker::offices_of(machine));
        const auto ballot = base::RecordId::parse(std::get<std::string>(fields["ballot"]));
        const auto* laid = ballot ? folded.ballots.find(*ballot) : nullptr;
        if (laid != nullptr) fields["papers_digest"] = laid->papers_digest;
    }
    return fields;
}

void StoryPlayer::was_taken(const StoryAct& act, const cases::FactId& fact) {
    CHECK_MESSAGE(act.refused.empty(), ("was taken, and should have been refused: " + act.refused));
    made_.emplace_back(fact, act.day);
    if (!act.name.empty()) names_[act.name] = fact.text();
    worker::Machine& machine = five_.of(act.who);
    // An order names an account by the record in which it is sealed.
    const std::vector<cases::Fact> known = worker::facts_of(machine, about_).value();
    for (const cases::Fact& each : known)
        if (each.id == fact && each.kind == "account_given") names_[act.name + ".account"] = each.text("account");
    const cases::AidCase folded = worker::case_of(machine, about_).value();
    CHECK(folded.is_in_force(fact));
    if (!act.gives.empty()) CHECK(domain::id(folded.status) == act.gives);
    if (!after_) return;
    const std::vector<cases::Fact> facts = worker::facts_of(machine, about_).value();
    for (const cases::Fact& each : facts)
        if (each.id == fact) after_(machine, each);
}

std::string StoryPlayer::here(const std::string& who) {
    const auto found = worker::case_of(five_.of(who), about_);
    return found ? cases::write_case(*found) : found.error().code;
}

}  // namespace courtyard::test
