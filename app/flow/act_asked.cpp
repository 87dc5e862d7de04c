#include "app/flow/act_asked.hpp"

#include <algorithm>

#include "app/cases/lacking.hpp"
#include "app/flow/act_box.hpp"
#include "app/flow/act_probe.hpp"

namespace courtyard::flow {

namespace {

using cases::FieldRule;

// The first and the last of several answers: what both ask for, every one does.
enum class Guess : std::uint8_t { First, Last };

class ActAsking {
public:
    ActAsking(const cases::ActRule& rule, const cases::Fields& typed, const CaseView& view, base::Instant now,
              Guess guess)
        : rule_(rule), view_(view), now_(now), probe_(view), whole_(typed) {
        complete(guess);
    }

    std::vector<std::string> run() {
        refusal_ = refused(whole_);
        for (bool found = true; found;) {
            found = false;
            for (const FieldRule& field : rule_.fields)
                if (may_be_asked(field) && !has(field) && is_needed(field)) found = true, take(field);
        }
        std::vector<std::string> names;
        for (const FieldRule& field : rule_.fields)
            if (has(field)) names.emplace_back(field.name);
        return names;
    }

private:
    [[nodiscard]] bool has(const FieldRule& field) const {
        return std::find(asked_.begin(), asked_.end(), field.name) != asked_.end();
    }
    void take(const FieldRule& field) {
        asked_.push_back(field.name);
        if (whole_.contains(field.name)) return;
        whole_.emplace(std::string(field.name), any_value(view_, field, now_));
        refusal_ = refused(whole_);
    }

    // Whatever must be there and is not, or cannot be read yet.
    void complete(Guess guess) {
        for (std::size_t i = 0; i < rule_.fields.size(); ++i) {
            const auto wrong = cases::check_typed(rule_, whole_);
            if (!wrong) return;
            const std::string name = wrong->code.substr(std::string_view("field.").size());
            whole_.erase(name);
            for (const FieldRule& field : rule_.fields)
                if (field.name == name) whole_.emplace(name, guessed(field, guess));
        }
    }
    [[nodiscard]] cases::FieldValue guessed(const FieldRule& field, Guess guess) const {
        if (field.type == cases::FieldType::YesNo) return guess == Guess::First;
        if (field.type != cases::FieldType::Choice || guess == Guess::First) return any_value(view_, field, now_);
        return std::string(field.choices.substr(field.choices.rfind(' ') + 1));
    }

    // What names other facts, only a person can say; pictures are never asked for.
    static bool may_be_asked(const FieldRule& field) {
        const bool told = field.type != cases::FieldType::Fact && field.type != cases::FieldType::Facts &&
                          field.type != cases::FieldType::Pictures && field.kept == cases::Kept::InFact;
        return told && field.need == cases::Need::May && !is_filled_by_program(field);
    }

    // What an act must say besides comes first here: a made-up account would be refused before it.
    [[nodiscard]] std::string refused(const cases::Fields& fields) const {
        cases::Fact fact;
        fact.kind = rule_.kind;
        fact.fields = fields;
        if (const auto lacking = cases::lacks(view_.folded, fact)) return lacking->code;
        if (const auto lacking = cases::lacks_beside(view_.told_unpaid, fact)) return lacking->code;
        return probe_.ask(rule_.kind, fields, now_).refusal;
    }
    [[nodiscard]] bool is_needed(const FieldRule& field) const {
        const bool is_there = whole_.contains(field.name);
        if (!is_there && refusal_.empty()) return false;
        cases::Fields without = whole_;
        without.erase(std::string(field.name));
        const std::string lacking = is_there ? refused(without) : refusal_;
        const std::string said = is_there ? refusal_ : refused_with(without, field);
        // Wrong as it stands, and refused in the same words when it is empty: it must be there, and be another.
        const bool is_wrong = is_there && field.type == cases::FieldType::Money && is_about(said, field.name);
        if (is_wrong && lacking == said) return true;
        return !lacking.empty() && lacking != said && !does_another(without, field, said);
    }
    [[nodiscard]] std::string refused_with(cases::Fields fields, const FieldRule& field) const {
        fields.emplace(std::string(field.name), any_value(view_, field, now_));
        return refused(fields);
    }
    // Of several of which any one will do, none is asked for. `said`: what is said with the field itself.
    [[nodiscard]] bool does_another(const cases::Fields& without, const FieldRule& field,
                                    const std::string& said) const {
        return std::any_of(rule_.fields.begin(), rule_.fields.end(), [&](const FieldRule& other) {
            const bool is_other = other.name != field.name && may_be_asked(other) && !without.contains(other.name);
            if (!is_other) return false;
            const std::string told = refused_with(without, other);
            return told.empty() || told == said;
        });
    }

    const cases::ActRule& rule_;
    const CaseView& view_;
    base::Instant now_;
    ActProbe probe_;
    cases::Fields whole_;
    std::string refusal_;  // of the whole
    std::vector<std::string_view> asked_;
};

}  // namespace

std::vector<std::string> asked_after_all(const ActDraft& draft, const CaseView& view, base::Instant now) {
    const cases::ActRule* rule = rule_of(draft);
    if (rule == nullptr || draft.form != nullptr) return {};
    const cases::Fields typed = signed_fields(draft);
    std::vector<std::string> asked = ActAsking(*rule, typed, view, now, Guess::First).run();
    if (asked.empty() || !cases::check_typed(*rule, typed)) return asked;
    const std::vector<std::string> other = ActAsking(*rule, typed, view, now, Guess::Last).run();
    std::erase_if(asked,
                  [&](const std::string& name) { return std::find(other.begin(), other.end(), name) == other.end(); });
    return asked;
}

}  // namespace courtyard::flow
