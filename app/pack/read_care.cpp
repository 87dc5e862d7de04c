// What callers and other bodies' help need: callwords.toml, rules/revisit.toml, and what only the whole pack can say of
// them.
#include <algorithm>
#include <set>

#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kRevisit = "rules/revisit.toml", kDoors = "rules/doors.toml";

std::vector<domain::RevisitSaying> read_sayings(TableReader& reader, std::string_view key) {
    std::vector<domain::RevisitSaying> list;
    std::set<std::string> seen;
    for (const Tree* table : reader.tables(key)) {
        TableReader one(*table, reader.source());
        list.push_back({one.id("id"), one.text("say")});
        one.finish();
        if (!seen.insert(list.back().id).second) one.problem("'" + list.back().id + "' is there twice");
    }
    return list;
}

domain::ContactWay read_way(const Tree& table, Source source) {
    TableReader reader(table, source);
    domain::ContactWay way;
    way.value = reader.text("value");
    way.call = reader.flag_or("call", true);
    way.hours.from = static_cast<int>(reader.integer_if("from", 0, 23).value_or(0));
    way.hours.to = static_cast<int>(reader.integer_if("to", 1, 24).value_or(24));
    way.say = reader.text_or_empty("say");
    way.relay = reader.flag_or("relay", false);
    way.landline = reader.flag_or("landline", true);
    reader.finish();
    if (way.hours.from >= way.hours.to) reader.problem("'from' must be an hour before 'to'");
    return way;
}

// What packs had not got from the first on. Nothing in the program can stand for it: words for people are the pack's
// (architecture, "what people read is data"), the script that an older pack has begins with the court's name, which
// whoever else picks up must not hear, and a red line without words lets a caller dial somebody who has died. So such a
// pack is refused, by its author's check and by every machine, in one sentence that says what to do.
std::vector<std::string> lacking_of_later(const Tree& root) {
    std::vector<std::string> lacking;
    for (const char* script : {"open", "quiet"})
        if (root.find(script) == nullptr) lacking.push_back("[" + std::string(script) + "]");
    const Tree* contact = root.find("contact");
    if (contact == nullptr) return lacking;
    for (const char* sentence : {"between", "disputed", "died", "moved", "wrong_number"})
        if (contact->find(sentence) == nullptr) lacking.push_back("'" + std::string(sentence) + "' of [contact]");
    return lacking;
}

void tell_lacking(const Tree& root, Source source, const std::vector<std::string>& lacking) {
    std::string all;
    for (const std::string& each : lacking)
        all += (all.empty() ? "" : ", ") + each;
    const Tree* contact = root.find("contact");
    const bool only_sentences = root.find("open") != nullptr && root.find("quiet") != nullptr && contact != nullptr;
    source.problems.add(source.file, only_sentences ? contact->line : root.line,
                        "there is no " + all +
                            ", as in a pack for an older program; without them a call can hurt somebody, so no machine "
                            "takes the pack: copy them from assets/packs/zhejiang-demo/rules/revisit.toml into this "
                            "file, raise 'version' in pack.toml, and sign it with courtyardctl pack sign");
}

// A sentence that is not there at all is told of once, for all.
std::string text_there(TableReader& reader, std::string_view key) {
    return reader.has(key) ? reader.text(key) : std::string();
}

domain::ContactWords read_contact(TableReader& from) {
    domain::ContactWords contact;
    const Tree* table = from.table_if("contact");
    if (table == nullptr) {
        from.problem("there is no [contact]: what it means how somebody wants to be reached");
        return contact;
    }
    TableReader reader(*table, from.source());
    for (const Tree* way : reader.tables("way"))
        contact.ways.push_back(read_way(*way, from.source()));
    for (const Tree* message : reader.tables("message")) {
        TableReader one(*message, from.source());
        const std::string value = one.text("value");
        if (!contact.messages.emplace(value, one.text("say")).second) one.problem("'" + value + "' is there twice");
        one.finish();
    }
    contact.number = reader.text("number");
    contact.hide = reader.text("hide");
    contact.between = text_there(reader, "between");
    contact.word = reader.text("word");
    contact.hours = reader.text("hours");
    contact.own = reader.text("own");
    contact.alert = reader.text("alert");
    contact.not_now = reader.text("not_now");
    contact.disputed = text_there(reader, "disputed");
    for (const char* each : {"died", "moved", "wrong_number", "died_unsure"})
        contact.lost.emplace(each, text_there(reader, each));
    reader.finish();
    return contact;
}

domain::CallScript read_script(TableReader& from, std::string_view key) {
    domain::CallScript script;
    const Tree* table = from.table_if(key);
    if (table == nullptr) return script;  // told by tell_lacking()
    TableReader reader(*table, from.source());
    script.rules = reader.texts_or_none("rules");
    script.relay = reader.texts_or_none("relay");
    script.opening = reader.texts("opening");
    script.known = reader.texts_or_none("known");
    reader.finish();
    return script;
}

// Whoever else picks up must not learn that it is the court.
void check_quiet(TableReader& reader, const domain::CallScript& quiet) {
    for (const auto* lines : {&quiet.relay, &quiet.opening})
        for (const std::string& line : *lines)
            for (const char* blank : {"{court}", "{staff}", "{word}"})
                if (line.find(blank) != std::string::npos)
                    reader.problem_at("quiet", "says " + std::string(blank) +
                                                   " before it is known who listens; that belongs to 'known'");
}

const domain::Field* field_of(const Pack& pack, std::string_view code) { return pack.form.field(code); }

// A way to be reached that somebody chose and no caller is told of would be overlooked.
void check_options(const Pack& pack, std::string_view code, std::string_view list,
                   const std::set<std::string, std::less<>>& told, Problems& problems) {
    const domain::Field* field = field_of(pack, code);
    if (field == nullptr) return;
    for (const domain::Option& option : field->options)
        if (!told.contains(option.value))
            problems.add_at(kRevisit, list,
                            "[contact] says nothing of '" + option.value + "', an answer to " + field->code);
    for (const std::string& value : told)
        if (field->option(value) == nullptr)
            problems.add_at(kRevisit, std::string(list) + ".value=" + value,
                            "[contact]: '" + value + "' is no answer to " + field->code);
}

void check_contact(const Pack& pack, Problems& problems) {
    if (pack.revisit.contact.ways.empty()) return;
    std::set<std::string, std::less<>> ways, messages;
    for (const domain::ContactWay& way : pack.revisit.contact.ways)
        ways.insert(way.value);
    for (const auto& [value, say] : pack.revisit.contact.messages)
        messages.insert(value);
    check_options(pack, "F1.11", "contact.way", ways, problems);
    check_options(pack, "F1.11b", "contact.message", messages, problems);
}

}  // namespace

void read_call_words(const Tree& root, Source source, domain::CallWords& words) {
    TableReader reader(root, source);
    std::set<std::string, std::less<>> seen;
    for (const std::string& line : reader.texts("words")) {
        auto word = domain::parse_sounded_word(line);
        if (!word) {
            reader.problem_at("words", "'" + line + "' " + word.error().message);
        } else if (word->sounds.size() != 2) {
            reader.problem_at("words", "'" + line + "' must have two characters");
        } else if (!seen.insert(word->text).second) {
            reader.problem_at("words", "'" + word->text + "' is there twice");
        } else {
            words.words.push_back(*std::move(word));
        }
    }
    reader.finish();
    if (words.words.size() != domain::kCallWords)
        reader.problem_at("words", "there must be exactly " + std::to_string(domain::kCallWords) + " words, not " +
                                       std::to_string(words.words.size()));
    if (const auto alike = domain::sound_alike(words.words))
        reader.problem_at("words", "'" + words.words[alike->first].text + "' and '" + words.words[alike->second].text +
                                       "' sound alike; exchange one of them");
}

void read_revisit(const Tree& root, Source source, domain::RevisitGuide& guide) {
    TableReader reader(root, source);
    guide.rules = reader.texts("rules");
    if (const auto lacking = lacking_of_later(root); !lacking.empty()) {
        tell_lacking(root, source, lacking);
        reader.ignore("opening");  // the one script of older packs
    }
    guide.open = read_script(reader, "open");
    guide.quiet = read_script(reader, "quiet");
    check_quiet(reader, guide.quiet);
    for (const Tree* table : reader.tables("question")) {
        TableReader one(*table, source);
        guide.questions.push_back({one.id("id"), one.text("ask"), one.id("field")});
        one.finish();
    }
    guide.plan = read_sayings(reader, "plan");
    guide.outcomes = read_sayings(reader, "outcome");
    guide.tries = read_sayings(reader, "try");
    guide.contact = read_contact(reader);
    reader.finish();
    if (guide.questions.empty()) reader.problem("there is no [[question]]: what a caller asks");
}

void check_care(const Pack& pack, Problems& problems) {
    for (std::size_t i = 0; i < pack.doors.needs.size(); ++i) {
        const domain::DoorNeed& need = pack.doors.needs[i];
        check_form_expression(pack.form, need.told, {"need " + need.value, "need[" + std::to_string(i) + "]"}, "told",
                              {kDoors, problems});
    }
    check_told_answers(pack.form, pack.doors, {kDoors, problems});
    for (std::size_t i = 0; i < pack.doors.doors.size(); ++i) {
        const domain::Door& door = pack.doors.doors[i];
        for (const std::string& code : door.share)
            if (field_of(pack, code) == nullptr || code.starts_with("F1.80") || code.starts_with("F1.11"))
                problems.add_at(kDoors, "door[" + std::to_string(i) + "].share",
                                "door " + door.id + ", 'share': '" + code +
                                    "' is no field of the form, or one that no body is ever told");
    }
    check_contact(pack, problems);
    for (const domain::AidModule& module : pack.modules)
        if (!module.door.empty() && pack.doors.door(module.door) == nullptr)
            problems.add_at("modules/" + module.id + ".toml", "door", "'door': there is no door '" + module.door + "'");
}

}  // namespace courtyard::pack
