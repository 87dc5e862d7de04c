// A paper that was signed with its fact, printed once more: out of the case as whoever signed it had seen it.
#include <algorithm>

#include "app/cases/order.hpp"
#include "app/printing/court_paper.hpp"
#include "app/printing/court_values.hpp"

namespace courtyard::printing {

namespace {

// The fact with which a paper was whole: its own, but that a sheet of money is whole when that was handed over, and
// what somebody applied with when it was known what becomes of it: the court writes its part on the form until then.
// Nothing: that has not come yet, and the paper grows with the case.
const cases::Fact* whole_with(const CourtDesk& now, const cases::Fact& about) {
    const auto newest = [&now](std::string_view kind, const auto& fits) -> const cases::Fact* {
        const auto all = facts_in_force(now);
        const auto found = std::find_if(all.rbegin(), all.rend(),
                                        [&](const cases::Fact* each) { return each->kind == kind && fits(*each); });
        return found == all.rend() ? nullptr : *found;
    };
    if (about.kind == "pay_ordered")
        return newest("pay_made", [&](const cases::Fact& paid) { return paid.fact("order") == about.id; });
    if (about.kind != "case_opened") return &about;
    for (const std::string_view end : {"filed", "not_filed", "abandoned", "withdrawn"})
        if (const cases::Fact* found = newest(end, [](const cases::Fact&) { return true; })) return found;
    return nullptr;
}

bool is_naming(const cases::Fact& fact) { return fact.kind == "details_corrected" || fact.kind == "identified"; }

// Who somebody is, and how they are written, is set right whenever it was found: no paper names them wrongly again. So
// long as that itself stands: what somebody took back since is taken back on every paper.
bool sets_right(const CourtDesk& now, const cases::Fact& fact) {
    if (!now.aid_case.is_in_force(fact.id)) return false;
    const auto wrong = fact.kind == "corrected" ? fact.fact("wrong") : std::nullopt;
    return is_naming(fact) || (wrong && std::any_of(now.facts.begin(), now.facts.end(), [&](const auto& each) {
                                   return each.id == *wrong && is_naming(each);
                               }));
}

// Who handles a case is mostly settled after it was filed and before the person is handed the paper on that: it names
// them then. Once it was handed over it stays as it was on that day.
class Handling {
public:
    Handling(const CourtDesk& now, const cases::Ordered& order, const cases::FactId& about) : now_(now), order_(order) {
        const auto fact = order.place_of(about);
        is_told_ = fact && order.facts[*fact]->kind == "filed";
        for (std::size_t i = 0; i < order.facts.size() && is_told_ && !handed_over_; ++i)
            if (order.facts[i]->kind == "served" && order.facts[i]->text("paper") == "acceptance" &&
                now.aid_case.is_in_force(order.facts[i]->id))
                handed_over_ = i;
    }
    [[nodiscard]] bool is_named(std::size_t at) const {
        const cases::Fact& fact = *order_.facts[at];
        if (!is_told_ || fact.kind != "assigned" || !now_.aid_case.is_in_force(fact.id)) return false;
        return !handed_over_ || (order_.knew(*handed_over_, at) && fact.day() <= order_.facts[*handed_over_]->day());
    }

private:
    const CourtDesk& now_;
    const cases::Ordered& order_;
    bool is_told_ = false;
    std::optional<std::size_t> handed_over_;
};

std::vector<cases::Fact> seen_by_author(const CourtDesk& now, const cases::FactId& id, const cases::FactId& about) {
    const cases::Ordered order = cases::in_order(now.facts);
    const auto place = order.place_of(id);
    const Handling handling(now, order, about);
    std::vector<cases::Fact> seen;
    for (std::size_t i = 0; place && i < order.facts.size(); ++i)
        if (i == *place || (i < *place && order.knew(*place, i)) || sets_right(now, *order.facts[i]) ||
            handling.is_named(i))
            seen.push_back(*order.facts[i]);
    return seen;
}

}  // namespace

std::optional<cases::FactId> whole_with(const CourtDesk& now, const cases::FactId& about) {
    const auto fact =
        std::find_if(now.facts.begin(), now.facts.end(), [&](const auto& each) { return each.id == about; });
    const cases::Fact* last = fact == now.facts.end() ? nullptr : whole_with(now, *fact);
    return last == nullptr ? std::nullopt : std::optional(last->id);
}

std::optional<AsSigned> as_signed(const CourtDesk& now, const cases::FactId& id, const FoldFacts& fold) {
    const auto fact = std::find_if(now.facts.begin(), now.facts.end(), [&](const auto& each) { return each.id == id; });
    const cases::Fact* last = fact == now.facts.end() ? nullptr : whole_with(now, *fact);
    if (last == nullptr) return {};
    AsSigned then;
    then.facts = seen_by_author(now, last->id, id);
    if (then.facts.size() == now.facts.size()) return {};
    then.folded = fold(then.facts);
    if (!then.folded.is_in_force(id) || !then.folded.is_in_force(last->id)) return {};
    then.answers = answers_of(now.pack, then.facts);
    add_told_document(now.pack, then.folded, then.facts, then.answers);
    add_acting(now.pack, then.folded, then.answers);
    add_fellows(now.pack, then.folded, then.answers);
    return then;
}

namespace {

CourtDesk desk_then(const CourtDesk& now, const AsSigned& then) {
    return {now.pack, then.folded, then.facts, then.answers, now.name_of, now.today, now.accounts};
}

void wipe(AsSigned& then, CourtDesk& desk) {
    domain::wipe(then.answers);
    for (auto& [record, account] : desk.accounts)
        base::wipe(account.number);
}

}  // namespace

base::Result<CourtPaper> make_as_signed(const CourtDesk& now, const pack::CourtTemplate& paper,
                                        std::optional<cases::FactId> about, const FoldFacts& fold) {
    const cases::FactId fact = TRY(fact_told(now, paper, about));
    std::optional<AsSigned> then = paper.is_of_today ? std::nullopt : as_signed(now, fact, fold);
    if (!then) return make_court_paper(now, paper, fact);
    CourtDesk desk = desk_then(now, *then);
    auto made = make_court_paper(desk, paper, fact);
    wipe(*then, desk);
    return made;
}

base::Result<CourtPaper> make_module_as_signed(const CourtDesk& now, std::string_view id, const cases::Offices& offices,
                                               const std::optional<cases::FactId>& about, const FoldFacts& fold) {
    CourtPaper today = TRY(make_module_paper(now, id, offices, about));
    std::optional<AsSigned> then = as_signed(now, today.record, fold);
    if (!then) return today;
    CourtDesk desk = desk_then(now, *then);
    auto made = make_module_paper(desk, id, offices, today.record);
    wipe(*then, desk);
    return made;
}

}  // namespace courtyard::printing
