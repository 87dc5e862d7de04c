// The rules of the screening, compiled for a search: each question's possible answers are sorted into classes that no
// condition of any rule can tell apart, and a rule becomes a tree over the classes. For screening_change.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/expression_node.hpp"
#include "app/domain/screening.hpp"

namespace courtyard::domain {

inline constexpr std::size_t kScreeningKeys = 13;
// For every question the class of its answer.
using Classes = std::array<std::size_t, kScreeningKeys>;

class ScreeningTable {
public:
    // The answers are the present ones; every question's class 0 is theirs.
    ScreeningTable(const ScreeningMatrix& matrix, const ScreeningAnswers& answers);

    // Answers of one class that a person may be led to, nearest to the present one first; empty where there is none.
    struct Class {
        std::vector<bool> leaves;  // what each leaf of this key says of it
        std::vector<std::vector<std::string>> nearest;
        std::size_t distance = 0;
    };
    [[nodiscard]] const std::vector<Class>& classes(std::size_t key) const { return keys_[key].classes; }

    // Index into matrix.rules of the deciding rule.
    [[nodiscard]] std::size_t deciding(const Classes& at) const;
    // Does the rule hold only if this key has one of certain classes? Those, by class; empty: it does not say.
    [[nodiscard]] std::vector<bool> needed(std::size_t rule, std::size_t key) const;
    // Keys on which the rule's being true (at present) rests.
    [[nodiscard]] std::vector<std::size_t> support(std::size_t rule) const;
    // Keys that the rule reads.
    [[nodiscard]] std::vector<std::size_t> reads(std::size_t rule) const;

private:
    struct Term {
        enum class Kind : std::uint8_t { Always, And, Or, Not, Leaf, Free } kind = Kind::Always;
        std::size_t key = 0, leaf = 0;
        const Expression::Node* node = nullptr;
        bool is_unknown = false;            // the leaf asks whether the answer is unknown
        std::optional<std::uint64_t> mask;  // of codes of a list, any of which will do; 0: the list is empty
        std::vector<Term> parts;
    };
    struct Key {
        std::vector<Term> leaves;  // by number
        std::vector<Class> classes;
        bool is_mixed = false;  // read together with another key: every answer is a class of its own
        std::vector<std::vector<std::string>> values;  // of each class one
    };

    Term compile(const Expression::Node& node);
    void sort_into_classes(std::size_t key);
    [[nodiscard]] std::vector<std::vector<std::string>> targets(std::size_t key) const;
    [[nodiscard]] bool says(const Term& leaf, const ScreeningAnswers& answers) const;
    [[nodiscard]] bool holds(const Term& term, const Classes& at) const;
    [[nodiscard]] std::size_t effective(std::size_t key, const Classes& at) const;
    void support_of(const Term& term, bool truth, std::vector<std::size_t>& keys) const;
    static void read_by(const Term& term, std::vector<std::size_t>& keys);

    const ScreeningMatrix& matrix_;
    ScreeningAnswers present_;
    std::array<Key, kScreeningKeys> keys_;
    std::vector<Term> rules_;          // same index as matrix.rules; those that only add are Always and never decide
    std::size_t harm_, paid_;          // keys E and G4
    std::vector<bool> in_danger_;      // by class of E: life in danger
    std::size_t not_compensated_ = 0;  // class of G4 == yes
};

// Position in screening_keys().
[[nodiscard]] std::optional<std::size_t> screening_key_index(std::string_view key);

}  // namespace courtyard::domain
