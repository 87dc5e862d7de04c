#include "app/worker/doubles.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <system_error>

#include <nlohmann/json.hpp>

#include "app/domain/double_aid.hpp"
#include "app/flow/form_codes.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_folding.hpp"
#include "app/worker/county_key.hpp"
#include "app/worker/letters.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;
using cases::Status;

constexpr const char* kFolder = "tokens";
constexpr const char* kExtension = ".cytl";
constexpr std::size_t kListsMax = 64;

base::Result<seal::Secret<32>> must_have_key(Machine& machine) {
    TRY(must_read_intake(machine));
    auto key = TRY(county_key(machine));
    if (!key) return base::fail("tokens.no_key", "this laptop has no county key: courtyardctl tokens key install");
    return std::move(*key);
}

// Form F1.06: {"type": …, "number": …}, or the number alone.
std::string document_in(std::string_view answers_json) {
    const auto answers = nlohmann::json::parse(answers_json, nullptr, false);
    if (!answers.is_object()) return {};
    const auto found = answers.find(flow::code::kDocument);
    if (found == answers.end()) return {};
    if (found->is_string()) return found->get<std::string>();
    const auto number = found->is_object() ? found->find("number") : answers.end();
    return found->is_object() && number != found->end() && number->is_string() ? number->get<std::string>()
                                                                               : std::string();
}

// Where nothing is given and nothing asked for any more, there is no double.
bool may_be_aided(const cases::AidCase& aid_case) {
    const auto& urgent = aid_case.ledger.urgent;
    if (urgent && urgent->paid) return true;
    switch (aid_case.status) {
        case Status::NotFiled:
        case Status::Abandoned:
        case Status::Withdrawn:
        case Status::Terminated:
        case Status::DecidedRefuse: return false;
        default: return true;
    }
}

struct PairedCase {
    cases::CaseId id;
    AidedPair pair;
    std::string name;  // its number, or the beginning of its id
    bool counts = true;
};

// Who asks for aid stands in the facts alone: they are read of those cases only that may be meant.
base::Result<std::vector<PairedCase>> paired_cases(Machine& machine,
                                                   const std::function<bool(const cases::AidCase&)>& is_wanted) {
    std::map<cases::CaseId, cases::AidCase> wanted;
    const std::vector<KnownCase> known = TRY(known_cases(machine));
    TRY(read_cases(machine, known, [&](const KnownCase& which, cases::AidCase&& folded) {
        if (is_wanted(folded)) wanted[which.id] = std::move(folded);
    }));
    std::vector<PairedCase> paired;
    for (const KnownCase& which : known) {
        const auto found = wanted.find(which.id);
        if (found == wanted.end()) continue;
        const cases::AidCase& each = found->second;
        const std::vector<cases::Fact> facts = TRY(facts_of(machine, each.id));
        auto pair = pair_of(facts, each);
        if (!pair) continue;
        paired.push_back({each.id, std::move(*pair), each.number.empty() ? each.id.text().substr(0, 8) : each.number,
                          may_be_aided(each)});
    }
    return paired;
}

base::Result<std::vector<PairedCase>> paired_cases(Machine& machine) {
    return paired_cases(machine, [](const cases::AidCase& each) { return !each.original_case.empty(); });
}

fs::path folder_of(const Machine& machine) { return machine.home().folder / kFolder; }
fs::path path_of(const Machine& machine, const std::string& where) {
    const std::string name = seal::sha256(base::as_bytes(where)).text().substr(0, 16);
    return folder_of(machine) / (name + kExtension);
}

struct KeyedList {
    TokenList list;
    seal::TokenKey key;
};
// A list that cannot be read any more asks nothing: it must not stand in the way of opening a case.
base::Result<std::vector<KeyedList>> lists_of(Machine& machine) {
    std::vector<KeyedList> lists;
    const auto county = TRY(county_key(machine));
    if (!county) return lists;
    std::error_code error;
    for (fs::directory_iterator at(folder_of(machine), error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() != kExtension || lists.size() == kListsMax) continue;
        const auto file = os::read_file(at->path(), kTokenListBytesMax);
        auto list = file ? open_token_list(*file, *county) : base::Result<TokenList>(tl::unexpected(file.error()));
        if (!list) continue;
        seal::TokenKey key = seal::TokenKey::of(*county, list->salt);
        lists.push_back({std::move(*list), std::move(key)});
    }
    return lists;
}

struct Question {
    std::string token, where;
    std::optional<cases::CaseId> other = {};  // of this laptop
};

std::vector<Question> questions_about(const PairedCase& one, const std::vector<PairedCase>& others,
                                      const std::vector<KeyedList>& lists, const std::string& own_court) {
    std::vector<Question> questions;
    for (const PairedCase& other : others)
        if (other.id != one.id && other.counts && other.pair.person == one.pair.person &&
            other.pair.original_case == one.pair.original_case)
            questions.push_back({other.id.text(), own_court + ", " + other.name, other.id});
    for (const KeyedList& each : lists) {
        const seal::DoubleToken token = each.key.token(one.pair.person, one.pair.original_case);
        if (each.list.has(token)) questions.push_back({token.text(), each.list.where});
    }
    return questions;
}

bool asks(const std::vector<cases::Fact>& facts, std::string_view token, std::string_view where) {
    return std::any_of(facts.begin(), facts.end(), [&](const cases::Fact& fact) {
        return fact.kind == "double_asked" && (fact.text("where") == where || fact.text("token") == token);
    });
}

// A list has other tokens each time: an office is asked about once. Two cases of this court that are each other's
// double are asked about in one of them.
base::Result<bool> was_asked(Machine& machine, const cases::CaseId& about, const Question& question) {
    if (asks(TRY(facts_of(machine, about)), question.token, question.where)) return true;
    return question.other && asks(TRY(facts_of(machine, *question.other)), about.text(), {});
}

base::Result<std::vector<DoubleHit>> ask(Machine& machine, const PairedCase& one, const std::vector<PairedCase>& others,
                                         const std::vector<KeyedList>& lists, base::Instant now, base::Random& random) {
    std::vector<DoubleHit> asked;
    if (!one.counts) return asked;
    for (const Question& question : questions_about(one, others, lists, machine.config().court_name)) {
        if (TRY(was_asked(machine, one.id, question))) continue;
        const auto said =
            act(machine, {one.id, "double_asked", {{"token", question.token}, {"where", question.where}}}, now, random);
        // Whoever may not act in this case leaves the question to who may.
        if (!said && !said.error().code.starts_with("fact.") && said.error().code != "case.no_key")
            return tl::unexpected(said.error());
        if (said) asked.push_back({one.id, question.where});
    }
    return asked;
}

}  // namespace

std::optional<AidedPair> pair_of(std::span<const cases::Fact> facts, const cases::AidCase& folded) {
    const auto opening = std::find_if(facts.begin(), facts.end(), [](const cases::Fact& fact) {
        return fact.kind == "case_opened" && fact.id == fact.about;
    });
    if (opening == facts.end()) return std::nullopt;
    auto person = domain::same_person_text(document_in(opening->text("answers")));
    auto original = domain::same_case_text(folded.original_case);
    if (!person || !original) return std::nullopt;
    return AidedPair{std::move(*person), std::move(*original)};
}

base::Result<std::size_t> ask_about_doubles(Machine& machine, const cases::CaseId& about, base::Instant now,
                                            base::Random& random) {
    const cases::AidCase folded = TRY(case_of(machine, about));
    const auto original = domain::same_case_text(folded.original_case);
    if (!original) return std::size_t{0};
    const auto known = TRY(paired_cases(machine, [&original](const cases::AidCase& each) {
        return domain::same_case_text(each.original_case) == original;
    }));
    const auto lists = TRY(lists_of(machine));
    for (const PairedCase& each : known)
        if (each.id == about) return TRY(ask(machine, each, known, lists, now, random)).size();
    return std::size_t{0};
}

base::Result<std::size_t> export_tokens(Machine& machine, const fs::path& file, base::Instant now,
                                        base::Random& random) {
    const auto county = TRY(must_have_key(machine));
    std::vector<AidedPair> pairs;
    std::vector<PairedCase> known = TRY(paired_cases(machine));
    for (PairedCase& each : known)
        if (each.counts) pairs.push_back(std::move(each.pair));
    const base::Bytes list = TRY(print_token_list(machine.config().court_name, now, pairs, county, random));
    TRY(os::write_file(file, list, os::Privacy::Public));
    return pairs.size();
}

base::Result<TakenList> import_tokens(Machine& machine, const fs::path& file) {
    const auto county = TRY(must_have_key(machine));
    const base::Bytes bytes = TRY(os::read_file(file, kTokenListBytesMax));
    const TokenList list = TRY(open_token_list(bytes, county));
    if (list.where == machine.config().court_name)
        return base::fail("tokens.own", "this list was written by this court itself; it wants that of another office");
    const fs::path place = path_of(machine, list.where);
    if (const auto held = os::read_file(place, kTokenListBytesMax))
        if (const auto before = open_token_list(*held, county); before && before->made > list.made)
            return base::fail("tokens.older", "a newer list of this office is here already");
    TRY(os::make_folder(folder_of(machine)));
    TRY(os::write_file(place, bytes, os::Privacy::OwnerOnly));
    return TakenList{list.where, list.made};
}

base::Result<std::vector<DoubleHit>> check_tokens(Machine& machine, base::Instant now, base::Random& random) {
    TRY(must_read_intake(machine));
    const auto known = TRY(paired_cases(machine));
    const auto lists = TRY(lists_of(machine));
    std::vector<DoubleHit> hits;
    for (const PairedCase& each : known) {
        const auto asked = TRY(ask(machine, each, known, lists, now, random));
        hits.insert(hits.end(), asked.begin(), asked.end());
    }
    return hits;
}

}  // namespace courtyard::worker
