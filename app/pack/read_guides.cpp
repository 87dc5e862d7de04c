#include <set>

#include "app/pack/readers.hpp"

namespace courtyard::pack {

void read_topics(const Tree& root, Source source, std::vector<Topic>& topics) {
    TableReader reader(root, source);
    std::set<std::string> ids;
    for (const Tree* table : reader.tables("topic")) {
        TableReader topic_reader(*table, source);
        Topic topic{topic_reader.id("id"), topic_reader.text("title"), topic_reader.id("icon"),
                    topic_reader.texts("body"), topic_reader.texts_or_none("keywords")};
        topic_reader.finish();
        if (!ids.insert(topic.id).second) topic_reader.problem("the topic '" + topic.id + "' is there twice");
        topics.push_back(std::move(topic));
    }
    if (topics.empty()) reader.problem("there is no [[topic]]");
    reader.finish();
}

void read_questions(const Tree& root, Source source, std::vector<GuideQuestion>& questions) {
    TableReader reader(root, source);
    int last = 0;
    for (const Tree* table : reader.tables("question")) {
        TableReader question_reader(*table, source);
        GuideQuestion question;
        question.n = static_cast<int>(question_reader.integer("n", 1, 1000));
        question.ask = question_reader.text("ask");
        question.answer = question_reader.text("answer");
        question.keywords = question_reader.texts_or_none("keywords");
        question_reader.finish();
        if (question.n != last + 1)
            question_reader.problem_at("n", "'n' must count 1, 2, 3 … in the order of the file");
        last = question.n;
        questions.push_back(std::move(question));
    }
    if (questions.empty()) reader.problem("there is no [[question]]");
    reader.finish();
}

void read_document(const Tree& root, Source source, Document& document) {
    TableReader reader(root, source);
    document = {reader.text("title"), reader.text("version"), reader.texts("paragraphs")};
    reader.finish();
}

void read_consents(const Tree& root, Source source, Document& document, std::vector<ConsentText>& consents) {
    TableReader reader(root, source);
    document = {reader.text("title"), reader.text("version"), reader.texts("paragraphs")};
    std::set<std::string> codes;
    for (const Tree* table : reader.tables("consent")) {
        TableReader consent_reader(*table, source);
        consents.push_back({consent_reader.text("code"), consent_reader.text("text")});
        consent_reader.finish();
        if (!codes.insert(consents.back().code).second)
            consent_reader.problem("the consent " + consents.back().code + " is there twice");
    }
    reader.finish();
}

namespace {

// [home] title = "…" and "home.title" = "…" are the same key.
void read_word_table(const Tree& table, Source source, const std::string& prefix, Words& words) {
    for (const auto& [name, node] : table.table) {
        const std::string key = prefix + name;
        if (node.kind == Tree::Kind::Table) {
            read_word_table(node, source, key + ".", words);
            continue;
        }
        TableReader reader(table, source);
        std::string text = reader.text(name);
        if (!is_id(key))
            source.problems.add(source.file, node.line,
                                "the key '" + key + "' must be 1 to 64 of the characters A-Z a-z 0-9 _ . -");
        if (!text.empty() && !words.add(key, std::move(text)))
            source.problems.add(source.file, node.line, "the key '" + key + "' stands in two places; remove one");
    }
}

}  // namespace

void read_words(const Tree& root, Source source, Words& words) { read_word_table(root, source, "", words); }

void read_statuses(const Tree& root, Source source, std::map<domain::ApplicationStatus, StatusWords>& statuses) {
    TableReader reader(root, source);
    for (const Tree* table : reader.tables("status")) {
        TableReader status_reader(*table, source);
        const std::string id = status_reader.id("id");
        StatusWords words{status_reader.text("say"), status_reader.text("next_say")};
        status_reader.finish();
        const std::optional<domain::ApplicationStatus> status = domain::application_status(id);
        if (!status || !statuses.emplace(*status, std::move(words)).second)
            status_reader.problem("'" + id + "' is no status, or is there twice");
    }
    for (const std::string_view id : domain::kApplicationStatusIds) {
        if (!statuses.contains(*domain::application_status(id)))
            reader.problem("the status " + std::string(id) + " is missing");
    }
    reader.finish();
}

}  // namespace courtyard::pack
