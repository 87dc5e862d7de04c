// Who is on the case: who gets its key, and who may act in it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Members {
    struct Seat {
        std::string as;  // registrar | handler | panel | committee | caller | leader
        FactId since;
        friend bool operator==(const Seat&, const Seat&) = default;
    };
    std::map<base::PersonId, Seat> seats;
    std::set<base::PersonId> in_conflict;  // never again on this case
    // Had a seat and has none now, by the fact that did it: their laptops forget the case.
    std::map<base::PersonId, FactId> gone;
    std::optional<base::PersonId> handler;
    std::vector<base::PersonId> panel;
    // How many key epochs the case has had: each leaving begins one, so that who left cannot read on.
    std::uint32_t epoch = 1;
    // Who was given which key, by the key's id in hexadecimal.
    struct Given {
        std::uint32_t epoch = 1;
        std::set<base::PersonId> persons;
        friend bool operator==(const Given&, const Given&) = default;
    };
    std::map<std::string, Given> keys;
    // Keys that never counted, and who was given them: of a leaving that crossed another act and does not stand, of
    // somebody who had left. Nothing is sealed to them; what was, before their maker heard, is for all who have a seat.
    std::map<std::string, std::set<base::PersonId>> stray_keys;

    [[nodiscard]] bool has(const base::PersonId& person) const { return seats.contains(person); }
    // Who was given that key; nullptr when the case does not tell of it.
    [[nodiscard]] const std::set<base::PersonId>* holders_of(const std::string& key) const;
    friend bool operator==(const Members&, const Members&) = default;
};

// "member.conflict": somebody with a conflict of interest cannot join or be assigned. "member.office": a seat that the
// person's office cannot take. "member.none": not on the case. "member.others": only registrar and leader take somebody
// else off or bring anybody in; a judge brings in the office. "member.last": the last registrar cannot
// leave. "member.left": who is given the case, or a seat on its panel, had left, and "member.given": who leaves had
// been given it; each of which the author did not know (crossed_seat). "member.epoch": a key of an epoch that has not
// begun.
[[nodiscard]] Taken take(Members& members, const Scene& scene, const Offices& offices);

// The fact that crosses one of the codes "member.left" and "member.given".
[[nodiscard]] std::optional<FactId> crossed_seat(const Members& members, const Scene& scene);

// Somebody's leaving, or that the case went to another judge, which does not stand: taken back, or crossed. The laptop
// of whoever would have left may have heard of it first and forgotten the keys: they are given them again.
void note_unsure_leaving(Members& members, const Fact& fact);

// A key_given that does not stand: facts may lie under its key all the same.
void note_stray_key(Members& members, const Fact& key_given);

}  // namespace courtyard::cases
