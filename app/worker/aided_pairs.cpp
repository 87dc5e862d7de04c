#include "app/worker/aided_pairs.hpp"

#include <algorithm>

#include "app/domain/double_aid.hpp"
#include "app/domain/text.hpp"
#include "app/flow/double_view.hpp"

namespace courtyard::worker {

namespace {

// A line of a fact holds 200 characters, an original case up to 120 of them.
std::string short_name(const std::string& name) {
    constexpr std::size_t kNameMax = 60;
    const auto points = domain::code_points(name);
    return points && points->size() > kNameMax ? domain::utf8(points->substr(0, kNameMax)) : name;
}

std::string who_of(const Applicant& applicant, const AidedPair& pair) {
    constexpr std::size_t kEnds = flow::DoubleMatch::kEnds;
    return flow::DoubleMatch{short_name(applicant.name), pair.person.substr(pair.person.size() - kEnds),
                             pair.original_case}
        .text();
}

}  // namespace

std::vector<std::string> originals_of(const cases::AidCase& folded) {
    std::vector<std::string> all;
    for (const std::string& named : folded.original_cases)
        for (std::string& each : domain::same_case_texts(named))
            if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(std::move(each));
    return all;
}

std::vector<NamedPair> pairs_of(const domain::FormDefinition& form, std::span<const cases::Fact> facts,
                                const KnownApplicants& known, std::span<const std::string> originals) {
    std::vector<NamedPair> pairs;
    for (const Applicant& each : applicants_of(form, facts, known)) {
        const auto person = domain::same_person_text(each.document);
        if (!person) continue;
        for (const std::string& original : originals) {
            AidedPair pair{*person, original};
            std::string who = who_of(each, pair);
            pairs.push_back({std::move(pair), std::move(who)});
        }
    }
    return pairs;
}

std::string who_now(const KnownApplicants& known, const std::string& who) {
    flow::DoubleMatch match = flow::DoubleMatch::of(who);
    const bool is_known = std::any_of(known.names.begin(), known.names.end(),
                                      [&match](const std::string& name) { return short_name(name) == match.name; });
    if (match.ends.empty() || !is_known) return who;
    match.name = short_name(known.applicant);
    return match.text();
}

flow::Uncompared uncompared_in(const domain::FormDefinition& form, std::span<const cases::Fact> facts,
                               const cases::AidCase& folded) {
    flow::Uncompared out;
    for (const Applicant& each : applicants_of(form, facts, known_applicants(folded)))
        if (!domain::same_person_text(each.document) && each.why_none.empty()) out.persons.push_back(each.name);
    out.original = originals_of(folded).empty();
    return out;
}

}  // namespace courtyard::worker
