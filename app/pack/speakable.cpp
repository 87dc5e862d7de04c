#include "app/pack/speakable.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace courtyard::pack {
namespace {

class Collector {
public:
    void add(std::string key, const std::string& text) {
        if (!text.empty()) out.emplace(std::move(key), text);
    }
    void list(const std::string& key, const std::vector<std::string>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i)
            add(key + "." + std::to_string(i + 1), texts[i]);
    }
    void field(const std::string& key, const domain::Field& of) {
        add(key + ".label", of.label);
        add(key + ".ask", of.ask);
        add(key + ".hint", of.hint);
        for (std::size_t i = 0; i < of.options.size(); ++i)
            add(key + ".option." + std::to_string(i + 1), of.options[i].say);
        for (std::size_t i = 0; i < of.columns.size(); ++i)
            field(key + ".column." + std::to_string(i + 1), of.columns[i]);
    }

    std::map<std::string, std::string, std::less<>> out;
};

void screening(Collector& into, const domain::ScreeningMatrix& matrix) {
    for (const domain::ScreeningQuestion& question : matrix.questions) {
        const std::string key = "screening." + question.key;
        into.add(key + ".ask", question.ask);
        into.add(key + ".hint", question.hint);
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            into.add(key + ".option." + std::to_string(i + 1), question.options[i].say);
            into.add(key + ".help." + std::to_string(i + 1), question.options[i].help);
        }
    }
    for (std::size_t i = 0; i < matrix.rules.size(); ++i)
        into.add("rule." + std::to_string(i + 1) + ".reason", matrix.rules[i].reason);
    for (const domain::ScreeningOutcome& outcome : matrix.outcomes) {
        into.add("outcome." + outcome.id + ".title", outcome.title);
        into.add("outcome." + outcome.id + ".say", outcome.say);
        into.list("outcome." + outcome.id + ".next", outcome.next);
    }
}

void guides(Collector& into, const Pack& pack) {
    for (const domain::Door& door : pack.doors.doors) {
        into.add("door." + door.id + ".title", door.title);
        into.add("door." + door.id + ".who", door.who);
        into.add("door." + door.id + ".where", door.where);
        into.add("door." + door.id + ".say", door.say);
        into.list("door." + door.id + ".bring", door.bring);
    }
    for (const Topic& topic : pack.topics) {
        into.add("topic." + topic.id + ".title", topic.title);
        into.list("topic." + topic.id + ".body", topic.body);
    }
    for (const GuideQuestion& question : pack.questions) {
        into.add("question." + std::to_string(question.n) + ".ask", question.ask);
        into.add("question." + std::to_string(question.n) + ".answer", question.answer);
    }
    for (const Contact& contact : pack.contacts) {
        into.add("contact." + contact.id + ".name", contact.name);
        into.add("contact." + contact.id + ".say", contact.say);
    }
}

void documents(Collector& into, const Pack& pack) {
    into.add("notice.title", pack.notice.title);
    into.list("notice", pack.notice.paragraphs);
    into.add("consent.title", pack.consent.title);
    into.list("consent", pack.consent.paragraphs);
    for (const ConsentText& consent : pack.consents)
        into.add("consent." + consent.code, consent.text);
}

}  // namespace

std::map<std::string, std::string, std::less<>> speakable(const Pack& pack) {
    Collector into;
    for (const auto& [key, text] : pack.words.all())
        if (!key.starts_with("court.")) into.add(key, text);  // signs and words of papers: nobody hears them
    for (const domain::Section& section : pack.form.sections)
        into.add("section." + section.id, section.title);
    for (const domain::Path& path : pack.form.paths) {
        const std::string key = "path." + std::to_string(static_cast<int>(path.kind) + 1);
        into.add(key + ".title", path.title);
        into.add(key + ".say", path.say);
    }
    for (const domain::Field& field : pack.form.fields)
        into.field(field.code, field);
    screening(into, pack.screening);
    guides(into, pack);
    documents(into, pack);
    for (const auto& [status, words] : pack.statuses) {
        const std::string key = "status." + std::string(domain::id(status));
        into.add(key + ".say", words.say);
        into.add(key + ".next", words.next_say);
    }
    return std::move(into.out);
}

}  // namespace courtyard::pack
