// The tree of an expression. For expression*.cpp, and for the translation of conditions into JSON Schema.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/domain/expression.hpp"

namespace courtyard::domain {

struct Expression::Node {
    enum class Kind : std::uint8_t { Literal, Name, List, Not, Binary, Call };
    enum class Op : std::uint8_t {
        Or,
        And,
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        In,
        Add,
        Subtract,
        Multiply,
        Divide
    };

    Kind kind = Kind::Literal;
    Op op = Op::Or;    // Binary
    std::string name;  // Name: what is read; Call: the function
    Value literal;     // Literal
    std::vector<Node> parts;
};

// Recursive descent, one function per level of the grammar. The errors of Expression::parse.
[[nodiscard]] base::Result<Expression::Node> parse_expression(std::string_view source);
[[nodiscard]] Value evaluate(const Expression::Node& node, const Scope& scope, Date today);

}  // namespace courtyard::domain
