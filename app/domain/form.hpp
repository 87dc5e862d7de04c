// The application form as data: sections, fields, their types and conditions, and the paths through them. Made by
// app/pack; read by screens (what to ask next), by check.hpp (is it sound) and by the JSON reader (what may stand
// where).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/applicant.hpp"
#include "app/domain/date.hpp"
#include "app/domain/expression.hpp"

namespace courtyard::domain {

inline constexpr std::int64_t kRowsMax = 30;  // where the form says nothing else

enum class FieldType : std::uint8_t {
    Name,
    Text,
    LongText,
    Choice,
    Multi,
    YesNo,
    YesNoUnknown,
    Date,
    IdDocument,
    Phone,
    Area,
    CaseNumber,
    Money,
    Integer,
    Group,
    Rows,
    Papers,
    BankAccount,
    Declaration,
    Consent,
    Signature,
};
[[nodiscard]] std::string_view id(FieldType type);  // "long_text", as in packs
[[nodiscard]] std::optional<FieldType> field_type(std::string_view text);

enum class Need : std::uint8_t { Must, When, Optional };
enum class Sensitivity : std::uint8_t {
    Ordinary,
    Sensitive,
    ThirdPerson
};  // P, S (personal information law, article 28), T
enum class FutureDates : std::uint8_t { Refused, Allowed };
enum class Shown : std::uint8_t { Plain, Masked };
enum class OtherWords : std::uint8_t { Refused, Accepted };  // may a choice be answered in words of one's own?

struct Option {
    std::string value;  // what is stored, as on paper
    std::string say;    // what is shown and read aloud
    std::string kind;   // meaning for checks: see assets/packs/README.md
};

// A field of the form, or a column (part) of a group, rows, papers, bank account or document: then `code` is its key.
struct Field {
    std::string code, section, label, ask, hint;
    FieldType type = FieldType::Text;
    Need need = Need::Optional;
    std::optional<Expression> when, show, from;
    std::vector<Option> options;
    std::vector<std::string> also;  // words accepted instead of an answer
    Shown shown = Shown::Plain;
    Sensitivity sensitivity = Sensitivity::Ordinary;
    FutureDates future = FutureDates::Refused;
    OtherWords other_words = OtherWords::Refused;
    std::size_t chars_max = 0;
    std::optional<std::int64_t> min, max;
    std::string role;
    std::vector<Field> columns;

    [[nodiscard]] const Option* option(std::string_view value) const;
    [[nodiscard]] const Option* option_of_kind(std::string_view kind) const;
    [[nodiscard]] const Field* column(std::string_view key) const;
    [[nodiscard]] const Field* column_of_role(std::string_view role) const;
    [[nodiscard]] bool is_also(std::string_view word) const;
    // Answered by choosing: only the words of the form are answers, exactly as they stand there. Everything else is
    // typed, and may have white space around it.
    [[nodiscard]] bool is_closed() const;
    // The bounds of an integer, or of the entries of a list: `min` and `max`, or what holds where the form is silent.
    [[nodiscard]] std::int64_t least() const;
    [[nodiscard]] std::int64_t most() const;
};

struct Section {
    std::string id, title;
};

struct Path {
    ApplicantKind kind = ApplicantKind::Self;
    std::string title, say;
    std::vector<std::vector<std::string>> steps;  // field codes, one inner list per screen
};

struct FormDefinition {
    std::string id, title;
    std::int64_t version = 0;
    std::string yes, no, unknown;  // the words of yes/no fields
    std::vector<Section> sections;
    std::vector<Field> fields;  // in the order of the paper form; consents last
    std::vector<Path> paths;

    [[nodiscard]] const Field* field(std::string_view code) const;
    [[nodiscard]] const Path* path(ApplicantKind kind) const;
    // What people call a paper that the court's list (F1.90) names in the court's terms; the name itself when it is not
    // in the list.
    [[nodiscard]] std::string paper_words(std::string_view name) const;
};

// The fields that the rules of the law speak of, whatever else a form asks.
namespace code {
inline constexpr std::string_view kApplicant = "F1.01";
inline constexpr std::string_view kBorn = "F1.05";
inline constexpr std::string_view kDocument = "F1.06";
inline constexpr std::string_view kPhone = "F1.09";
inline constexpr std::string_view kSafeContact = "F1.11";  // and F1.11a …: how somebody is reached safely
inline constexpr std::string_view kFellowApplicants = "F1.15";
inline constexpr std::string_view kGuardian = "F1.20";
inline constexpr std::string_view kAgent = "F1.21";
inline constexpr std::string_view kAgentPowers = "F1.22";
inline constexpr std::string_view kOpponent = "F1.35";  // who owes the damages, or did the harm
inline constexpr std::string_view kCategories = "F1.40";
inline constexpr std::string_view kHouseholdSize = "F1.50";
inline constexpr std::string_view kHousehold = "F1.51";
inline constexpr std::string_view kTypedBy = "F1.91";
}  // namespace code

// Which path an application has taken, judged by its answers alone: agent if an agent is named (F1.21), guardian if a
// guardian is (F1.20), joint if there are fellow applicants (F1.15), helper if somebody else typed (F1.91 of kind
// helper), else self.
[[nodiscard]] ApplicantKind kind_of(const FormDefinition& form, const Application& application);

// Values that follow from other answers (sex and birth date from the identity number, what is still unpaid, income per
// head) as they would be stored; answers that are given and have no computed value stay as they are.
[[nodiscard]] Application with_computed(const FormDefinition& form, const Application& application, Date today);
[[nodiscard]] Application with_computed(const FormDefinition& form, const Application& application, Date today,
                                        ApplicantKind kind);

// Without the answers to fields that are not shown: they are not filed (only necessary data leave the machine).
[[nodiscard]] Application without_hidden(const FormDefinition& form, const Application& application, Date today);

// Is the field part of this application at all (its `show`), must it be answered (`required`, `when`), and does a
// person have to be asked (shown, and not computed from other answers)?
[[nodiscard]] bool is_shown(const FormDefinition& form, const Field& field, const Application& application, Date today,
                            ApplicantKind kind);
[[nodiscard]] bool is_required(const FormDefinition& form, const Field& field, const Application& application,
                               Date today, ApplicantKind kind);
[[nodiscard]] bool is_asked(const FormDefinition& form, const Field& field, const Application& application, Date today,
                            ApplicantKind kind);

// The screens that this application walks now: the path's steps with only the fields that are asked; empty screens are
// left out.
[[nodiscard]] std::vector<std::vector<std::string>> steps(const FormDefinition& form, ApplicantKind kind,
                                                          const Application& application, Date today);

}  // namespace courtyard::domain
