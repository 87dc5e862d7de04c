// Problems of an application said to somebody who has no screen before him.
#include <algorithm>
#include <array>

#include "app/pack/pack.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

using domain::Field;
using domain::FieldType;

constexpr std::array<std::string_view, 11> kToldKeys{
    "told.options",    "told.list",      "told.parts", "told.rows",    "told.alone",  "told.also",
    "told.whole_also", "told.leave_out", "told.word",  "told.meaning", "told.between"};

// Problems that another answer, or none, would take away as well.
constexpr std::array<std::string_view, 10> kMendedByOtherAnswers{
    "answer.required", "answer.option", "answer.type", "list.too_few", "phone.format",
    "area.code",       "case_number.",  "money.",      "date.",        "integer."};

bool may_be_answered_otherwise(std::string_view code) {
    return code.starts_with("name.") || code.starts_with("identity.") ||
           std::any_of(kMendedByOtherAnswers.begin(), kMendedByOtherAnswers.end(),
                       [&](std::string_view start) { return code.starts_with(start); });
}

class Teller {
public:
    Teller(const Pack& pack, const domain::Problem& problem) : words_(pack.words), problem_(problem) {
        field_ = pack.form.field(problem.field);
        asked_ = field_;
        if (field_ != nullptr && !problem.part.empty()) asked_ = field_->column(problem.part);
    }

    std::string tell() {
        std::string out = domain::place(problem_);
        if (field_ != nullptr) out += ' ' + field_->label;
        out += ": " + what();
        if (asked_ != nullptr && problem_.severity == domain::Severity::Error) out += advice();
        std::replace(out.begin(), out.end(), '\n', ' ');
        return out;
    }

private:
    std::string what() const {
        const std::string& code = problem_.code;
        const std::string plain = words_.text(code, problem_.params);
        if (asked_ == nullptr) return plain;
        if (code == "answer.option") return words_.text("told.options", {{"options", options()}});
        if (code == "answer.required" && asked_->is_closed())
            return plain + words_.text("told.options", {{"options", options()}});
        if (code == "answer.type") return shape(plain);
        if (code == "choice.alone") return words_.text("told.alone", {{"alone", options("alone")}});
        return plain;
    }

    std::string shape(const std::string& otherwise) const {
        if (asked_->type == FieldType::Multi) return words_.text("told.list", {{"options", options()}});
        const bool is_list = asked_->type == FieldType::Rows || asked_->type == FieldType::Papers;
        if (asked_->columns.empty()) return otherwise;
        return words_.text(is_list ? "told.rows" : "told.parts", {{"parts", parts()}});
    }

    std::string advice() const {
        if (!may_be_answered_otherwise(problem_.code)) return {};
        if (!asked_->also.empty()) return words_.text("told.also", {{"also", listed(asked_->also)}});
        std::string out;
        if (asked_->need == domain::Need::Optional && problem_.code != "answer.required") {
            out += words_.text("told.leave_out");
        }
        if (asked_ != field_ && !problem_.row && !field_->also.empty())
            out += words_.text("told.whole_also", {{"field", field_->code}, {"also", listed(field_->also)}});
        return out;
    }

    std::string parts() const {
        std::vector<std::string> keys;
        for (const Field& column : asked_->columns)
            keys.push_back(column.code);
        return listed(keys);
    }

    // What stands in the file; behind a code also what it means.
    std::string options(std::string_view kind = {}) const {
        std::string out;
        for (const domain::Option& option : asked_->options) {
            if (!kind.empty() && option.kind != kind) continue;
            const bool is_code = option.value != option.say && static_cast<unsigned char>(option.value.front()) < 0x80;
            add(out,
                words_.text(is_code ? "told.meaning" : "told.word", {{"word", option.value}, {"say", option.say}}));
        }
        return out;
    }

    std::string listed(const std::vector<std::string>& texts) const {
        std::string out;
        for (const std::string& text : texts)
            add(out, words_.text("told.word", {{"word", text}}));
        return out;
    }

    void add(std::string& list, const std::string& entry) const {
        if (!list.empty()) list += words_.text("told.between");
        list += entry;
    }

    const Words& words_;
    const domain::Problem& problem_;
    const Field* field_ = nullptr;
    const Field* asked_ = nullptr;  // the field itself, or its part
};

}  // namespace

std::span<const std::string_view> told_keys() { return kToldKeys; }

std::string sentence(const Pack& pack, const domain::Problem& problem) { return Teller(pack, problem).tell(); }

}  // namespace courtyard::pack
