#include "app/pack/screening_json.hpp"

#include "app/domain/screening_change.hpp"
#include "app/pack/json_text.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

constexpr std::size_t kBytesMax = 16384;
constexpr std::size_t kDepthMax = 4;
constexpr std::string_view kGuardianKey = "guardian_is_wrongdoer";

base::Result<std::vector<std::string>> values_of(std::string_view key, const Tree& node) {
    const bool is_flag = key == kGuardianKey;
    const bool is_list = domain::is_list_key(key);
    const auto wrong = [&] {
        std::string wanted = is_flag ? "true or false" : is_list ? "a list of codes out of " : "one of the words ";
        if (!is_flag) wanted += domain::screening_words(key);
        return base::fail("screening.value", "the answer to " + std::string(key) + " must be " + wanted);
    };
    if (is_flag) {
        if (node.kind != Tree::Kind::Bool) return wrong();
        return std::vector<std::string>{node.truth ? "true" : "false"};
    }
    if (!is_list) {
        if (node.kind != Tree::Kind::Text) return wrong();
        return std::vector<std::string>{node.text};
    }
    if (node.kind != Tree::Kind::List) return wrong();
    std::vector<std::string> values;
    for (const Tree& entry : node.list) {
        if (entry.kind != Tree::Kind::Text) return wrong();
        values.push_back(entry.text);
    }
    return values;
}

void write_values(JsonWriter& writer, std::string_view key, const std::vector<std::string>& values) {
    if (key == kGuardianKey) return writer.truth(!values.empty() && values.front() == "true");
    if (!domain::is_list_key(key))
        return writer.text(values.empty() ? std::string_view{} : std::string_view(values.front()));
    writer.open_list();
    for (const std::string& value : values)
        writer.text(value);
    writer.close_list();
}

void write_texts(JsonWriter& writer, std::string_view key, const std::vector<std::string>& texts) {
    writer.key(key);
    writer.open_list();
    for (const std::string& text : texts)
        writer.text(text);
    writer.close_list();
}

}  // namespace

base::Result<domain::ScreeningAnswers> parse_screening_answers(std::string_view json) {
    return read_screening_answers(TRY(parse_json(json, {kBytesMax, kDepthMax}, "screening.json")));
}

base::Result<domain::ScreeningAnswers> read_screening_answers(const Tree& root) {
    if (root.kind != Tree::Kind::Table)
        return base::fail("screening.json", "screening answers must be one JSON object {\"G1\":\"yes\",…}");
    domain::ScreeningAnswers answers;
    for (const auto& [key, node] : root.table) {
        // Unknown keys come first, so that the message is about the key and not about its value.
        if (domain::screening_values(key).empty()) TRY(domain::set_screening_value(answers, shown(key), {}));
        const std::vector<std::string> values = TRY(values_of(key, node));
        TRY(domain::set_screening_value(answers, key, values));
    }
    return answers;
}

std::string write_screening_answers(const domain::ScreeningAnswers& answers) {
    JsonWriter writer;
    writer.open_object();
    for (const std::string_view key : domain::screening_keys()) {
        writer.key(key);
        write_values(writer, key, domain::screening_value(answers, key));
    }
    writer.close_object();
    return writer.take();
}

std::string write_ways(const domain::ScreeningMatrix& matrix, const domain::ScreeningAnswers& answers) {
    const domain::ScreeningWays ways = domain::smallest_changes(matrix, answers);
    const domain::ScreeningGrounds grounds = domain::grounds_of(matrix, answers, ways);
    JsonWriter writer;
    const auto write_list = [&](std::string_view key, const std::vector<domain::ScreeningWay>& list) {
        writer.key(key);
        writer.open_list();
        for (const domain::ScreeningWay& way : list) {
            writer.open_object();
            writer.key("primary");
            writer.text(way.primary);
            writer.key("rule");
            writer.text(way.rule);
            writer.key("changes");
            writer.open_list();
            for (const domain::AnswerChange& change : way.changes) {
                writer.open_object();
                writer.key("key");
                writer.text(change.key);
                writer.key("any_of");
                writer.open_list();
                for (const std::vector<std::string>& to : change.any_of)
                    write_values(writer, change.key, to);
                writer.close_list();
                writer.key("unknown");
                writer.truth(change.was_unknown);
                writer.close_object();
            }
            writer.close_list();
            writer.close_object();
        }
        writer.close_list();
    };
    writer.open_object();
    write_list("better", ways.better);
    write_list("other", ways.other);
    write_texts(writer, "single", ways.single);
    write_texts(writer, "decided", grounds.decided);
    write_texts(writer, "looked_at", grounds.looked_at);
    write_texts(writer, "open", grounds.open);
    writer.close_object();
    return writer.take();
}

std::string write_doors(const std::vector<domain::OpenDoor>& doors) {
    JsonWriter writer;
    writer.open_list();
    for (const domain::OpenDoor& open : doors) {
        writer.open_object();
        writer.key("id");
        writer.text(open.door->id);
        writer.key("title");
        writer.text(open.door->title);
        write_texts(writer, "because", open.because);
        writer.close_object();
    }
    writer.close_list();
    return writer.take();
}

std::string write_screening(const domain::Screening& screening) {
    JsonWriter writer;
    writer.open_object();
    writer.key("rule");
    writer.text(screening.rule);
    writer.key("primary");
    writer.text(screening.primary);
    write_texts(writer, "also", screening.also);
    write_texts(writer, "reasons", screening.reasons);
    write_texts(writer, "articles", screening.articles);
    writer.key("would_change");
    writer.open_list();
    for (const domain::ScreeningChange& change : screening.would_change) {
        writer.open_object();
        writer.key("key");
        writer.text(change.key);
        writer.key("to");
        write_values(writer, change.key, change.to);
        writer.key("rule");
        writer.text(change.rule);
        writer.key("primary");
        writer.text(change.primary);
        writer.close_object();
    }
    writer.close_list();
    writer.close_object();
    return writer.take();
}

}  // namespace courtyard::pack
