#include <algorithm>
#include <limits>
#include <optional>

#include "app/domain/expression_node.hpp"
#include "app/domain/identity_number.hpp"

namespace courtyard::domain {

namespace {

using Node = Expression::Node;
using Op = Node::Op;
__extension__ using Wide = __int128;

constexpr std::int64_t kNumberMax = 100'000'000'000'000'000;  // hundredths: far over any amount or count

Value number(Wide value) {
    if (value > kNumberMax || value < -kNumberMax) return {};
    return {Hundredths{static_cast<std::int64_t>(value)}};
}

// Rounds half away from zero.
Value divided(Wide dividend, Wide divisor) {
    if (divisor == 0) return {};
    const bool is_negative = (dividend < 0) != (divisor < 0);
    const Wide a = dividend < 0 ? -dividend : dividend;
    const Wide b = divisor < 0 ? -divisor : divisor;
    const Wide rounded = (a + b / 2) / b;
    return number(is_negative ? -rounded : rounded);
}

Value calculate(Op op, const Value& left, const Value& right) {
    const auto* a = std::get_if<Hundredths>(&left.is);
    const auto* b = std::get_if<Hundredths>(&right.is);
    if (a == nullptr || b == nullptr) return {};
    switch (op) {
        case Op::Add: return number(Wide{a->value} + b->value);
        case Op::Subtract: return number(Wide{a->value} - b->value);
        case Op::Multiply: return divided(Wide{a->value} * b->value, 100);
        case Op::Divide: return divided(Wide{a->value} * 100, b->value);
        default: return {};
    }
}

// A text beside a date is read as a date.
Value as_date(const Value& value) {
    const auto* text = std::get_if<std::string>(&value.is);
    if (text == nullptr) return value;
    const base::Result<Date> date = Date::parse(*text);
    return date ? Value{*date} : Value{};
}

bool is_equal(const Value& left, const Value& right) {
    if (!left.has_value() || !right.has_value()) return false;
    if (std::holds_alternative<Date>(left.is)) return left == as_date(right);
    if (std::holds_alternative<Date>(right.is)) return as_date(left) == right;
    return left == right;
}

// Negative, zero, positive; nothing where two values have no order.
std::optional<int> order(const Value& left, const Value& right) {
    const auto compare = [](const auto& a, const auto& b) { return a < b ? -1 : a > b ? 1 : 0; };
    const auto* a = std::get_if<Hundredths>(&left.is);
    const auto* b = std::get_if<Hundredths>(&right.is);
    if (a != nullptr && b != nullptr) return compare(*a, *b);
    const Value left_date = as_date(left), right_date = as_date(right);
    const auto* c = std::get_if<Date>(&left_date.is);
    const auto* d = std::get_if<Date>(&right_date.is);
    if (c != nullptr && d != nullptr) return compare(*c, *d);
    return std::nullopt;
}

bool is_in(const Value& value, const Value& list) {
    const auto* parts = std::get_if<std::vector<Value>>(&list.is);
    if (parts == nullptr) return is_equal(value, list);
    return std::any_of(parts->begin(), parts->end(), [&](const Value& part) { return is_equal(value, part); });
}

Value compare(Op op, const Value& left, const Value& right) {
    if (op == Op::Equal) return {is_equal(left, right)};
    if (op == Op::NotEqual) return {!is_equal(left, right)};
    if (op == Op::In) return {is_in(left, right)};
    const std::optional<int> sign = order(left, right);
    if (!sign) return {false};
    switch (op) {
        case Op::Less: return {*sign < 0};
        case Op::LessEqual: return {*sign <= 0};
        case Op::Greater: return {*sign > 0};
        default: return {*sign >= 0};
    }
}

bool is_empty(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.is)) return text->empty();
    if (const auto* list = std::get_if<std::vector<Value>>(&value.is)) return list->empty();
    return !value.has_value();
}

Value sum_of(const Value& value) {
    const auto* list = std::get_if<std::vector<Value>>(&value.is);
    if (list == nullptr || list->empty()) return {};
    Value sum{Hundredths{0}};
    for (const Value& part : *list)
        sum = calculate(Op::Add, sum, part);
    return sum;
}

Value count_of(const Value& value) {
    const auto* list = std::get_if<std::vector<Value>>(&value.is);
    const std::size_t count = list != nullptr ? list->size() : value.has_value() ? 1 : 0;
    return number(static_cast<Wide>(count) * 100);
}

std::optional<IdentityNumber> identity(const Value& value, Date today) {
    const auto* text = std::get_if<std::string>(&value.is);
    if (text == nullptr) return std::nullopt;
    base::Result<IdentityNumber> number = IdentityNumber::parse(*text, today);
    if (!number) return std::nullopt;
    return *std::move(number);
}

Value call(const Node& node, const Scope& scope, Date today) {
    if (node.name == "unknown") {
        return {std::any_of(node.parts.begin(), node.parts.end(),
                            [&](const Node& part) { return scope.is_unknown(part.name); })};
    }
    const Value first = evaluate(node.parts.front(), scope, today);
    if (node.name == "empty") return {is_empty(first)};
    if (node.name == "has") {
        return {std::any_of(node.parts.begin() + 1, node.parts.end(),
                            [&](const Node& part) { return is_in(evaluate(part, scope, today), first); })};
    }
    if (node.name == "count") return count_of(first);
    if (node.name == "sum") return sum_of(first);
    if (node.name == "max") {
        const Value second = evaluate(node.parts[1], scope, today);
        const std::optional<int> sign = order(first, second);
        return !sign ? Value{} : *sign < 0 ? second : first;
    }
    if (node.name == "age") {
        const Value date = as_date(first);
        const auto* born = std::get_if<Date>(&date.is);
        return born == nullptr || *born > today ? Value{} : number(Wide{full_years(*born, today)} * 100);
    }
    const std::optional<IdentityNumber> who = identity(first, today);
    if (!who) return {};
    if (node.name == "birth") return {who->born()};
    COURTYARD_CHECK(node.name == "sex");
    return {std::string(who->sex() == Sex::Male ? "male" : "female")};
}

}  // namespace

Value evaluate(const Node& node, const Scope& scope, Date today) {
    switch (node.kind) {
        case Node::Kind::Literal: return node.literal;
        case Node::Kind::Name: return scope.value(node.name);
        case Node::Kind::Not: return {!evaluate(node.parts.front(), scope, today).is_true()};
        case Node::Kind::Call: return call(node, scope, today);
        case Node::Kind::List: {
            std::vector<Value> list;
            list.reserve(node.parts.size());
            for (const Node& part : node.parts)
                list.push_back(evaluate(part, scope, today));
            return {std::move(list)};
        }
        case Node::Kind::Binary: break;
    }
    const Value left = evaluate(node.parts[0], scope, today);
    if (node.op == Op::Or && left.is_true()) return {true};
    if (node.op == Op::And && !left.is_true()) return {false};
    const Value right = evaluate(node.parts[1], scope, today);
    if (node.op == Op::Or || node.op == Op::And) return {right.is_true()};
    const bool is_arithmetic =
        node.op == Op::Add || node.op == Op::Subtract || node.op == Op::Multiply || node.op == Op::Divide;
    return is_arithmetic ? calculate(node.op, left, right) : compare(node.op, left, right);
}

}  // namespace courtyard::domain
