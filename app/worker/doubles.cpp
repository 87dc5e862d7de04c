#include "app/worker/doubles.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>

#include "app/cases/check_fields.hpp"
#include "app/cases/task_list.hpp"
#include "app/worker/aided_pairs.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_folding.hpp"
#include "app/worker/case_reader.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/county_key.hpp"
#include "app/worker/letters.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "tokens";
constexpr std::size_t kListsMax = 64;
constexpr std::string_view kReader = "doubles";

base::Result<seal::Secret<32>> must_have_key(Machine& machine) {
    TRY(must_read_intake(machine));
    auto key = TRY(county_key(machine));
    if (!key) return base::fail("tokens.no_key", "this laptop has no county key: courtyardctl tokens key install");
    return std::move(*key);
}

// Closing tells nothing of how it ended.
cases::Status before_it_was_closed(const cases::AidCase& aid_case) {
    const auto last = std::find_if(aid_case.steps.rbegin(), aid_case.steps.rend(),
                                   [](const cases::Step& step) { return step.to != cases::Status::Closed; });
    return last == aid_case.steps.rend() ? aid_case.status : last->to;
}

// Where nothing is given and nothing asked for any more, there is no double. What was closed is one where somebody was
// aided: by money, or by a decision that grants it.
bool may_be_aided(const cases::AidCase& aid_case) {
    const auto& urgent = aid_case.ledger.urgent;
    if ((urgent && urgent->paid) || aid_case.ledger.paid().value > 0) return true;
    const auto& decision = aid_case.ballots.decision;
    if (aid_case.status == cases::Status::Closed && !(decision && decision->granted)) return false;
    switch (before_it_was_closed(aid_case)) {
        case cases::Status::NotFiled:
        case cases::Status::Abandoned:
        case cases::Status::Withdrawn:
        case cases::Status::Terminated:
        case cases::Status::DecidedRefuse: return false;
        default: return true;
    }
}

// Of a case in which somebody named the original case: what is compared without opening its facts.
struct CaseLine {
    cases::CaseId id;
    std::vector<std::string> originals;
    KnownApplicants known;
    std::string place;  // case_place()
    bool counts = true, is_at_end = false;
    base::Instant opened;
};

CaseLine line_of(const Machine& machine, const cases::AidCase& folded, std::vector<std::string> originals) {
    const cases::Entry* opening = folded.entry(folded.id);
    return {folded.id,
            std::move(originals),
            known_applicants(folded),
            case_place(machine, folded),
            may_be_aided(folded),
            cases::is_at_end(folded.status),
            opening == nullptr ? base::Instant{} : opening->claimed};
}

base::Result<std::vector<CaseLine>> case_lines(Machine& machine) {
    std::vector<CaseLine> lines;
    const std::vector<KnownCase> known = TRY(known_cases(machine));
    TRY(read_cases(machine, known, [&](const KnownCase&, cases::AidCase&& folded) {
        if (auto originals = originals_of(folded); !originals.empty())
            lines.push_back(line_of(machine, folded, std::move(originals)));
    }));
    const auto place = [](const CaseLine& line) { return std::tie(line.opened, line.id); };
    std::sort(lines.begin(), lines.end(), [&](const CaseLine& a, const CaseLine& b) { return place(a) < place(b); });
    return lines;
}

struct PairedCase {
    CaseLine line;
    std::vector<NamedPair> pairs;
};

// Who asks for aid stands in the facts alone.
base::Result<std::vector<PairedCase>> with_pairs(Machine& machine, const std::vector<CaseLine>& lines,
                                                 const std::function<bool(const CaseLine&)>& is_wanted) {
    std::vector<PairedCase> paired;
    for (const CaseLine& line : lines) {
        if (!is_wanted(line)) continue;
        const std::vector<cases::Fact> facts = TRY(facts_of(machine, line.id));
        auto pairs = pairs_of(machine.pack().form, facts, line.known, line.originals);
        if (!pairs.empty()) paired.push_back({line, std::move(pairs)});
    }
    return paired;
}

fs::path folder_of(const Machine& machine) { return machine.home().folder / kFolder; }
fs::path path_of(const Machine& machine, const std::string& where) {
    const std::string name = seal::sha256(base::as_bytes(where)).text().substr(0, 16);
    return folder_of(machine) / (name + kTokenListExtension);
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
        if (at->path().extension() != kTokenListExtension || lists.size() == kListsMax) continue;
        const auto file = os::read_file(at->path(), kTokenListBytesMax);
        auto list = file ? open_token_list(*file, *county) : base::Result<TokenList>(tl::unexpected(file.error()));
        if (!list) continue;
        seal::TokenKey key = seal::TokenKey::of(*county, list->salt);
        lists.push_back({std::move(*list), std::move(key)});
    }
    return lists;
}

// One person and one original case, of which another case or another office has the same.
struct Hit {
    std::string who;
    std::string who_there = {};  // as the other case calls them
};
// All of that with one other case, or one other office.
struct Question {
    std::string token, where;
    std::optional<cases::CaseId> other = {};  // of this laptop
    std::vector<Hit> hits = {};
};

Question about_case(const PairedCase& one, const PairedCase& other) {
    Question question{other.line.id.text(), other.line.place, other.line.id};
    for (const NamedPair& own : one.pairs)
        for (const NamedPair& theirs : other.pairs)
            if (own.pair == theirs.pair) question.hits.push_back({own.who, theirs.who});
    return question;
}

Question about_list(const PairedCase& one, const KeyedList& theirs) {
    Question question{{}, theirs.list.where};
    for (const NamedPair& own : one.pairs) {
        const seal::DoubleToken token = theirs.key.token(own.pair.person, own.pair.original_case);
        if (!theirs.list.has(token)) continue;
        if (question.token.empty()) question.token = token.text();
        question.hits.push_back({own.who});
    }
    return question;
}

// Of two cases that are each other's double the one in which people are asked: the same on every laptop that knows
// both. One that goes on, since nobody looks into one that has ended; else the one that was opened later.
bool is_asked_in(const CaseLine& one, const CaseLine& other) {
    if (one.is_at_end != other.is_at_end) return other.is_at_end;
    return std::tie(one.opened, one.id) > std::tie(other.opened, other.id);
}

// A list has other tokens each time: an office is known by its name. A question that names nobody is about everybody.
// Whose name was written wrong then is the same person.
struct Asking {
    std::vector<cases::Fact> facts;
    KnownApplicants known;

    [[nodiscard]] bool has(std::string_view token, std::string_view where, std::string_view who) const {
        return std::any_of(facts.begin(), facts.end(), [&](const cases::Fact& fact) {
            if (fact.kind != "double_asked") return false;
            if (fact.text("where") != where && fact.text("token") != token) return false;
            const std::vector<std::string> named = fact.texts("who");
            return named.empty() || std::any_of(named.begin(), named.end(),
                                                [&](const std::string& each) { return who_now(known, each) == who; });
        });
    }
};

base::Result<Asking> asking_in(Machine& machine, const cases::CaseId& id) {
    std::vector<cases::Fact> facts = TRY(facts_of(machine, id));
    KnownApplicants known = known_applicants(fold_here(machine, id, facts));
    return Asking{std::move(facts), std::move(known)};
}

// Each person is asked about once. Two cases of this court that are each other's double are asked about in one of them.
base::Result<void> leave_out_asked(Machine& machine, const cases::CaseId& about, Question& question) {
    const Asking here = TRY(asking_in(machine, about));
    Asking there;
    if (question.other) there = TRY(asking_in(machine, *question.other));
    std::erase_if(question.hits, [&](const Hit& hit) {
        return here.has(question.token, question.where, hit.who) || there.has(about.text(), {}, hit.who_there);
    });
    return {};
}

cases::Fields fields_of(const Question& question) {
    std::vector<std::string> who;
    for (const Hit& hit : question.hits)
        if (std::find(who.begin(), who.end(), hit.who) == who.end() && who.size() < cases::kListMax)
            who.push_back(hit.who);
    return {{"token", question.token}, {"where", question.where}, {"who", std::move(who)}};
}

class Comparison {
public:
    Comparison(Machine& machine, base::Instant now, base::Random& random)
        : machine_(machine), now_(now), random_(random) {}

    // `looked_at`: with every other case, and with the lists.
    base::Result<std::vector<DoubleHit>> run(const std::function<bool(const cases::CaseId&)>& looked_at) {
        const std::vector<CaseLine> lines = TRY(case_lines(machine_));
        const auto is_wanted = [&](const CaseLine& line) { return looked_at(line.id); };
        if (std::none_of(lines.begin(), lines.end(), is_wanted)) return std::move(asked_);
        lists_ = TRY(lists_of(machine_));
        TRY(read(lines, is_wanted));
        for (const PairedCase& one : known_) {
            if (!one.line.counts || !looked_at(one.line.id)) continue;
            for (const PairedCase* other : alike(one))
                TRY(is_asked_in(one.line, other->line) ? ask_about(one, *other) : ask_about(*other, one));
            for (const KeyedList& list : lists_)
                TRY(ask(one.line.id, about_list(one, list)));
        }
        return std::move(asked_);
    }

private:
    // The facts of those cases only that may be somebody's double: with an original case of one that is looked at.
    base::Result<void> read(const std::vector<CaseLine>& lines, const std::function<bool(const CaseLine&)>& looked_at) {
        std::map<std::string_view, std::size_t> count;
        std::set<std::string_view> meant;
        for (const CaseLine& line : lines)
            for (const std::string& original : line.originals) {
                ++count[original];
                if (looked_at(line)) meant.insert(original);
            }
        known_ = TRY(with_pairs(machine_, lines, [&](const CaseLine& line) {
            if (!lists_.empty() && looked_at(line)) return true;
            return std::any_of(line.originals.begin(), line.originals.end(), [&](const std::string& original) {
                return meant.contains(original) && count[original] > 1;
            });
        }));
        for (std::size_t i = 0; i < known_.size(); ++i)
            for (const NamedPair& each : known_[i].pairs)
                by_pair_[{each.pair.person, each.pair.original_case}].insert(i);
        return {};
    }

    std::vector<const PairedCase*> alike(const PairedCase& one) {
        std::set<std::size_t> places;
        for (const NamedPair& each : one.pairs)
            places.merge(std::set<std::size_t>(by_pair_[{each.pair.person, each.pair.original_case}]));
        std::vector<const PairedCase*> found;
        for (const std::size_t place : places)
            if (known_[place].line.id != one.line.id && known_[place].line.counts) found.push_back(&known_[place]);
        return found;
    }

    base::Result<void> ask_about(const PairedCase& one, const PairedCase& other) {
        return ask(one.line.id, about_case(one, other));
    }

    base::Result<void> ask(const cases::CaseId& in, Question question) {
        if (question.hits.empty()) return {};
        TRY(leave_out_asked(machine_, in, question));
        if (question.hits.empty()) return {};
        const auto said = act(machine_, {in, "double_asked", fields_of(question)}, now_, random_);
        // Whoever may not act in this case leaves the question to who may.
        if (!said && !said.error().code.starts_with("fact.") && said.error().code != "case.no_key")
            return tl::unexpected(said.error());
        if (said) asked_.push_back({in, question.where});
        return {};
    }

    Machine& machine_;
    base::Instant now_;
    base::Random& random_;
    std::vector<KeyedList> lists_;
    std::vector<PairedCase> known_;
    std::map<std::pair<std::string, std::string>, std::set<std::size_t>> by_pair_;
    std::vector<DoubleHit> asked_;
};

}  // namespace

std::string case_place(const Machine& machine, const cases::AidCase& folded) {
    const std::string name = folded.number.empty() ? folded.id.text().substr(0, 8) : folded.number;
    return machine.config().court_name + ", " + name;
}

base::Result<std::size_t> ask_about_doubles(Machine& machine, const cases::CaseId& about, base::Instant now,
                                            base::Random& random) {
    Comparison comparison(machine, now, random);
    return TRY(comparison.run([&about](const cases::CaseId& id) { return id == about; })).size();
}

base::Result<std::size_t> ask_about_new_doubles(Machine& machine, base::Instant now, base::Random& random) {
    if (!machine.reads_intake()) return std::size_t{0};
    const UnseenCases unseen = TRY(unseen_cases(machine, kReader));
    std::set<cases::CaseId> fresh;
    // Of thousands of cases nobody looks at one while what came names no original case.
    TRY(read_cases(machine, unseen.cases, [&fresh](const KnownCase& each, cases::AidCase&& folded) {
        if (!originals_of(folded).empty()) fresh.insert(each.id);
    }));
    Comparison comparison(machine, now, random);
    std::size_t asked = 0;
    if (!fresh.empty())
        asked = TRY(comparison.run([&fresh](const cases::CaseId& id) { return fresh.contains(id); })).size();
    TRY(have_seen(machine, kReader, unseen));
    return asked;
}

base::Result<std::size_t> export_tokens(Machine& machine, const fs::path& file, base::Instant now,
                                        base::Random& random) {
    const auto county = TRY(must_have_key(machine));
    std::vector<AidedPair> pairs;
    std::size_t count = 0;
    const std::vector<CaseLine> lines = TRY(case_lines(machine));
    std::vector<PairedCase> known = TRY(with_pairs(machine, lines, [](const CaseLine& line) { return line.counts; }));
    for (PairedCase& each : known) {
        ++count;
        for (NamedPair& own : each.pairs)
            pairs.push_back(std::move(own.pair));
    }
    const base::Bytes list = TRY(print_token_list(machine.config().court_name, now, pairs, county, random));
    TRY(os::write_file(file, list, os::Privacy::Public));
    return count;
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

base::Result<std::vector<TakenList>> held_lists(Machine& machine) {
    std::vector<TakenList> held;
    const std::vector<KeyedList> lists = TRY(lists_of(machine));
    for (const KeyedList& each : lists)
        held.push_back({each.list.where, each.list.made});
    std::sort(held.begin(), held.end(), [](const TakenList& a, const TakenList& b) { return a.where < b.where; });
    return held;
}

base::Result<std::vector<DoubleHit>> check_tokens(Machine& machine, base::Instant now, base::Random& random) {
    TRY(must_read_intake(machine));
    return Comparison(machine, now, random).run([](const cases::CaseId&) { return true; });
}

}  // namespace courtyard::worker
