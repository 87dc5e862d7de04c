#include "app/pack/schema_json.hpp"

#include <algorithm>
#include <optional>

#include "app/pack/json_text.hpp"

namespace courtyard::pack::schema {

std::string quoted(std::string_view text) {
    JsonWriter writer;
    writer.text(text);
    return writer.take();
}

std::string quoted_list(const std::vector<std::string>& texts) {
    JsonWriter writer;
    writer.open_list();
    for (const std::string& text : texts)
        writer.text(text);
    writer.close_list();
    return writer.take();
}

Object& Object::put(std::string_view key, std::string_view json) {
    if (!body_.empty()) body_ += ',';
    body_ += quoted(key);
    body_ += ':';
    body_ += json;
    return *this;
}

Object& Object::raw(std::string_view key, std::string_view json) { return put(key, json); }
Object& Object::text(std::string_view key, std::string_view text) { return put(key, quoted(text)); }
Object& Object::number(std::string_view key, std::int64_t number) { return put(key, std::to_string(number)); }
Object& Object::texts(std::string_view key, const std::vector<std::string>& texts) {
    return put(key, quoted_list(texts));
}
Object& Object::pattern(std::string_view pattern) {
    JsonWriter writer;
    writer.ascii(pattern);
    return put("pattern", writer.take());
}

namespace {

// The value of an object that has this key alone; nothing for other objects.
std::optional<std::string_view> value_of_only(std::string_view key, std::string_view object) {
    const std::string start = '{' + quoted(key) + ':';
    if (!object.starts_with(start)) return std::nullopt;
    bool is_in_text = false;
    std::size_t depth = 0;
    for (std::size_t i = start.size(); i + 1 < object.size(); ++i) {
        const char c = object[i];
        if (is_in_text) {
            if (c == '\\') ++i;
            is_in_text = c != '"';
            continue;
        }
        is_in_text = c == '"';
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        if (c == ',' && depth == 0) return std::nullopt;
    }
    return object.substr(start.size(), object.size() - start.size() - 1);
}

Schema joined(std::string_view word, std::vector<Schema> parts, std::string_view neutral, std::string_view decisive) {
    std::vector<Schema> kept;
    bool is_list = false;
    for (Schema& part : parts) {
        if (part == decisive) return std::string(decisive);
        if (part == neutral) continue;
        // What is joined in the same way already is one list with this.
        if (const auto inside = value_of_only(word, part)) {
            part = std::string(inside->substr(1, inside->size() - 2));
            is_list = true;
        }
        if (std::find(kept.begin(), kept.end(), part) == kept.end()) kept.push_back(std::move(part));
    }
    if (kept.empty()) return std::string(neutral);
    if (kept.size() == 1 && !is_list) return std::move(kept.front());
    std::string list;
    for (const Schema& part : kept)
        list += (list.empty() ? "" : ",") + part;
    return Object().raw(word, "[" + list + "]").done();
}

}  // namespace

Schema all_of(std::vector<Schema> parts) { return joined("allOf", std::move(parts), kAnything, kNothing); }
Schema any_of(std::vector<Schema> parts) { return joined("anyOf", std::move(parts), kNothing, kAnything); }

Schema negation(const Schema& part) {
    if (part == kAnything) return std::string(kNothing);
    if (part == kNothing) return std::string(kAnything);
    if (const auto inside = value_of_only("not", part)) return std::string(*inside);
    return Object().raw("not", part).done();
}

Schema constant(std::string_view text) { return Object().text("const", text).done(); }
Schema one_of(const std::vector<std::string>& texts) {
    if (texts.empty()) return std::string(kNothing);
    return Object().texts("enum", texts).done();
}
Schema text_like(std::string_view pattern) { return Object().text("type", "string").pattern(pattern).done(); }
Schema reference(std::string_view definition) {
    return Object().text("$ref", "#/$defs/" + std::string(definition)).done();
}

Schema with_property(std::string_view key, const Schema& value) {
    if (value == kNothing) return value;
    return Object()
        .text("type", "object")
        .texts("required", {std::string(key)})
        .raw("properties", Object().raw(key, value).done())
        .done();
}

Schema described(std::string_view title, std::string_view description, const Schema& schema) {
    Object words;
    words.text("title", title);
    if (!description.empty()) words.text("description", description);
    if (schema == kAnything) return words.done();
    if (schema == kNothing) return schema;
    Schema out = words.done();
    out.back() = ',';
    return out + schema.substr(1);
}

Schema implication(const Schema& condition, const Schema& consequence) {
    if (condition == kNothing || consequence == kAnything) return std::string(kAnything);
    if (condition == kAnything) return consequence;
    return Object().raw("if", condition).raw("then", consequence).done();
}

}  // namespace courtyard::pack::schema
