// Another kind of help that a court gives (fee relief, credit relief, legal aid), as data of the pack: modules/*.toml.
// What it is made of is the same as an aid case: stages, acts with their fields, papers, time limits. The engine is
// cases::run_module(); a court adds a module by adding a file.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace courtyard::domain {

// The types of fields, by the names that a pack gives them: those of cases::FieldType, in its order.
inline constexpr std::array<std::string_view, 16> kModuleFieldTypes{
    "line",  "words",       "data",   "money",   "count", "yes_no", "yes",   "day",
    "hours", "case_number", "person", "persons", "fact",  "facts",  "lines", "choice"};

struct ModuleField {
    std::string name, label;
    std::string type;  // of kModuleFieldTypes
    bool must = true;
    std::vector<std::string> choices, says;  // words, and how they are said, side by side
    std::string at_most = {};                // of money: another field, more than which it never is
};
struct ModuleAct {
    std::string id, title;
    std::vector<std::string> who;  // registrar judge committee caller leader
    std::vector<std::string> in;   // stages; empty only of an act that begins the module
    std::string to;                // the stage to which it leads; empty: it stays
    bool other_person = false;     // not by whoever did the act before it: nobody approves their own act
    std::vector<ModuleField> fields;
    [[nodiscard]] const ModuleField* field(std::string_view name) const;
};
struct ModuleStage {
    std::string id, say;  // `say`: for the villager
    bool ends = false;
};
// From the day on which a stage was reached until another act is done.
struct ModuleLimit {
    enum class Unit { WorkingDays, Days, Months };
    std::string id, from;            // the stage
    std::vector<std::string> until;  // any of these acts ends it
    int count = 0;
    Unit unit = Unit::WorkingDays;
    std::string source;  // document and article
};
struct ModulePaper {
    std::string id, title;
    std::string act;  // made when this act is done
    // Blanks: {field}, {applicant}, {document}, {address}, {phone}, {number}, {receipt}, {original_case}, {guardian},
    // {aided} (money of the aid was paid out and stayed), {court}, {day}, {contact.<id>.name}, {contact.<id>.number};
    // {fee|capital}, {day|chinese}; {if fee}, {if not fee}, {if kind is word} … {else} … {end}. "> " before it: at the
    // right.
    std::vector<std::string> paragraphs;
};

struct AidModule {
    std::string id, title, say;
    std::vector<std::string> sources;
    std::string door;  // id in rules/doors.toml of which it is the inside; empty: none
    std::vector<ModuleStage> stages;
    std::vector<ModuleAct> acts;
    std::vector<ModuleLimit> limits;
    std::vector<ModulePaper> papers;

    [[nodiscard]] const ModuleStage* stage(std::string_view id) const;
    [[nodiscard]] const ModuleAct* act(std::string_view id) const;
    [[nodiscard]] const ModulePaper* paper(std::string_view id) const;
    // Whether this act ends the matter by the court's word: it ends the module and gives a paper or names a sum, or it
    // is the leader's alone. Nobody gives that word on what they did themselves, whatever `other_person` says.
    [[nodiscard]] bool decides(const ModuleAct& act) const;
    // The first half of that: it ends the module and gives a paper or names a sum, whoever does it.
    [[nodiscard]] bool ends_by_word(const ModuleAct& act) const;
};

// A sentence without the file, and the way to where it stands in it: "stage[2].id", "paper[0].paragraphs[1]", both
// counted from 0; empty: it is of the whole.
struct ModuleProblem {
    std::string what, way;
};
// What is wrong with a module in itself: names that nothing bears, stages that cannot be reached, a stage that can
// never be left and does not end, a limit or paper of nothing. Empty: sound.
[[nodiscard]] std::vector<ModuleProblem> problems_of(const AidModule& module);

// "contact.<id>.name", "contact.<id>.number": the id; nothing: it is no such blank.
[[nodiscard]] std::optional<std::string_view> contact_of_blank(std::string_view name);

}  // namespace courtyard::domain
