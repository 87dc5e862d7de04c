#include "app/cases/findings.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/cases/aid_case.hpp"
#include "app/domain/case_number.hpp"
#include "app/domain/form.hpp"

namespace courtyard::cases {

namespace {

using nlohmann::json;

constexpr std::string_view kCommitment = "commitment";
constexpr std::string_view kPetitioner = "E9", kLifeInDanger = "E2";

// Codes alone: whatever else an old form has there means nothing here.
std::vector<std::string> categories_in(std::string_view answers) {
    std::vector<std::string> out;
    const json all = json::parse(answers, nullptr, false);
    if (!all.is_object()) return out;
    const auto said = all.find(domain::code::kCategories);
    if (said == all.end() || !said->is_array()) return out;
    for (const json& each : *said) {
        if (!each.is_string()) continue;
        const auto& code = each.get_ref<const std::string&>();
        if (code.size() == 2 && code[0] == 'E' && code[1] >= '1' && code[1] <= '9') out.push_back(code);
    }
    return out;
}

Verdict check_commitment(const Fact& fact) {
    if (fact.text("given") != "given") return fact.has("reasons") ? Verdict{} : refuse("field.reasons");
    if (!fact.yes("consequences")) return refuse("field.consequences");
    return fact.yes("read_back") ? Verdict{} : refuse("field.read_back");
}

bool has_category(const AidCase& of, std::string_view category) {
    const auto& all = of.findings.categories;
    return std::find(all.begin(), all.end(), category) != all.end();
}

// A person may have promised nothing because nothing was to be promised: then somebody said so, with reasons.
bool has_commitment(const Findings& findings) {
    return findings.commitment && findings.commitment->given != "declined";
}

}  // namespace

bool Findings::has(std::string_view element) const {
    return std::any_of(found.begin(), found.end(), [&](const Found& each) { return each.element == element; });
}

Taken take(Findings& findings, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (fact.kind == "case_opened") {
        findings.categories = categories_in(fact.text("answers"));
    } else if (fact.kind == "element_found") {
        // Others of the office gather what proves a case; whether a claim is partly right only a judge says.
        if (fact.text("element") == "petition" && scene.role != Role::Judge) return {refuse("element.petition"), {}};
        findings.found.push_back({fact.id, std::string(fact.text("element"))});
    } else if (fact.kind == "commitment_taken") {
        if (auto no = check_commitment(fact)) return {std::move(no), {}};
        findings.commitment = Findings::Commitment{fact.id, std::string(fact.text("given"))};
    }
    return {};
}

bool is_petition(const AidCase& of) {
    if (has_category(of, kPetitioner) || of.findings.has("petition")) return true;
    constexpr int kAnyYear = 9999;
    const auto number = domain::CaseNumber::parse(of.number, kAnyYear);
    return number && number->is_petition_aid();
}

std::vector<std::string> missing_for(const AidCase& of, std::string_view proposal) {
    std::vector<std::string> missing;
    const Findings& findings = of.findings;
    const auto want = [&](const char* element) {
        if (!findings.has(element)) missing.emplace_back(element);
    };
    const bool petition = is_petition(of), grants = proposal == "grant";
    if (petition && proposal != "terminate") want("petition");
    if (!petition && proposal == "refuse" && findings.found.empty()) want("case");
    if (!grants) return missing;
    if (!petition) {
        if (!findings.has("loss")) want("harm");
        if (!has_category(of, kLifeInDanger)) want("paid");
    }
    want("hardship");
    if (petition && !has_commitment(findings)) missing.emplace_back(kCommitment);
    return missing;
}

Verdict refused_report(const AidCase& so_far, std::string_view kind, const Fields& fields) {
    if (kind != "report_written") return std::nullopt;
    const auto found = fields.find("proposal");
    const auto* proposal = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
    if (proposal == nullptr) return std::nullopt;
    return missing_for(so_far, *proposal).empty() ? Verdict{} : refuse("report.elements");
}

}  // namespace courtyard::cases
