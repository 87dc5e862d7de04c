#include "app/domain/expression.hpp"

#include <algorithm>

#include "app/domain/expression_node.hpp"

namespace courtyard::domain {

namespace {

using Node = Expression::Node;
using Op = Node::Op;

void collect_names(const Node& node, std::vector<std::string>& names) {
    if (node.kind == Node::Kind::Name && std::find(names.begin(), names.end(), node.name) == names.end())
        names.push_back(node.name);
    for (const Node& part : node.parts)
        collect_names(part, names);
}

void collect_literals(const std::string& name, const Node& node, std::vector<Expression::Comparison>& out) {
    if (const auto* text = std::get_if<std::string>(&node.literal.is);
        text != nullptr && node.kind == Node::Kind::Literal)
        out.push_back({name, *text});
    if (node.kind != Node::Kind::List) return;
    for (const Node& part : node.parts)
        collect_literals(name, part, out);
}

void collect_comparisons(const Node& node, std::vector<Expression::Comparison>& out) {
    const bool compares =
        node.kind == Node::Kind::Binary && (node.op == Op::Equal || node.op == Op::NotEqual || node.op == Op::In);
    const bool searches = node.kind == Node::Kind::Call && node.name == "has";
    if (compares || searches) {
        for (const Node& left : node.parts) {
            if (left.kind != Node::Kind::Name) continue;
            for (const Node& right : node.parts)
                collect_literals(left.name, right, out);
        }
    }
    for (const Node& part : node.parts)
        collect_comparisons(part, out);
}

}  // namespace

base::Result<Expression> Expression::parse(std::string_view source) {
    if (source.size() > kExpressionBytesMax)
        return base::fail("expression.too_long", "the expression is longer than 1000 bytes");
    Expression expression;
    expression.root_ = std::make_shared<const Node>(TRY(parse_expression(source)));
    expression.source_ = std::string(source);
    return expression;
}

const Node& Expression::root() const {
    COURTYARD_CHECK(root_ != nullptr);
    return *root_;
}

Value Expression::evaluate(const Scope& scope, Date today) const { return domain::evaluate(root(), scope, today); }

std::vector<std::string> Expression::names() const {
    std::vector<std::string> names;
    if (root_ != nullptr) collect_names(*root_, names);
    return names;
}

std::vector<Expression::Comparison> Expression::comparisons() const {
    std::vector<Comparison> out;
    if (root_ != nullptr) collect_comparisons(*root_, out);
    return out;
}

}  // namespace courtyard::domain
