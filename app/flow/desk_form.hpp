// A form that the table of acts does not have: a step with a lead, an act of a module of the pack. It is filled in,
// read over and signed as every act is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/cases/act_table.hpp"

namespace courtyard::flow {

struct FormChoice {
    std::string value;  // as it is recorded: no blanks
    std::string label;  // as it is read; "": words under act.<kind>.choice.<field>.<value>
};
struct FormField {
    std::string name;
    cases::FieldType type = cases::FieldType::Line;
    cases::Need need = cases::Need::Must;
    std::string label = {};  // "": words under act.<kind>.field.<name>
    std::vector<FormChoice> choices = {};
};
struct FormSpec {
    std::string kind;          // its own name: words under act.<kind>, and what was begun is found again by it
    std::string title = {};    // "": words under act.<kind>.title
    std::string signs = {};    // the kind of fact that is signed
    cases::Fields fixed = {};  // what stands in that fact besides
    std::vector<FormField> fields = {};
    bool common = true;  // takes the fields that every act may carry
};

class DeskForm {
public:
    explicit DeskForm(FormSpec spec);
    ~DeskForm();
    DeskForm(const DeskForm&) = delete;
    DeskForm& operator=(const DeskForm&) = delete;

    [[nodiscard]] const FormSpec& spec() const { return spec_; }
    // The same as a row of the table of acts; good for as long as the form.
    [[nodiscard]] const cases::ActRule& rule() const { return rule_; }
    [[nodiscard]] const FormField* field(std::string_view name) const;
    // "" where the form has no word of its own.
    [[nodiscard]] std::string label_of(std::string_view field) const;
    [[nodiscard]] std::string label_of(std::string_view field, std::string_view choice) const;

private:
    FormSpec spec_;
    std::vector<std::string> choices_;  // of each field, with one blank between
    std::vector<cases::FieldRule> fields_;
    cases::ActRule rule_;
};

}  // namespace courtyard::flow
