#include "app/screens/field_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/domain/money.hpp"
#include "app/flow/form_answers.hpp"
#include "app/flow/form_codes.hpp"

namespace courtyard::screens {
namespace {

using domain::Field;
using domain::FieldType;

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t kChinaMs = 8LL * 60 * 60 * 1000;

std::int64_t second_of_day(base::Instant at) {
    const std::int64_t in_day = ((at.ms + kChinaMs) % kDayMs + kDayMs) % kDayMs;
    return in_day / 1000;
}

bool is_code(std::string_view value) {
    return !value.empty() &&
           std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const std::string* part_of(const domain::Row& row, std::string_view key) {
    const auto found = row.find(key);
    return found == row.end() || found->second.empty() ? nullptr : &found->second;
}

}  // namespace

std::string day_words(const Ui& ui, domain::Date day) {
    return ui.say("field.time.day", {{"year", std::to_string(day.year())},
                                     {"month", std::to_string(day.month())},
                                     {"day", std::to_string(day.day())}});
}

std::string moment_words(const Ui& ui, base::Instant at, base::Instant now) {
    const std::int64_t seconds = second_of_day(at);
    const std::string clock = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    const domain::Date day = domain::Date::in_china(at);
    const domain::Date today = domain::Date::in_china(now);
    const std::int32_t ago = today.days_since(day);
    if (ago == 0) return ui.say("field.time.today", {{"clock", clock}});
    if (ago == 1) return ui.say("field.time.yesterday", {{"clock", clock}});
    return ui.say(day.year() == today.year() ? "field.time.this_year" : "field.time.other_year",
                  {{"year", std::to_string(day.year())},
                   {"month", std::to_string(day.month())},
                   {"day", std::to_string(day.day())},
                   {"clock", clock}});
}

std::string moment_exact(base::Instant at) {
    const std::int64_t seconds = second_of_day(at);
    return fmt::format("{} {:02}:{:02}:{:02}", domain::Date::in_china(at).text(), seconds / 3600, seconds / 60 % 60,
                       seconds % 60);
}

std::string status_label(const Ui& ui, domain::ApplicationStatus status) {
    return ui.say("field.status." + std::string(domain::id(status)));
}

std::string outcome_label(const Ui& ui, std::string_view outcome) {
    return ui.say(outcome.empty() ? "field.outcome.none" : "field.outcome." + std::string(outcome));
}

std::string delivery_words(const Ui& ui, mail::Delivery delivery) {
    return ui.say("field.delivery." + std::string(mail::name_of(delivery)));
}

std::string role_words(const Ui& ui, std::string_view role) { return ui.say("field.role." + std::string(role)); }

std::string problem_words(const Ui& ui, std::string_view code) {
    const std::string own = "field.problem." + std::string(code);
    if (ui.knows(own)) return ui.say(own);
    const std::string room = "field.problem." + std::string(code.substr(0, code.find('.')));
    if (ui.knows(room)) return ui.say(room);
    return ui.say("field.problem.other", {{"code", std::string(code)}});
}

std::string mail_words(const Ui& ui, const flow::MailState& mail, base::Instant now) {
    if (mail.busy) return ui.say("field.mail.busy");
    std::string text = mail.last_contact
                           ? ui.say("field.mail.last", {{"when", moment_words(ui, *mail.last_contact, now)}})
                           : ui.say("field.mail.never");
    if (!mail.problem.empty()) text += ui.say("field.mail.not_yet");
    // Who has never been heard from confirmed nothing.
    if (mail.unsent > 0)
        text += ui.say("field.mail.unsent", {{"n", std::to_string(mail.unsent)}});
    else if (mail.last_contact)
        text += ui.say("field.mail.all_sent");
    if (mail.set_aside > 0) text += ui.say("field.mail.set_aside", {{"n", std::to_string(mail.set_aside)}});
    return text;
}

std::string value_words(const Ui& ui, const Field& field, std::string_view text) {
    if (text.empty() || field.is_also(text)) return std::string(text);
    if (const domain::Option* option = field.option(text)) {
        return is_code(option->value) ? option->value + " " + option->say : option->value;
    }
    if (field.type == FieldType::Money) {
        if (const auto amount = domain::parse_yuan(text)) {
            return ui.say("field.value.yuan", {{"amount", domain::yuan_display(*amount)}});
        }
    }
    if (field.type == FieldType::Date) {
        if (const auto date = domain::Date::parse(text)) return day_words(ui, *date);
    }
    return std::string(text);
}

std::vector<AnswerPart> answer_parts(const Ui& ui, const Field& field, const domain::Answer& answer) {
    std::vector<AnswerPart> parts;
    if (const std::string* text = answer.text()) {
        parts.push_back({{}, value_words(ui, field, *text)});
    } else if (const bool* flag = answer.flag()) {
        parts.push_back({{}, ui.say(*flag ? "field.value.ticked" : "field.value.not_ticked")});
    } else if (const domain::TextList* list = answer.list()) {
        for (const std::string& value : *list)
            parts.push_back({{}, value_words(ui, field, value)});
    } else if (const domain::Row* row = answer.row()) {
        if (field.type == FieldType::IdDocument) {
            const std::string* type = part_of(*row, flow::kDocumentType);
            const std::string* number = part_of(*row, flow::kDocumentNumber);
            if (type) parts.push_back({{}, value_words(ui, field, *type)});
            if (number) parts.push_back({{}, *number});
        } else if (field.type == FieldType::Signature) {
            const std::string* signed_on = part_of(*row, flow::kSignedOn);
            const auto date = signed_on ? domain::Date::parse(*signed_on) : base::Result<domain::Date>(domain::Date{});
            const std::string* is_signed = part_of(*row, flow::kSigned);
            if (!is_signed || *is_signed != "true")
                parts.push_back({{}, ui.say("field.value.not_signed")});
            else if (signed_on && date)
                parts.push_back({{}, ui.say("field.value.signed_on", {{"date", day_words(ui, *date)}})});
            else
                parts.push_back({{}, ui.say("field.value.signed")});
        } else {
            for (const Field& column : field.columns) {
                if (const std::string* cell = part_of(*row, column.code)) {
                    parts.push_back(
                        {column.label.empty() ? column.code : column.label, value_words(ui, column, *cell)});
                }
            }
        }
    }
    return parts;
}

std::vector<std::string> row_cells(const Ui& ui, const Field& field, const domain::Row& row) {
    std::vector<std::string> cells;
    for (const Field& column : field.columns) {
        const std::string* text = part_of(row, column.code);
        cells.push_back(text ? value_words(ui, column, *text) : std::string{});
    }
    return cells;
}

std::string screening_words(const Ui& ui, const domain::ScreeningQuestion& question, std::string_view key,
                            const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) {
        const auto found = std::find_if(question.options.begin(), question.options.end(),
                                        [&](const domain::ScreeningOption& option) { return option.value == value; });
        std::string words = found == question.options.end() ? ui.say("field.screening.unknown") : found->say;
        if (domain::is_list_key(key)) words = value + " " + words;
        if (!text.empty()) text += "\n";
        text += words;
    }
    return text;
}

}  // namespace courtyard::screens
