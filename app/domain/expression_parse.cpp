#include <algorithm>
#include <array>
#include <utility>

#include "app/domain/expression_node.hpp"

namespace courtyard::domain {

namespace {

using Node = Expression::Node;
using Op = Node::Op;

struct Function {
    std::string_view name;
    std::size_t arguments_min, arguments_max;
};
constexpr std::size_t kArgumentsMax = 32;
constexpr std::array kFunctions{
    Function{"empty", 1, 1},
    Function{"has", 2, kArgumentsMax},
    Function{"count", 1, 1},
    Function{"sum", 1, 1},
    Function{"age", 1, 1},
    Function{"sex", 1, 1},
    Function{"birth", 1, 1},
    Function{"max", 2, 2},
    Function{"unknown", 1, kArgumentsMax},
};

const Function* find_function(std::string_view name) {
    const auto found =
        std::find_if(kFunctions.begin(), kFunctions.end(), [&](const Function& f) { return f.name == name; });
    return found == kFunctions.end() ? nullptr : &*found;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_part(char c) { return is_name_start(c) || is_digit(c) || c == '_' || c == '.'; }

class Parser {
public:
    explicit Parser(std::string_view source) : source_(source) {}

    base::Result<Node> parse() {
        Node node = TRY(disjunction());
        skip_spaces();
        if (at_ != source_.size()) return syntax("an operator or the end");
        return node;
    }

private:
    tl::unexpected<base::Error> syntax(std::string_view expected) const {
        return base::fail("expression.syntax", "the expression goes wrong at column " + std::to_string(at_ + 1) +
                                                   ": expected " + std::string(expected));
    }

    void skip_spaces() {
        while (at_ < source_.size() && (source_[at_] == ' ' || source_[at_] == '\t' || source_[at_] == '\n'))
            ++at_;
    }
    bool take(std::string_view token) {
        skip_spaces();
        if (!source_.substr(at_).starts_with(token)) return false;
        at_ += token.size();
        return true;
    }
    std::string_view peek_name() {
        skip_spaces();
        std::size_t end = at_;
        if (end < source_.size() && is_name_start(source_[end])) {
            while (end < source_.size() && is_name_part(source_[end]))
                ++end;
        }
        return source_.substr(at_, end - at_);
    }
    bool take_word(std::string_view word) {
        if (peek_name() != word) return false;
        at_ += word.size();
        return true;
    }

    static Node binary(Op op, Node left, Node right) {
        Node node;
        node.kind = Node::Kind::Binary;
        node.op = op;
        node.parts.push_back(std::move(left));
        node.parts.push_back(std::move(right));
        return node;
    }
    static Node literal(Value value) {
        Node node;
        node.literal = std::move(value);
        return node;
    }

    base::Result<Node> disjunction() {
        Node left = TRY(conjunction());
        while (take_word("or"))
            left = binary(Op::Or, std::move(left), TRY(conjunction()));
        return left;
    }

    base::Result<Node> conjunction() {
        Node left = TRY(negation());
        while (take_word("and"))
            left = binary(Op::And, std::move(left), TRY(negation()));
        return left;
    }

    base::Result<Node> negation() {
        if (!take_word("not")) return comparison();
        if (++depth_ > kExpressionDepthMax) return too_deep();
        Node node;
        node.kind = Node::Kind::Not;
        node.parts.push_back(TRY(negation()));
        --depth_;
        return node;
    }

    base::Result<Node> comparison() {
        Node left = TRY(sum());
        if (take_word("in")) return binary(Op::In, std::move(left), TRY(primary()));
        constexpr std::array<std::pair<std::string_view, Op>, 6> kComparisons{{{"==", Op::Equal},
                                                                               {"!=", Op::NotEqual},
                                                                               {"<=", Op::LessEqual},
                                                                               {">=", Op::GreaterEqual},
                                                                               {"<", Op::Less},
                                                                               {">", Op::Greater}}};
        for (const auto& [token, op] : kComparisons) {
            if (take(token)) return binary(op, std::move(left), TRY(sum()));
        }
        return left;
    }

    base::Result<Node> sum() {
        Node left = TRY(product());
        while (true) {
            if (take("+")) {
                left = binary(Op::Add, std::move(left), TRY(product()));
            } else if (take("-")) {
                left = binary(Op::Subtract, std::move(left), TRY(product()));
            } else {
                return left;
            }
        }
    }

    base::Result<Node> product() {
        Node left = TRY(primary());
        while (true) {
            if (take("*")) {
                left = binary(Op::Multiply, std::move(left), TRY(primary()));
            } else if (take("/")) {
                left = binary(Op::Divide, std::move(left), TRY(primary()));
            } else {
                return left;
            }
        }
    }

    tl::unexpected<base::Error> too_deep() const {
        return base::fail("expression.too_deep",
                          "the expression has more than 32 levels of parentheses at column " + std::to_string(at_ + 1));
    }

    base::Result<Node> primary() {
        if (++depth_ > kExpressionDepthMax) return too_deep();
        Node node = TRY(primary_inside());
        --depth_;
        return node;
    }

    base::Result<Node> primary_inside() {
        skip_spaces();
        if (at_ == source_.size()) return syntax("a value, but it ends");
        const char c = source_[at_];
        if (c == '"' || c == '\'') return text();
        if (is_digit(c)) return number();
        if (take("(")) {
            Node node = TRY(disjunction());
            if (!take(")")) return syntax("a closing parenthesis");
            return node;
        }
        if (take("[")) return list();
        const std::string_view name = peek_name();
        if (name.empty()) return syntax("a value");
        if (name == "and" || name == "or" || name == "not" || name == "in") return syntax("a value");
        at_ += name.size();
        if (name == "true" || name == "false") return literal({name == "true"});
        if (take("(")) return call(name);
        Node node;
        node.kind = Node::Kind::Name;
        node.name = std::string(name);
        return node;
    }

    base::Result<Node> text() {
        const char quote = source_[at_];
        const std::size_t end = source_.find(quote, at_ + 1);
        if (end == std::string_view::npos) return syntax("a closing quotation mark");
        Node node = literal({std::string(source_.substr(at_ + 1, end - at_ - 1))});
        at_ = end + 1;
        return node;
    }

    base::Result<Node> number() {
        constexpr std::size_t kDigitsMax = 13;
        std::int64_t value = 0;
        std::size_t digits = 0, decimals = 0;
        for (; at_ < source_.size() && is_digit(source_[at_]); ++at_, ++digits) {
            if (digits == kDigitsMax) return syntax("a number of at most 13 digits");
            value = value * 10 + (source_[at_] - '0');
        }
        if (at_ < source_.size() && source_[at_] == '.') {
            for (++at_; at_ < source_.size() && is_digit(source_[at_]); ++at_, ++decimals) {
                if (decimals == 2) return syntax("at most two decimals");
                value = value * 10 + (source_[at_] - '0');
            }
            if (decimals == 0) return syntax("a digit");
        }
        for (; decimals < 2; ++decimals)
            value *= 10;
        return literal({Hundredths{value}});
    }

    base::Result<std::vector<Node>> parts_until(std::string_view close) {
        std::vector<Node> parts;
        if (take(close)) return parts;
        while (true) {
            if (parts.size() == kArgumentsMax) return syntax("at most 32 values");
            parts.push_back(TRY(disjunction()));
            if (take(close)) return parts;
            if (!take(",")) return syntax("a comma or '" + std::string(close) + "'");
        }
    }

    base::Result<Node> list() {
        Node node;
        node.kind = Node::Kind::List;
        node.parts = TRY(parts_until("]"));
        return node;
    }

    base::Result<Node> call(std::string_view name) {
        const Function* function = find_function(name);
        if (function == nullptr)
            return base::fail("expression.function",
                              "the expression calls an unknown function '" + std::string(name) + "'");
        Node node;
        node.kind = Node::Kind::Call;
        node.name = std::string(name);
        node.parts = TRY(parts_until(")"));
        const std::size_t count = node.parts.size();
        const auto is_name = [](const Node& part) { return part.kind == Node::Kind::Name; };
        const bool wants_names = name == "unknown";
        if (count < function->arguments_min || count > function->arguments_max ||
            (wants_names && !std::all_of(node.parts.begin(), node.parts.end(), is_name))) {
            return base::fail("expression.function", "the expression gives the function '" + std::string(name) +
                                                         "' arguments that it does not take");
        }
        return node;
    }

    std::string_view source_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

}  // namespace

base::Result<Node> parse_expression(std::string_view source) { return Parser(source).parse(); }

}  // namespace courtyard::domain
