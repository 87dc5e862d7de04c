// What callers and other bodies' help need: callwords.toml, rules/revisit.toml, and what only the whole pack can say of
// them.
#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "app/cases/act_table.hpp"
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

// Of a sentence that callers read: what it may fill in, and what it is nothing without. Blanks of another name would be
// read out as they stand.
class SentenceCheck {
public:
    explicit SentenceCheck(Problems& problems) : problems_(problems) {}

    using Names = std::span<const std::string_view>;
    void sentence(const std::string& way, std::string_view text, Names may, Names must = {}) {
        for (const std::string_view mark : {"\xEF\xBD\x9B", "\xEF\xBD\x9D"})  // U+FF5B, U+FF5D
            if (text.find(mark) != std::string_view::npos)
                problem(way, "'" + std::string(mark) + "' is a full-width sign and fills no blank");
        for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
            const std::size_t close = std::min(text.find('}', open), text.size());
            const std::string_view name = text.substr(open + 1, close - open - 1);
            if (close == text.size())
                problem(way, "a '{' has no '}' behind it");
            else if (std::find(may.begin(), may.end(), name) == may.end())
                problem(way, "the blank {" + std::string(name) + "} is not known here; " + known(may));
        }
        for (const std::string_view name : must)
            if (text.find("{" + std::string(name) + "}") == std::string_view::npos)
                problem(way, "the blank {" + std::string(name) + "} must stand here: what somebody said goes there");
    }
    void lines(const std::string& way, const std::vector<std::string>& texts, Names may) {
        for (std::size_t i = 0; i < texts.size(); ++i)
            sentence(way + "[" + std::to_string(i) + "]", texts[i], may);
    }
    void problem(const std::string& way, const std::string& what) {
        problems_.add_at(kRevisit, way, "'" + way + "': " + what);
    }

private:
    static std::string known(Names may) {
        if (may.empty()) return "no blank is filled here";
        std::string all = "there are";
        for (const std::string_view each : may)
            all += " {" + std::string(each) + "}";
        return all;
    }

    Problems& problems_;
};

void check_script(SentenceCheck& check, const std::string& way, const domain::CallScript& script) {
    constexpr std::array<std::string_view, 5> kNames{"court", "staff", "applicant", "word", "own_word"};
    check.lines(way + ".rules", script.rules, {});
    check.lines(way + ".relay", script.relay, kNames);
    check.lines(way + ".opening", script.opening, kNames);
    check.lines(way + ".known", script.known, kNames);
}

void check_contact_sentences(SentenceCheck& check, const domain::ContactWords& contact) {
    constexpr std::array<std::string_view, 1> kNumber{"number"}, kWho{"who"}, kWord{"word"}, kSay{"say"};
    constexpr std::array<std::string_view, 2> kHours{"from", "to"};
    check.sentence("contact.number", contact.number, kNumber, kNumber);
    check.sentence("contact.hide", contact.hide, kWho, kWho);
    check.sentence("contact.word", contact.word, kWord, kWord);
    check.sentence("contact.hours", contact.hours, kHours, kHours);
    check.sentence("contact.not_now", contact.not_now, kHours, kHours);
    check.sentence("contact.own", contact.own, kSay, kSay);
    check.sentence("contact.between", contact.between, {});
    check.sentence("contact.alert", contact.alert, {});
    check.sentence("contact.disputed", contact.disputed, {});
    for (const auto& [name, say] : contact.lost)
        check.sentence("contact." + name, say, {});
    for (std::size_t i = 0; i < contact.ways.size(); ++i)
        check.sentence("contact.way[" + std::to_string(i) + "].say", contact.ways[i].say, {});
    for (const auto& [value, say] : contact.messages)
        check.sentence("contact.message.value=" + value, say, {});
}

// An answer goes to a field of the revisit, each to its own: what has none would be asked and written nowhere.
void check_questions(SentenceCheck& check, const std::vector<domain::RevisitQuestion>& questions) {
    const cases::ActRule& made = *cases::find_act("revisit_made");
    std::set<std::string_view> ids, fields;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const domain::RevisitQuestion& one = questions[i];
        const std::string way = "question[" + std::to_string(i) + "].";
        const auto is_field = [&one](const cases::FieldRule& each) { return each.name == one.field; };
        check.sentence(way + "ask", one.ask, {});
        if (!ids.insert(one.id).second) check.problem(way + "id", "'" + one.id + "' is there twice");
        if (std::none_of(made.fields.begin(), made.fields.end(), is_field))
            check.problem(way + "field", "'" + one.field + "' is no field of a revisit (revisit_made)");
        else if (!fields.insert(one.field).second)
            check.problem(way + "field", "'" + one.field + "' is asked for by another question already");
    }
}

void check_revisit(const domain::RevisitGuide& guide, Problems& problems) {
    SentenceCheck check(problems);
    check.lines("rules", guide.rules, {});
    check_script(check, "open", guide.open);
    check_script(check, "quiet", guide.quiet);
    check_questions(check, guide.questions);
    const auto sayings = [&check](const std::string& way, const std::vector<domain::RevisitSaying>& list) {
        for (std::size_t i = 0; i < list.size(); ++i)
            check.sentence(way + "[" + std::to_string(i) + "].say", list[i].say, {});
    };
    sayings("plan", guide.plan);
    sayings("outcome", guide.outcomes);
    sayings("try", guide.tries);
    check_contact_sentences(check, guide.contact);
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
    if (!pack.revisit.questions.empty()) check_revisit(pack.revisit, problems);
    for (const domain::AidModule& module : pack.modules)
        if (!module.door.empty() && pack.doors.door(module.door) == nullptr)
            problems.add_at("modules/" + module.id + ".toml", "door", "'door': there is no door '" + module.door + "'");
}

}  // namespace courtyard::pack
