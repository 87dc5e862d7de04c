// Every kind of fact that people of the court add to a case, as one table: who may, in which states of the case, where
// it leads, and what must be said. The fold holds each fact to its row; the windows and courtyardctl draw their forms
// from it; a court's signed pack may take rights away (role_matrix.hpp), never add any.
//
// Sources: the courts' procedure of 2019 (D3), the opinions of 2014 and 2016 (D1, D2); rows P0 to P15 of the domain
// report.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/cases/fact.hpp"
#include "app/cases/role.hpp"
#include "app/domain/application_status.hpp"

namespace courtyard::cases {

using Status = domain::ApplicationStatus;

enum class FieldType : std::uint8_t {
    Line,   // a text on one line, at most 200 characters
    Words,  // a text of several lines, at most 8,000 characters
    Data,   // JSON or a list in text form that a machine wrote, at most 512 KiB
    Money,  // fen, 1 (FieldRule::least) to domain::kFenMax
    Count,  // 0 to 10,000
    YesNo,
    Yes,         // a tick that must be there: without it the act is not complete
    Day,         // "2026-11-23"
    Hours,       // of a day in China: "9-11"
    CaseNumber,  // V-CASE
    Person,      // of the roster
    Persons,
    Fact,  // an earlier fact of this case
    Facts,
    Lines,     // texts on one line each
    Choice,    // one of `choices`
    Pictures,  // SHA-256, in hex, of pictures that lie beside the facts; at most kPicturesMax
};
inline constexpr std::size_t kPicturesMax = 12;  // of one fact
// Whether the field is a list of texts.
[[nodiscard]] constexpr bool is_list(FieldType type) {
    using enum FieldType;
    return type == Persons || type == Facts || type == Lines || type == Pictures;
}
enum class Need : std::uint8_t { Must, May };
// Where what stands in a field goes. Sealed: a person types it, and it is sealed into a record of its own that only
// some offices open; the fact never bears it. Made: the program writes it, when it has sealed that
// record or from the court's pack.
enum class Kept : std::uint8_t { InFact, Sealed, Made };

// The least that may stand in a field for money: what came may be nothing.
enum class Least : std::uint8_t { OneFen, Nothing };

struct FieldRule {
    std::string_view name;
    FieldType type = FieldType::Line;
    Need need = Need::Must;
    std::string_view choices = {};  // words with one space between
    Kept kept = Kept::InFact;
    Least least = Least::OneFen;
};

// A set of states of a case.
class Statuses {
public:
    constexpr Statuses() = default;
    constexpr Statuses(std::initializer_list<Status> statuses) {
        for (const Status each : statuses)
            bits_ |= std::uint32_t{1} << static_cast<unsigned>(each);
    }
    [[nodiscard]] constexpr bool has(Status status) const { return (bits_ >> static_cast<unsigned>(status) & 1U) != 0; }

    [[nodiscard]] constexpr Statuses with(Statuses more) const {
        more.bits_ |= bits_;
        return more;
    }

private:
    std::uint32_t bits_ = 0;
};

struct ActRule {
    std::string_view kind;
    Roles who;
    Statuses in;                          // the states in which it may be done
    std::optional<Status> leads_to = {};  // nothing: the state stays, or a part of the case decides (money)
    std::span<const FieldRule> fields = {};
    // On the case; anybody of that office; a partner body, which holds no office.
    enum class By : std::uint8_t { Member, Anyone, Body } by = By::Member;
};

[[nodiscard]] std::span<const ActRule> act_table();
// Letters to partner bodies, written by the program of a member, and what the bodies answer: no act that a person does,
// so the court's matrix of rights has no row for them.
[[nodiscard]] std::span<const ActRule> body_act_table();
// In either table.
[[nodiscard]] const ActRule* find_act(std::string_view kind);
[[nodiscard]] const FieldRule* find_field(const ActRule& rule, std::string_view name);

// Fields that every act may carry: "on" (the day it happened), "note", "based_on" (facts, papers).
[[nodiscard]] std::span<const FieldRule> common_fields();

// Whether what stands in the fields is what the row asks for: "field.<name>" of the first that is missing or wrong, or
// that is sealed and stands there all the same. Unknown fields are kept: a newer program may have written them.
[[nodiscard]] Verdict check_fields(const ActRule& rule, const Fields& fields);
// The same of what a person typed, before anything is sealed (sealed_fields.hpp): with what will be sealed, and without
// what the program makes.
[[nodiscard]] Verdict check_typed(const ActRule& rule, const Fields& fields);

// What was typed as it is signed: case numbers in the one form that all their papers bear.
[[nodiscard]] Fields as_signed(const ActRule& rule, Fields typed);

}  // namespace courtyard::cases
