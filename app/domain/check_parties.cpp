#include "app/domain/check_parties.hpp"

#include <algorithm>

#include "app/domain/identity_number.hpp"
#include "app/domain/person_name.hpp"
#include "app/domain/whole_number.hpp"

namespace courtyard::domain {

namespace {

constexpr int kOfAge = 18;  // Civil Code, article 17
constexpr std::string_view kDocumentNumber = "number";

struct Party {
    std::optional<std::size_t> row;
    std::string part;  // the column of the number, or of the name where there is none
    std::optional<PersonName> name;
    std::optional<IdentityNumber> number;
};

bool is_same(const Party& a, const Party& b) {
    if (a.number && b.number) return *a.number == *b.number;
    return a.name && b.name && *a.name == *b.name;
}

class PartyChecker {
public:
    PartyChecker(const FormDefinition& form, const Application& application, const FormScope& scope, Date today)
        : form_(form), application_(application), scope_(scope), today_(today) {}

    std::vector<Problem> check() {
        const Party applicant = the_applicant();
        const std::vector<Party> fellows = parties_of(code::kFellowApplicants);
        for (std::size_t i = 0; i < fellows.size(); ++i) {
            const bool is_repeated = std::any_of(fellows.begin(), fellows.begin() + static_cast<std::ptrdiff_t>(i),
                                                 [&](const Party& before) { return is_same(before, fellows[i]); });
            if (is_repeated || is_same(applicant, fellows[i]))
                warn(code::kFellowApplicants, fellows[i], "party.same_person");
        }
        for (const std::string_view code : {code::kGuardian, code::kAgent}) {
            for (const Party& party : parties_of(code)) {
                if (is_same(applicant, party)) warn(code, party, "party.same_person");
            }
        }
        check_fellow_minors(fellows);
        check_authority();
        check_household();
        return std::move(problems_);
    }

private:
    void warn(std::string_view field, const Party& party, std::string_view code) {
        problems_.push_back({std::string(field), party.row, party.part, std::string(code), Severity::Warning, {}});
    }

    [[nodiscard]] const Answer* shown_answer(std::string_view code) const {
        const Field* field = form_.field(code);
        return field != nullptr && scope_.holds(field->show) ? application_.find(code) : nullptr;
    }

    [[nodiscard]] std::optional<IdentityNumber> number_of(std::string_view text) const {
        auto number = IdentityNumber::parse(text, today_);
        if (!number) return std::nullopt;
        return *number;
    }

    static std::optional<PersonName> name_of(std::string_view text) {
        auto name = PersonName::parse(text);
        if (!name) return std::nullopt;
        return *name;
    }

    [[nodiscard]] Party the_applicant() const {
        Party party;
        party.name = name_of(application_.text(code::kApplicant));
        const Answer* document = application_.find(code::kDocument);
        if (document == nullptr) return party;
        if (const std::string* text = document->text()) party.number = number_of(*text);
        if (const Row* row = document->row()) {
            const auto number = row->find(kDocumentNumber);
            if (number != row->end()) party.number = number_of(number->second);
        }
        return party;
    }

    [[nodiscard]] Party party_of(const Field& field, const Row& row) const {
        Party party;
        for (const Field& column : field.columns) {
            const auto part = row.find(column.code);
            if (part == row.end() || column.is_also(part->second) || !column.role.empty()) continue;
            if (column.type == FieldType::Name && !party.name) {
                party.name = name_of(part->second);
                if (party.part.empty()) party.part = column.code;
            }
            if (column.type == FieldType::IdDocument && !party.number) {
                party.number = number_of(part->second);
                if (party.number) party.part = column.code;
            }
        }
        return party;
    }

    [[nodiscard]] std::vector<Party> parties_of(std::string_view code) const {
        std::vector<Party> parties;
        const Field* field = form_.field(code);
        const Answer* answer = shown_answer(code);
        if (answer == nullptr) return parties;
        if (const Row* row = answer->row()) parties.push_back(party_of(*field, *row));
        if (const RowList* rows = answer->rows()) {
            for (std::size_t i = 0; i < rows->size(); ++i) {
                parties.push_back(party_of(*field, (*rows)[i]));
                parties.back().row = i;
            }
        }
        return parties;
    }

    void check_fellow_minors(const std::vector<Party>& fellows) {
        const Field* field = form_.field(code::kFellowApplicants);
        const Field* guardian = field == nullptr ? nullptr : field->column_of_role("guardian");
        if (guardian == nullptr || shown_answer(code::kGuardian) != nullptr) return;
        const Answer* answer = shown_answer(code::kFellowApplicants);
        for (const Party& fellow : fellows) {
            if (!fellow.number || full_years(fellow.number->born(), today_) >= kOfAge) continue;
            const Row& row = (*answer->rows())[*fellow.row];
            const auto named = row.find(guardian->code);
            if (named == row.end() || guardian->is_also(named->second) || !name_of(named->second))
                problems_.push_back(
                    {field->code, fellow.row, guardian->code, "party.needs_guardian", Severity::Warning, {}});
        }
    }

    void check_authority() {
        const Field* powers = form_.field(code::kAgentPowers);
        const Option* apply = powers == nullptr ? nullptr : powers->option_of_kind("apply");
        const Answer* given = shown_answer(code::kAgentPowers);
        const TextList* list = given == nullptr ? nullptr : given->list();
        if (apply == nullptr || list == nullptr || list->empty()) return;
        const bool may_apply = std::any_of(list->begin(), list->end(), [&](const std::string& power) {
            return power == apply->value || powers->is_also(power);
        });
        if (!may_apply) warn(code::kAgentPowers, {}, "party.no_authority");
    }

    void check_household() {
        const Answer* size = shown_answer(code::kHouseholdSize);
        const Answer* members = shown_answer(code::kHousehold);
        const RowList* rows = members == nullptr ? nullptr : members->rows();
        const std::string* text = size == nullptr ? nullptr : size->text();
        if (rows == nullptr || text == nullptr) return;
        const auto count = parse_whole_number(*text);
        if (count && *count > 0 && rows->size() > static_cast<std::size_t>(*count))
            warn(code::kHousehold, {}, "household.more_rows");
    }

    const FormDefinition& form_;
    const Application& application_;
    const FormScope& scope_;
    Date today_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check_parties(const FormDefinition& form, const Application& application, const FormScope& scope,
                                   Date today) {
    return PartyChecker(form, application, scope, today).check();
}

}  // namespace courtyard::domain
