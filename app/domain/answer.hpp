// What a person answered: values without any wire format. app/pack turns them into JSON and back.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace courtyard::domain {

// Parts of a group or of one row by the key of their column ("number", a label in Chinese). Yes/no parts hold the
// pack's words, the part "signed" of a signature "true" or "false".
using Row = std::map<std::string, std::string, std::less<>>;
using TextList = std::vector<std::string>;
using RowList = std::vector<Row>;

// text: name, text, choice, yes/no, date, phone, area, case number, money (yuan), integer, and every word of `also`
// flag: declaration, consent · list: multi · row: group, id_document, bank_account, signature · rows: rows, papers
struct Answer {
    std::variant<std::string, bool, TextList, Row, RowList> value;

    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
    [[nodiscard]] const bool* flag() const { return std::get_if<bool>(&value); }
    [[nodiscard]] const TextList* list() const { return std::get_if<TextList>(&value); }
    [[nodiscard]] const Row* row() const { return std::get_if<Row>(&value); }
    [[nodiscard]] const RowList* rows() const { return std::get_if<RowList>(&value); }
    // Nothing said: blank text, empty list, a row or rows with blank parts only. A flag that is false is an answer.
    [[nodiscard]] bool is_empty() const;

    friend bool operator==(const Answer&, const Answer&) = default;
};

struct Application {
    std::map<std::string, Answer, std::less<>> answers;  // by field code
    // Of another form: what was answered to fields, or to parts of them ("F1.20.<part>", "F1.15[2].<part>"), that this
    // form has not, or that are of another kind in it. As it stood there; empty but for what was signed elsewhere.
    std::map<std::string, Answer, std::less<>> others = {};

    // The answer, or nullptr where there is none or an empty one.
    [[nodiscard]] const Answer* find(std::string_view code) const;
    // The text of an answer of kind text, "" otherwise.
    [[nodiscard]] std::string_view text(std::string_view code) const;

    friend bool operator==(const Application&, const Application&) = default;
};

// Overwrites every text of an application before letting go of it.
void wipe(Application& application) noexcept;

}  // namespace courtyard::domain
