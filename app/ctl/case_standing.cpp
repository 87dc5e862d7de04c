#include "app/ctl/case_standing.hpp"

#include <algorithm>
#include <array>

#include "app/cases/shaken_ground.hpp"
#include "app/domain/money.hpp"
#include "app/pack/help_offers.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kIdShown = 8;

// Fields that tell facts of one kind apart, in the order in which they are told.
constexpr std::array<std::string_view, 15> kTelling{"body", "court", "item", "payee",   "amount",
                                                    "part", "parts", "what", "due",     "answer_by",
                                                    "plan", "place", "day",  "speaker", "paper"};
constexpr std::array<std::string_view, 2> kUntil{"due", "answer_by"};

// A body of the pack by its name; of a ballot it is the panel or the committee, which no pack names.
std::string words_of(const pack::Pack& pack, std::string_view name, const cases::FieldValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return name == "amount" ? domain::yuan_text({*number}) + " yuan"
                                : std::string(name) + " " + std::to_string(*number);
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return {};
    if (name == "body") return pack::body_name(pack, *text);
    const bool is_until = std::find(kUntil.begin(), kUntil.end(), name) != kUntil.end();
    return is_until ? "until " + *text : *text;
}

std::string short_id(const cases::FactId& id) { return id.text().substr(0, kIdShown); }

using Bodies = std::map<std::string, cases::FactId>;

// Those that do not stand in `but`, too.
std::string names_of(const pack::Pack& pack, const Bodies& bodies, const Bodies& but = {}) {
    std::string all;
    for (const auto& [body, fact] : bodies)
        if (!but.contains(body)) all += (all.empty() ? "" : ", ") + pack::body_name(pack, body);
    return all;
}

std::string referral_line(const pack::Pack& pack, const cases::Referral& referral) {
    std::string line = "referral:  " + short_id(referral.by) + "  " + referral.sent_on.text() + "  " +
                       pack::body_name(pack, referral.body) + "  " + referral.item + "  " +
                       std::string(cases::name_of(referral.state));
    if (referral.answer_by) line += "  answer by " + referral.answer_by->text();
    if (referral.double_of) line += "  (the same as " + short_id(*referral.double_of) + ")";
    if (referral.ended) line += "  (consent was taken back on " + referral.ended->on.text() + ")";
    if (referral.owes_refusal()) line += "  (the person has not been told)";
    if (referral.owes_word()) line += "  (the body has not been told)";
    return line;
}

std::string linkage_line(const cases::Linkage& linkage) {
    std::string line = "linkage:   " + short_id(linkage.by) + "  " + linkage.asked_on.text() + "  " + linkage.court +
                       "  " + std::string(cases::name_of(linkage.state));
    if (linkage.granted.value > 0) line += "  " + domain::yuan_text(linkage.granted) + " yuan, of its own money";
    if (linkage.answer_by && linkage.is_open()) line += "  answer by " + linkage.answer_by->text();
    if (linkage.double_of) line += "  (the same as " + short_id(*linkage.double_of) + ")";
    if (linkage.owes_word()) line += "  (the person has not been told)";
    return line;
}

std::string promise_line(const pack::Pack& pack, const cases::Promise& promise) {
    return "promise:   " + short_id(promise.by) + "  " + pack::body_name(pack, promise.body) + "  " + promise.owner +
           "  " + promise.what + "  due " + promise.due.text() + "  " + std::string(cases::name_of(promise.state));
}

}  // namespace

std::optional<Matter> matter_of(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                const std::optional<cases::FactId>& on) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const cases::Fact& fact) { return fact.id == on; });
    if (!on || found == facts.end()) return std::nullopt;
    Matter matter;
    matter.json = Json{{"fact", on->text()}, {"kind", found->kind}, {"on", found->day().text()}};
    matter.words = short_id(*on) + " " + found->kind + " of " + found->day().text();
    std::string separator = ": ";
    for (const std::string_view name : kTelling) {
        const auto field = found->fields.find(name);
        if (field == found->fields.end()) continue;
        std::visit([&](const auto& value) { matter.json[std::string(name)] = value; }, field->second);
        const std::string words = words_of(pack, name, field->second);
        if (words.empty()) continue;
        matter.words += separator + words;
        separator = ", ";
    }
    return matter;
}

std::vector<std::string> standing_lines(const pack::Pack& pack, const cases::AidCase& folded) {
    std::vector<std::string> lines;
    if (!folded.original_case.empty()) lines.push_back("original:  " + folded.original_case);
    for (const std::string& where : folded.inquiry.earlier_aid())
        lines.push_back("HEED:      helped for the same before, as somebody found: " + where);
    for (const auto& [as, one] :
         {std::pair{"guardian:  ", &folded.acting.guardian}, std::pair{"agent:     ", &folded.acting.agent}})
        if (*one)
            lines.push_back(as + ((*one)->name.empty() ? std::string("nobody any more") : (*one)->name) + "  since " +
                            (*one)->since.text());
    if (folded.ballots.decision) {
        std::string doubts;
        for (const cases::FactId& each : folded.ballots.decision->open_doubts())
            if (const cases::Entry* entry = folded.entry(each))
                doubts += (doubts.empty() ? "" : ", ") + short_id(each) + " " + entry->kind;
        if (!doubts.empty())
            lines.push_back("DOUBTED:   the decision, by what came to light since: " + doubts +
                            "; nothing is paid until the leader says case act ... decision_kept reasons=, or corrects "
                            "the decision");
    }
    for (const cases::Entry& each : folded.entries)
        if (cases::is_against_payment(folded, each))
            lines.push_back("HELD:      money went out (" + short_id(*each.against) +
                            ") by people who had not heard of " + short_id(each.id) +
                            ", which took its ground back; nothing is paid until the leader says case act ... "
                            "contradiction_settled holds= falls= reasons=");
    constexpr std::string_view kSettle =
        " until somebody else says case act ... contradiction_settled holds= falls= "
        "reasons=";
    for (const cases::AtOdds& each : folded.care.at_odds)
        if (each.what == "money")
            lines.push_back("HELD:      whether money came is told otherwise by " + short_id(each.earlier) + " and " +
                            short_id(each.later) + "; nothing is paid" + std::string(kSettle));
    for (const cases::Entry& each : folded.entries)
        if (each.standing == cases::Standing::Contradicts && each.code == cases::kTwoOpinions && each.against)
            lines.push_back("HELD:      the department's answer is noted otherwise by " + short_id(*each.against) +
                            " and " + short_id(each.id) + "; the case is neither sent on, filed nor refused filing" +
                            std::string(kSettle));
    const cases::Ballot* ballot = folded.ballots.decision ? nullptr : folded.ballots.current();
    for (const cases::Findings::Anew& each : folded.findings.anew)
        if (ballot != nullptr && each.ballot == ballot->by)
            lines.push_back(
                "ANEW:      since the ballot was laid an element of it was found otherwise: " + short_id(each.by) +
                (each.answered ? "  (looked at: the papers stay)"
                               : "; lay the ballot anew with it, or say in a remark that it stands"));
    if (ballot != nullptr && ballot->laid_by.size() > 1)
        lines.push_back("ballot:    laid by " + std::to_string(ballot->laid_by.size()) +
                        " who had not heard of each other; it is one, and all votes on it count together");
    if (folded.acting.is_disputed) lines.push_back("guardian:  two say otherwise: settle it first");
    if (folded.ledger.claim)
        lines.push_back("claim:     " + short_id(folded.ledger.claim->by) + "  kept as a special claim since " +
                        folded.ledger.claim->since.text() +
                        (folded.ledger.claim->amount.value > 0
                             ? "  " + domain::yuan_text(folded.ledger.claim->amount) + " yuan"
                             : std::string("  (nobody has said how much)")));
    const std::vector<std::string> missing = folded.inquiry.still_missing();
    for (const std::string& paper : missing)
        lines.push_back("missing:   " + paper + "  (case act ... more_came papers=, in these words)");
    const cases::Care& care = folded.care;
    const std::string agreed = names_of(pack, care.consents), revoked = names_of(pack, care.revocations, care.consents);
    if (!agreed.empty()) lines.push_back("agreed to: " + agreed);
    if (!revoked.empty()) lines.push_back("no more to: " + revoked);
    for (const cases::Referral& referral : care.referrals)
        lines.push_back(referral_line(pack, referral));
    for (const cases::Linkage& linkage : care.linkages)
        lines.push_back(linkage_line(linkage));
    for (const cases::Promise& promise : care.promises)
        lines.push_back(promise_line(pack, promise));
    return lines;
}

std::string urgency_words(std::int32_t days_over, bool same_day) {
    if (days_over <= 0) return same_day ? "  TODAY, before anything else" : "";
    return "  OVERDUE by " + std::to_string(days_over) + (same_day ? ", before anything else" : "");
}

}  // namespace courtyard::ctl
