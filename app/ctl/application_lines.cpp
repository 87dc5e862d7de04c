#include "app/ctl/application_lines.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/domain/screening.hpp"
#include "app/worker/china_time.hpp"
#include "app/worker/screening_part.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSafeContact = "F1.11";  // and with a letter: number, messages, who must not know, code word

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : std::string(between)) + part;
    return out;
}

// The two parts of a document need no names; the columns of a table have theirs.
std::string value_words(const domain::FormDefinition& form, const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? form.yes : form.no;
    std::vector<std::string> parts;
    if (value.is_array()) {
        for (const Json& item : value)
            parts.push_back(value_words(form, item));
        return joined(parts, ", ");
    }
    if (!value.is_object()) return value.dump();
    for (const auto& [key, part] : value.items()) {
        const bool is_plain = key == "type" || key == "number" || key == "signed" || key == "date";
        parts.push_back((is_plain ? "" : key + ": ") + value_words(form, part));
    }
    return joined(parts, ", ");
}

std::string label_of(const domain::FormDefinition& form, const std::string& code) {
    const domain::Field* field = form.field(code);
    return field == nullptr ? code + "  (a field of another form)" : code + "  " + field->label;
}

std::string reply_words(const domain::ScreeningQuestion& question, const std::vector<std::string>& values) {
    std::vector<std::string> said;
    for (const domain::ScreeningOption& option : question.options) {
        if (std::find(values.begin(), values.end(), option.value) != values.end()) said.push_back(option.say);
    }
    return said.empty() ? "-" : joined(said, ", ");
}

}  // namespace

std::vector<std::string> answer_lines(const domain::FormDefinition& form, const Json& answers) {
    std::vector<std::string> lines;
    for (const auto& [code, value] : answers.items()) {
        const bool is_table = value.is_array() && !value.empty() && value.front().is_object();
        lines.push_back(label_of(form, code) + ":" + (is_table ? "" : " " + value_words(form, value)));
        if (!is_table) continue;
        for (std::size_t i = 0; i < value.size(); ++i)
            lines.push_back("       " + std::to_string(i + 1) + ". " + value_words(form, value[i]));
    }
    return lines;
}

std::vector<std::string> other_form_codes(const domain::Application& application) {
    std::vector<std::string> codes;
    for (const auto& [code, answer] : application.others)
        codes.push_back(code);
    return codes;
}

std::string other_form_line(const std::vector<std::string>& codes) {
    if (codes.empty()) return {};
    return "HEED:      it was filled in on another form than this laptop's pack has; without a place in this one, and "
           "on "
           "no paper made here: " +
           joined(codes, ", ");
}

std::vector<std::string> screening_lines(const pack::Pack& pack, const std::string& screening_json) {
    const auto answers = worker::read_screening(screening_json);
    if (!answers) return {"screening: cannot be read (" + answers.error().message + ")"};
    if (!*answers) return {"screening: none was done"};
    const domain::Screening screening = domain::screen(pack.screening, **answers);
    const std::string also = screening.also.empty() ? "" : ", also " + joined(screening.also, ", ");
    std::vector<std::string> lines{"screening: " + screening.primary + also + " by rule " + screening.rule +
                                   "; an explanation, no finding"};
    if (const domain::ScreeningOutcome* outcome = pack.screening.outcome(screening.primary))
        lines.push_back("       " + outcome->title);
    for (const std::string& reason : screening.reasons)
        lines.push_back("       " + reason);
    for (const std::string& article : screening.articles)
        lines.push_back("       " + article);
    for (const domain::ScreeningQuestion* question : domain::questions_to_ask(pack.screening, **answers)) {
        lines.push_back(question->key + "  " + question->ask + " " +
                        reply_words(*question, domain::screening_value(**answers, question->key)));
    }
    return lines;
}

std::vector<std::string> safe_contact_lines(const domain::FormDefinition& form, const Json& answers) {
    std::vector<std::string> lines;
    for (const auto& [code, value] : answers.items())
        if (code.starts_with(kSafeContact))
            lines.push_back("       " + label_of(form, code) + ": " + value_words(form, value));
    if (!lines.empty()) lines.insert(lines.begin(), "SAFE CONTACT, before any call or letter:");
    return lines;
}

std::vector<std::string> helper_lines(const domain::FormDefinition& form, const std::vector<std::string>& typed,
                                      bool confirmed_alone) {
    if (typed.empty()) return {};
    std::vector<std::string> lines{confirmed_alone ? "typed by somebody else, confirmed by the applicant alone:"
                                                   : "typed by somebody else, NOT confirmed by the applicant alone:"};
    for (const std::string& code : typed)
        lines.push_back("       " + label_of(form, code));
    return lines;
}

std::vector<std::string> history_lines(const worker::Standing& standing) {
    std::vector<std::string> lines;
    for (const worker::Review& review : standing.history) {
        lines.push_back(worker::china_time(review.claimed) + "  " +
                        std::string(worker::review_state_name(review.status)) + "  " + review.by +
                        (review.number.empty() ? "" : "  " + review.number));
        for (const std::string& paper : review.papers)
            lines.push_back("       still needed: " + paper);
        if (!review.text.empty()) lines.push_back("       " + review.text);
    }
    return lines;
}

}  // namespace courtyard::ctl
