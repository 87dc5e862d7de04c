#include <nlohmann/json.hpp>
#include <optional>

#include "app/pack/tree.hpp"

namespace courtyard::pack {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kKeysMax = 1000;

// Builds the tree while nlohmann reads; returning false stops the reading.
class Builder final : public nlohmann::json_sax<Json> {
public:
    explicit Builder(std::size_t depth_max) : depth_max_(depth_max) {}

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
            error = "has an object with more than " + std::to_string(kKeysMax) + " keys";
            return false;
        }
        if (open_.back()->find(name) != nullptr) {
            error = "has a key twice in one object";
            return false;
        }
        open_.back()->table.push_back({std::move(name), Tree{}});
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
        error = "is not valid JSON at byte " + std::to_string(position);
        return false;
    }

    Tree root;
    std::string error;

private:
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
        if (open_.empty()) {
            root = std::move(node);
            return &root;
        }
        Tree& parent = *open_.back();
        if (parent.kind == Tree::Kind::Table) {
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
            error = "is nested more than " + std::to_string(depth_max_) + " levels deep";
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

    std::vector<Tree*> open_;
    std::size_t depth_max_;
};

}  // namespace

base::Result<Tree> parse_json(std::string_view text, const JsonLimits& limits, std::string_view code) {
    if (text.size() > limits.bytes_max) {
        return base::fail(std::string(code), "the JSON is larger than " + std::to_string(limits.bytes_max) + " bytes");
    }
    Builder builder(limits.depth_max);
    if (!Json::sax_parse(text, &builder)) {
        return base::fail(std::string(code),
                          "the file " + (builder.error.empty() ? std::string("is not valid JSON") : builder.error));
    }
    return std::move(builder.root);
}

}  // namespace courtyard::pack
