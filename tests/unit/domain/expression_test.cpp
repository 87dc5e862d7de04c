#include "app/domain/expression.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "sync/base/random.hpp"

using namespace courtyard;
using domain::Date;
using domain::Expression;
using domain::Hundredths;
using domain::Value;

namespace {

const Date kToday = *Date::parse("2026-11-23");

class MapScope final : public domain::Scope {
public:
    std::map<std::string, Value, std::less<>> values;
    [[nodiscard]] Value value(std::string_view name) const override {
        const auto found = values.find(name);
        return found == values.end() ? Value{} : found->second;
    }
    [[nodiscard]] bool is_unknown(std::string_view name) const override { return !value(name).has_value(); }
};

MapScope scope() {
    MapScope out;
    out.values["a"] = {std::string("x")};
    out.values["n"] = {Hundredths{300}};
    out.values["money"] = {Hundredths{123'456}};
    out.values["born"] = {*Date::parse("2015-06-02")};
    out.values["yes"] = {true};
    out.values["list"] = {std::vector<Value>{{std::string("E1")}, {std::string("E9")}}};
    out.values["numbers"] = {std::vector<Value>{{Hundredths{100}}, {Hundredths{250}}}};
    out.values["holes"] = {std::vector<Value>{{Hundredths{100}}, {}}};
    out.values["none"] = {std::vector<Value>{}};
    out.values["id"] = {std::string("330199201506020194")};
    out.values["F1.51.年收入"] = {std::vector<Value>{{Hundredths{600'000}}}};
    return out;
}

Value value_of(std::string_view source) {
    const auto expression = Expression::parse(source);
    REQUIRE_MESSAGE(expression, source);
    return expression->evaluate(scope(), kToday);
}
bool holds(std::string_view source) { return value_of(source).is_true(); }
std::string message(std::string_view source) {
    const auto expression = Expression::parse(source);
    return expression ? "ok" : expression.error().code + ": " + expression.error().message;
}

}  // namespace

TEST_CASE("comparisons, and, or, not, in") {
    CHECK(holds("a == \"x\""));
    CHECK(holds("a == 'x'"));
    CHECK_FALSE(holds("a == 'y'"));
    CHECK(holds("a != 'y'"));
    CHECK(holds("n == 3"));
    CHECK(holds("n < 3.01 and n >= 2.99"));
    CHECK(holds("a in ['w', 'x']"));
    CHECK_FALSE(holds("a in ['w']"));
    CHECK(holds("'E9' in list"));
    CHECK(holds("not a == 'y'"));
    CHECK(holds("a == 'y' or n > 2"));
    CHECK(holds("yes"));
    CHECK(holds("not (yes and a == 'y')"));
    // "and" binds closer than "or", "not" closer than both.
    CHECK(holds("yes or a == 'y' and a == 'y'"));
    CHECK_FALSE(holds("not yes or a == 'y'"));
}

TEST_CASE("what has no answer equals nothing") {
    CHECK_FALSE(holds("missing == 'x'"));
    CHECK(holds("missing != 'x'"));
    CHECK_FALSE(holds("missing == missing"));
    CHECK_FALSE(holds("missing < 3"));
    CHECK_FALSE(holds("missing >= 3"));
    CHECK_FALSE(holds("missing in ['x']"));
    CHECK_FALSE(holds("missing"));
    CHECK(holds("empty(missing) and empty(none) and not empty(list)"));
    CHECK_FALSE(value_of("missing + 1").has_value());
    CHECK_FALSE(value_of("money / 0").has_value());
    CHECK_FALSE(holds("a < 3"));  // a text has no order beside a number
    CHECK_FALSE(holds("a == 3"));
}

TEST_CASE("functions") {
    CHECK(holds("has(list, 'E1')"));
    CHECK(holds("has(list, 'E2', 'E9')"));
    CHECK_FALSE(holds("has(list, 'E2')"));
    CHECK(holds("has(a, 'x')"));
    CHECK(holds("count(list) == 2 and count(missing) == 0 and count(a) == 1"));
    CHECK(holds("sum(numbers) == 3.5"));
    CHECK_FALSE(value_of("sum(holes)").has_value());
    CHECK_FALSE(value_of("sum(none)").has_value());
    CHECK(holds("age(born) == 11"));
    CHECK(holds("age('2012-11-23') == 14 and age('2012-11-24') == 13"));
    CHECK_FALSE(value_of("age('2027-01-01')").has_value());
    CHECK(value_of("sex(id)").is == Value{std::string("male")}.is);
    CHECK(holds("birth(id) == '2015-06-02'"));
    CHECK(holds("birth(id) < '2015-06-03' and birth(id) > '2015-06-01'"));
    CHECK_FALSE(value_of("sex('330199201506020195')").has_value());
    CHECK(holds("max(0 - 1, 0) == 0 and max(2, 1) == 2"));
    CHECK(holds("unknown(a, missing)"));
    CHECK_FALSE(holds("unknown(a, n)"));
}

TEST_CASE("arithmetic in exact hundredths") {
    CHECK(value_of("1 + 2 * 3").is == Value{Hundredths{700}}.is);
    CHECK(value_of("(1 + 2) * 3").is == Value{Hundredths{900}}.is);
    CHECK(value_of("10 / 4 / 5").is == Value{Hundredths{50}}.is);
    CHECK(value_of("7 - 2 - 1").is == Value{Hundredths{400}}.is);
    CHECK(value_of("2 / 3").is == Value{Hundredths{67}}.is);  // half away from zero
    CHECK(value_of("(0 - 2) / 3").is == Value{Hundredths{-67}}.is);
    CHECK(value_of("0.1 + 0.2").is == Value{Hundredths{30}}.is);
    CHECK(value_of("sum(F1.51.年收入) / 3 / 12").is == Value{Hundredths{16'667}}.is);
    CHECK_FALSE(value_of("9999999999999 * 9999999999999").has_value());  // too large: no value, never a wrong one
}

TEST_CASE("slips are refused with their column") {
    CHECK(message("") == "expression.syntax: the expression goes wrong at column 1: expected a value, but it ends");
    CHECK(message("a ==") == "expression.syntax: the expression goes wrong at column 5: expected a value, but it ends");
    CHECK(message("a = 'x'").find("column 3") != std::string::npos);
    CHECK(message("a == 'x").find("closing quotation mark") != std::string::npos);
    CHECK(message("(a").find("closing parenthesis") != std::string::npos);
    CHECK(message("a b").find("column 3") != std::string::npos);
    CHECK(message("1.234").find("two decimals") != std::string::npos);
    CHECK(message("and").find("a value") != std::string::npos);
    CHECK(message("[1,").find("a value") != std::string::npos);
    CHECK(message("sqrt(2)").find("expression.function") == 0);
    CHECK(message("empty()").find("expression.function") == 0);
    CHECK(message("max(1)").find("expression.function") == 0);
    CHECK(message("unknown('a')").find("expression.function") == 0);
    CHECK(message(std::string(1001, 'a')).find("expression.too_long") == 0);
    CHECK(message(std::string(40, '(') + "a" + std::string(40, ')')).find("expression.too_deep") == 0);
    CHECK(message("not not not not a") == "ok");
    std::string nots;
    for (int i = 0; i < 40; ++i)
        nots += "not ";
    CHECK(message(nots + "a").find("expression.too_deep") == 0);
}

TEST_CASE("names and comparisons can be checked against a form") {
    const auto expression =
        Expression::parse("F1.13 in ['x', 'y'] and has(F1.40, 'E9') or not empty(F1.36.判赔金额) and F1.13 == 'z'");
    REQUIRE(expression);
    CHECK(expression->names() == std::vector<std::string>{"F1.13", "F1.40", "F1.36.判赔金额"});
    std::set<std::string> pairs;
    for (const auto& comparison : expression->comparisons())
        pairs.insert(comparison.name + "=" + comparison.literal);
    CHECK(pairs == std::set<std::string>{"F1.13=x", "F1.13=y", "F1.13=z", "F1.40=E9"});
}

TEST_CASE("100,000 random texts are read or refused, never more") {
    const std::uint64_t seed = 3;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    const std::vector<std::string> pieces{"a",      "n",    "list", "missing",  "'x'", "3",  "1.5", "(",
                                          ")",      "[",    "]",    ",",        "==",  "!=", "<",   "in",
                                          "and",    "or",   "not",  "+",        "-",   "*",  "/",   "has(",
                                          "empty(", "sum(", "age(", "unknown(", " ",   "=",  "\"",  "年"};
    int accepted = 0;
    for (int round = 0; round < 100'000; ++round) {
        std::string source;
        const std::size_t size = 1 + random.next() % 12;
        for (std::size_t i = 0; i < size; ++i)
            source += pieces[random.next() % pieces.size()] + " ";
        const auto expression = Expression::parse(source);
        if (!expression) continue;
        ++accepted;
        (void)expression->evaluate(scope(), kToday);
    }
    CHECK(accepted > 500);
}
