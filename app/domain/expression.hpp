// The tiny expression language in which packs write conditions, computed values and screening rules. The grammar is in
// assets/packs/README.md. It has no loops, no state and no side effects; an expression is bounded in length and depth.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/date.hpp"
#include "app/domain/value.hpp"
#include "sync/base/result.hpp"

namespace courtyard::domain {

inline constexpr std::size_t kExpressionBytesMax = 1000;
inline constexpr std::size_t kExpressionDepthMax = 32;

// Where names get their values.
class Scope {
public:
    virtual ~Scope() = default;
    // Nothing for a name that has no answer or is not known.
    [[nodiscard]] virtual Value value(std::string_view name) const = 0;
    // Is the question behind this name answered by "I do not know"? Used by unknown(); screening only.
    [[nodiscard]] virtual bool is_unknown(std::string_view name) const = 0;
};

class Expression {
public:
    // "expression.syntax" (the message names the column, counted in bytes from 1), "expression.too_long",
    // "expression.too_deep", "expression.function" (no such function or wrong number of arguments).
    [[nodiscard]] static base::Result<Expression> parse(std::string_view source);

    [[nodiscard]] Value evaluate(const Scope& scope, Date today) const;
    [[nodiscard]] bool holds(const Scope& scope, Date today) const { return evaluate(scope, today).is_true(); }

    [[nodiscard]] const std::string& source() const { return source_; }
    // Every name that is read, once each, in order of appearance.
    [[nodiscard]] std::vector<std::string> names() const;
    // Every text literal that is compared with, or looked for in, a name: a pack check finds slips of the pen with it.
    struct Comparison {
        std::string name, literal;
    };
    [[nodiscard]] std::vector<Comparison> comparisons() const;

    struct Node;  // in expression_node.hpp
    // The tree, for whoever says the same in another language (app/pack: JSON Schema). CHECKs that it was parsed.
    [[nodiscard]] const Node& root() const;

private:
    std::string source_;
    std::shared_ptr<const Node> root_;  // immutable, so that forms and rules can be copied cheaply
};

}  // namespace courtyard::domain
