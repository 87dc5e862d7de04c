#include "app/cases/told_documents.hpp"

#include <algorithm>
#include <array>

#include "app/domain/double_aid.hpp"
#include "app/domain/identity_number.hpp"

namespace courtyard::cases {

std::vector<ToldDocument> told_documents(std::span<const Fact> facts, std::span<const FactId> identified) {
    std::vector<ToldDocument> told;
    std::string applicant;
    for (const Fact& fact : facts) {
        if (fact.kind != "case_opened" || fact.id != fact.about) continue;
        applicant = fact.text("applicant");
        if (fact.has("document")) told.push_back({applicant, std::string(fact.text("document")), {}});
    }
    for (const FactId& id : identified) {
        const auto found = std::find_if(facts.begin(), facts.end(), [&id](const Fact& each) { return each.id == id; });
        if (found == facts.end() || (!found->has("document") && !found->has("reasons"))) continue;
        told.push_back({found->has("who") ? std::string(found->text("who")) : applicant,
                        std::string(found->text("document")), std::string(found->text("reasons"))});
    }
    return told;
}

std::string applicants_document(std::span<const Fact> facts, std::span<const FactId> identified,
                                std::span<const std::string> names) {
    std::string_view opened_for;
    for (const Fact& fact : facts)
        if (fact.kind == "case_opened" && fact.id == fact.about) opened_for = fact.text("applicant");
    std::string document;
    for (const ToldDocument& each : told_documents(facts, identified)) {
        const bool is_own = each.who == opened_for || std::find(names.begin(), names.end(), each.who) != names.end();
        if (is_own && !each.document.empty()) document = each.document;
    }
    return document;
}

Verdict wrong_document(const Fact& fact) {
    constexpr std::array<std::string_view, 4> kTelling{"case_opened", "identified", "guardian_changed", "fellow_asked"};
    const bool tells = std::find(kTelling.begin(), kTelling.end(), fact.kind) != kTelling.end();
    if (!tells || !fact.has("document")) return std::nullopt;
    const auto plain = domain::same_person_text(fact.text("document"));
    if (!plain) return refuse("document.length");
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool all_digits =
        std::all_of(plain->begin(), plain->end() - 1, is_digit) && (is_digit(plain->back()) || plain->back() == 'X');
    constexpr std::size_t kWhole = 18, kOthersMax = 11;
    if (!all_digits || plain->size() <= kOthersMax) return std::nullopt;
    if (plain->size() != kWhole) return refuse("document.length");
    // From 9 on they are codes of organisations and of foreigners, whose last character is reckoned in other ways.
    const bool is_citizen = plain->front() >= '1' && plain->front() <= '8';
    if (is_citizen && domain::identity_check_character(plain->substr(0, kWhole - 1)) != plain->back())
        return refuse("document.checksum");
    return std::nullopt;
}

}  // namespace courtyard::cases
