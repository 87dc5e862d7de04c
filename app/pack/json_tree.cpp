#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/domain/text.hpp"
#include "app/pack/encoding.hpp"
#include "app/pack/json_text.hpp"
#include "app/pack/tree.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::pack {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kKeysMax = 1000;

// Reads a text and leaves behind how far it has come: nlohmann tells nobody.
class Walk {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Walk(const char* at, const char** read) : at_(at), read_(read) {}
    reference operator*() const { return *at_; }
    Walk& operator++() {
        *read_ = ++at_;
        return *this;
    }
    friend bool operator==(const Walk& a, const Walk& b) { return a.at_ == b.at_; }

private:
    const char* at_;
    const char** read_;
};

// Builds the tree while nlohmann reads; returning false stops the reading.
// nlohmann's reader keeps its own stack, and this one is bounded: nothing here recurses however deep a text is nested.
class Builder final : public nlohmann::json_sax<Json> {
public:
    Builder(std::string_view text, std::size_t depth_max)
        : text_(text), read_(text.data()), counted_(text.data()), depth_max_(depth_max) {}

    bool run() { return Json::sax_parse(Walk(text_.data(), &read_), Walk(text_.data() + text_.size(), &read_), this); }
    // Of what was read last. The last byte does not count: of a number it is already the one behind it.
    std::size_t line() {
        for (; counted_ + 1 < read_; ++counted_)
            if (*counted_ == '\n') ++line_;
        return line_;
    }

    bool null() override { return put({}); }
    bool boolean(bool truth) override {
        Tree node;
        node.kind = Tree::Kind::Bool;
        node.truth = truth;
        return put(std::move(node));
    }
    bool number_integer(number_integer_t number) override { return put(integer(number)); }
    bool number_unsigned(number_unsigned_t number) override {
        if (number <= static_cast<number_unsigned_t>(INT64_MAX)) return put(integer(static_cast<std::int64_t>(number)));
        return put(decimal(std::to_string(number)));
    }
    bool number_float(number_float_t, const string_t& written) override { return put(decimal(written)); }
    bool string(string_t& text) override {
        Tree node;
        node.kind = Tree::Kind::Text;
        node.text = std::move(text);
        return put(std::move(node));
    }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(Tree::Kind::Table); }
    bool start_array(std::size_t) override { return open(Tree::Kind::List); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        if (open_.back()->table.size() == kKeysMax) {
            error = "has an object with more than " + std::to_string(kKeysMax) + " keys" + place();
            return false;
        }
        if (open_.back()->find(name) != nullptr) {
            error = "has a key twice in one object: '" + shown(name) + "'" + place() + "; keep one of them";
            return false;
        }
        open_.back()->table.push_back({std::move(name), Tree{}});
        open_.back()->table.back().value.line = line();
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const Json::exception& why) override {
        constexpr int kNumberOverflow = 406;  // nlohmann: out_of_range
        if (why.id == kNumberOverflow) {
            error = "has a number that is far too large" + place_of_value();
            return false;
        }
        const std::string_view before = text_.substr(0, position == 0 ? 0 : position - 1);
        const auto lines = std::count(before.begin(), before.end(), '\n');
        counted_ = read_;
        line_ = static_cast<std::size_t>(lines) + 1;
        const std::string_view line = before.substr(before.rfind('\n') + 1);
        const auto column = domain::code_points(line).value_or(std::u32string(line.size(), U' ')).size() + 1;
        error = "is not valid JSON at byte " + std::to_string(position) + " (line " + std::to_string(lines + 1) +
                ", character " + std::to_string(column) + ")";
        return false;
    }

    Tree root;
    std::string error;

private:
    // " (in F1.51[2])" for what is open now, "" at the top.
    [[nodiscard]] std::string place() const {
        constexpr std::size_t kStepsMax = 4;
        std::string path;
        for (std::size_t i = 0; i + 1 < open_.size() && i < kStepsMax; ++i)
            add_step(path, *open_[i]);
        return path.empty() ? path : " (in " + path + ")";
    }
    [[nodiscard]] std::string place_of_value() const {
        std::string path;
        // The value itself is not there yet: in a list it would be the next one.
        for (const Tree* part : open_)
            add_step(path, *part, part == open_.back() ? 1 : 0);
        return path.empty() ? path : " (at " + path + ")";
    }
    static void add_step(std::string& path, const Tree& part, std::size_t ahead = 0) {
        if (part.kind == Tree::Kind::List) {
            path += '[' + std::to_string(part.list.size() + ahead) + ']';
        } else if (!part.table.empty()) {
            path += (path.empty() ? "" : ".") + shown(part.table.back().key);
        }
    }

    static Tree integer(std::int64_t number) {
        Tree node;
        node.kind = Tree::Kind::Integer;
        node.integer = number;
        return node;
    }
    static Tree decimal(std::string written) {
        Tree node;
        node.kind = Tree::Kind::Decimal;
        node.text = std::move(written);
        return node;
    }

    Tree* place(Tree&& node) {
        node.line = line();
        if (open_.empty()) {
            root = std::move(node);
            return &root;
        }
        Tree& parent = *open_.back();
        if (parent.kind == Tree::Kind::Table) {
            node.line = parent.table.back().value.line;
            parent.table.back().value = std::move(node);
            return &parent.table.back().value;
        }
        parent.list.push_back(std::move(node));
        return &parent.list.back();
    }
    bool put(Tree&& node) {
        place(std::move(node));
        return true;
    }
    // Pointers into lists stay good: a list grows only while none of its earlier elements is open.
    bool open(Tree::Kind kind) {
        if (open_.size() == depth_max_) {
            error = "is nested more than " + std::to_string(depth_max_) + " levels deep" + place();
            return false;
        }
        Tree node;
        node.kind = kind;
        open_.push_back(place(std::move(node)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    const char *read_, *counted_;
    std::size_t line_ = 1;
    std::vector<Tree*> open_;
    std::size_t depth_max_;
};

}  // namespace

base::Result<Tree> parse_json(std::string_view text, const JsonLimits& limits, std::string_view code,
                              std::size_t* line) {
    if (text.size() > limits.bytes_max) {
        return base::fail(std::string(code), "the JSON is larger than " + std::to_string(limits.bytes_max) + " bytes");
    }
    if (const std::string why = why_not_utf8(text); !why.empty())
        return base::fail(std::string(code), "the file " + why);
    if (domain::is_blank(text)) return base::fail(std::string(code), "the file is empty; write one JSON object");
    Builder builder(text, limits.depth_max);
    if (!builder.run()) {
        if (line != nullptr) *line = builder.line();
        wipe(builder.root);
        return base::fail(std::string(code),
                          "the file " + (builder.error.empty() ? std::string("is not valid JSON") : builder.error));
    }
    return std::move(builder.root);
}

void wipe(Tree& tree) noexcept {
    base::wipe(tree.text);
    for (Tree& part : tree.list)
        wipe(part);
    for (auto& [key, part] : tree.table)
        wipe(part);
}

}  // namespace courtyard::pack
