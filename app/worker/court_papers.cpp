#include "app/worker/court_papers.hpp"

#include <algorithm>
#include <iterator>

#include "app/printer/printer.hpp"
#include "app/worker/case_account.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/view_mail.hpp"

namespace courtyard::worker {

namespace {

// What a desk refers to.
struct Opened {
    std::vector<cases::Fact> facts;
    cases::AidCase folded;
    domain::Application answers;
};

base::Result<Opened> opened(Machine& machine, const cases::CaseId& id) {
    Opened out;
    out.facts = TRY(facts_of(machine, id));
    out.folded = fold_here(machine, id, out.facts);
    out.answers = printing::answers_of(machine.pack(), out.facts);
    printing::add_told_document(machine.pack(), out.folded, out.facts, out.answers);
    printing::add_acting(machine.pack(), out.folded, out.answers);
    printing::add_fellows(machine.pack(), out.folded, out.answers);
    return out;
}

printing::CourtDesk desk_of(const Machine& machine, const Opened& opened, domain::Date today) {
    const auto name_of = [&roster = machine.roster()](const base::PersonId& id) {
        const mail::Person* person = mail::find_person(roster, id);
        return person == nullptr ? std::string() : person->name;
    };
    return {machine.pack(), opened.folded, opened.facts, opened.answers, name_of, today, {}};
}

// Whole, where this person may see them, and only where they are used: those that money goes to.
std::map<base::RecordId, printing::CourtAccount> accounts_paid_to(Machine& machine, const Opened& one) {
    std::map<base::RecordId, printing::CourtAccount> out;
    for (const cases::Fact& fact : one.facts) {
        if (fact.kind != "pay_ordered" && fact.kind != "urgent_paid") continue;
        const auto record = fact.fact("account");
        if (!record || out.contains(*record)) continue;
        if (auto account = account_of(machine, one.folded, *record)) out.emplace(*record, std::move(*account));
    }
    return out;
}

std::vector<printing::CourtOffer> offers_of(const Machine& machine, const printing::CourtDesk& desk) {
    auto offers = printing::court_offers(desk);
    std::vector<printing::CourtOffer> more = printing::module_offers(desk, offices_of(machine));
    std::move(more.begin(), more.end(), std::back_inserter(offers));
    return offers;
}

// Of what somebody applied with it is the day on which that came, however late the case was opened.
std::optional<domain::Date> day_of_paper(const printing::CourtDesk& desk, const cases::FactId& about) {
    const auto fact =
        std::find_if(desk.facts.begin(), desk.facts.end(), [&](const auto& each) { return each.id == about; });
    if (fact == desk.facts.end()) return std::nullopt;
    return fact->kind == "case_opened" ? std::min(fact->day(), desk.aid_case.received_on) : fact->day();
}

// Of several nobody can tell which was handed over: the first of them.
std::optional<domain::Date> first_day(const printing::CourtDesk& desk, const std::vector<printing::CourtOffer>& offers,
                                      std::string_view id) {
    std::optional<domain::Date> first;
    for (const printing::CourtOffer& offer : offers) {
        const auto day = offer.id == id ? day_of_paper(desk, offer.about) : std::nullopt;
        if (day && (!first || *day < *first)) first = day;
    }
    return first;
}

// By its id, else the one whose title ends so with the least before it; nothing for two that are as near.
std::string paper_among(const std::vector<printing::CourtOffer>& offers, std::string_view named) {
    constexpr std::size_t kBytesMin = 9;  // three characters: what is shorter says nothing
    const printing::CourtOffer* best = nullptr;
    bool two = false;
    for (const printing::CourtOffer& offer : offers) {
        if (offer.id == named) return offer.id;
        if (named.size() < kBytesMin || !offer.title.ends_with(named)) continue;
        const bool nearer = best == nullptr || offer.title.size() < best->title.size();
        two = !nearer && (two || (offer.title.size() == best->title.size() && offer.id != best->id));
        if (nearer) best = &offer;
    }
    return best == nullptr || two ? std::string() : best->id;
}

// The pack under which that fact was signed; nothing of one that lies here closed.
base::Result<std::optional<seal::PackVersion>> pack_of_fact(Machine& machine, const cases::CaseId& id,
                                                            const cases::FactId& fact) {
    const std::vector<store::CaseRecord> records = TRY(machine.store().case_records.of_case(id));
    const auto record =
        std::find_if(records.begin(), records.end(), [&](const store::CaseRecord& each) { return each.id == fact; });
    auto body = record == records.end() ? std::nullopt : std::optional(seal::parse_body(record->body));
    if (!body || !*body) return std::nullopt;
    base::wipe((*body)->payload);
    return (*body)->pack;
}

// Whoever signed it had the words of a pack that is not here any more: two machines with different packs would print
// two papers under one record, and nobody could tell which was handed out.
base::Result<void> tell_other_pack(Machine& machine, const PaperWanted& wanted, const printing::CourtDesk& desk,
                                   printing::CourtPaper& made) {
    const auto whole = printing::whole_with(desk, made.record);
    if (!whole) return {};
    const pack::Pack& pack = machine.pack();
    const auto then = TRY(pack_of_fact(machine, wanted.about_case, *whole));
    const bool is_same = !then || (then->name == pack.name && std::int64_t{then->version} == pack.version);
    if (is_same) return {};
    made.signed_under = then->name + "@" + std::to_string(then->version);
    const std::string now = pack.name + "@" + std::to_string(pack.version);
    // A pack that is older than this program has no sentence for it.
    made.paper.notes.push_back(pack.words.has("court.other_pack")
                                   ? pack.words.text("court.other_pack", {{"then", made.signed_under}, {"now", now}})
                                   : made.signed_under + " / " + now);
    return {};
}

base::Result<void> note(Machine& machine, const PaperWanted& wanted, bool has_account) {
    constexpr std::int64_t kOneDayMs = 24LL * 3600 * 1000;
    const base::Instant at = wanted.now.value_or(base::Instant{wanted.today.days_since({}) * kOneDayMs});
    TRY(note_view(machine, wanted.about_case, "paper." + wanted.paper, at));
    if (has_account) TRY(note_view(machine, wanted.about_case, "account", at));
    return {};
}

}  // namespace

base::Result<PaperMade> make_paper(Machine& machine, const PaperWanted& wanted) {
    TRY(must_have_cases(machine));
    TRY(must_see(machine, cases::Right::Papers));
    const bool of_module = wanted.paper.find('.') != std::string::npos;
    pack::CourtTemplate paper;
    if (!of_module) paper = TRY(pack::court_template(machine.pack(), wanted.paper));
    Opened one = TRY(opened(machine, wanted.about_case));
    printing::CourtDesk desk = desk_of(machine, one, wanted.today);
    if (paper.about == "pay_ordered" || paper.about == "urgent_paid") desk.accounts = accounts_paid_to(machine, one);
    const bool bears_account = !desk.accounts.empty();
    PaperMade out;
    const auto fold = [&](std::span<const cases::Fact> facts) { return fold_here(machine, wanted.about_case, facts); };
    auto made = of_module ? printing::make_module_as_signed(desk, wanted.paper, offices_of(machine), wanted.about, fold)
                          : printing::make_as_signed(desk, paper, wanted.about, fold);
    domain::wipe(one.answers);
    for (auto& [record, account] : desk.accounts)
        base::wipe(account.number);
    if (!made) return tl::unexpected(made.error());
    out.made = *std::move(made);
    if (!paper.is_of_today) TRY(tell_other_pack(machine, wanted, desk, out.made));
    out.pdf = TRY(paper::draw_official(out.made.paper));
    TRY(note(machine, wanted, bears_account));
    return out;
}

base::Result<std::vector<printing::CourtOffer>> papers_of(Machine& machine, const cases::CaseId& id,
                                                          domain::Date today) {
    TRY(must_have_cases(machine));
    TRY(must_see(machine, cases::Right::Papers));
    Opened one = TRY(opened(machine, id));
    const printing::CourtDesk desk = desk_of(machine, one, today);
    auto offers = offers_of(machine, desk);
    domain::wipe(one.answers);
    return offers;
}

NamedPaper served_paper(const Machine& machine, std::span<const cases::Fact> facts, const cases::AidCase& folded,
                        std::string_view named) {
    const pack::Pack& pack = machine.pack();
    domain::Application answers = printing::answers_of(pack, facts);
    const auto nobody = [](const base::PersonId&) { return std::string(); };
    const printing::CourtDesk desk{pack, folded, facts, answers, nobody, {}, {}};
    const auto offers = offers_of(machine, desk);
    domain::wipe(answers);
    if (std::string id = paper_among(offers, named); !id.empty()) {
        const auto offer = std::find_if(offers.begin(), offers.end(), [&](const auto& each) { return each.id == id; });
        if (!offer->is_served) return {{}, cases::refuse("served.inside")};
        const auto since = first_day(desk, offers, id);
        return {std::move(id), {}, since};
    }
    constexpr std::size_t kEndBytesMin = 12;  // four characters: many titles end with the same one or two
    bool is_known = false, is_inside = false;
    for (const pack::CourtTemplate& paper : pack::court_templates(pack)) {
        if (paper.id != named && !(named.size() >= kEndBytesMin && paper.title.ends_with(named))) continue;
        is_known = true;
        is_inside |= paper.id == named && !paper.is_served;
    }
    return {{}, cases::refuse(is_inside ? "served.inside" : is_known ? "served.not_yet" : "served.paper")};
}

}  // namespace courtyard::worker
