#include "app/screens/sample_case.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

#include "app/cases/fold.hpp"
#include "app/domain/money.hpp"
#include "app/flow/case_desk.hpp"
#include "app/flow/help_rows.hpp"
#include "app/pack/application_json.hpp"

namespace courtyard::screens {
namespace {

using cases::FieldType;

template <class Id>
Id id_of(std::uint8_t kind, std::size_t number) {
    Id id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i)
        id.bytes[i] = static_cast<std::uint8_t>(kind * 31 + number * 73 + i * 151 + (number >> 8U) * i);
    return id;
}

// "11-05 09": that hour of the day in China, in the year of the samples.
base::Instant moment(std::string_view text) {
    constexpr std::int64_t kHourMs = 3'600'000, kChina = 8;
    const auto day = domain::Date::parse("2026-" + std::string(text.substr(0, 5)));
    int hour = 9;
    if (text.size() > 6) std::from_chars(text.data() + 6, text.data() + text.size(), hour);
    const std::int32_t days = day ? day->days_since(domain::Date{}) : 0;
    return {(std::int64_t{days} * 24 + hour - kChina) * kHourMs};
}

class Teller {
public:
    Teller(flow::CaseView& view, const std::vector<std::pair<std::string, std::string>>& people)
        : view_(view), people_(people) {}

    void tell(std::string_view line) {
        const std::vector<std::string> parts = sample_split(line, '|');
        if (parts.size() < 3) return;
        const bool blind = parts[1].starts_with("~");
        const cases::ActRule* rule = cases::find_act(parts[2]);
        const std::string author = blind ? parts[1].substr(1) : parts[1];
        if (rule == nullptr || !person(author)) return;
        cases::Fact fact;
        fact.id = id_of<cases::FactId>(7, view_.facts.size() + 1);
        fact.about = view_.facts.empty() ? fact.id : view_.facts.front().id;
        fact.author = *person(author);
        fact.kind = parts[2];
        fact.claimed = moment(parts[0]);
        const std::size_t seen = view_.facts.size() - (blind && !view_.facts.empty() ? 1 : 0);
        fact.after = cases::heads(std::span(view_.facts).first(seen));
        for (std::size_t i = 3; i < parts.size(); ++i)
            put(fact, *rule, parts[i]);
        view_.facts.push_back(std::move(fact));
    }

    void fold() {
        const auto offices = [this](const base::PersonId& id) -> std::optional<cases::Role> {
            const flow::PersonName* found = flow::find_person(view_, id);
            return found ? std::optional(found->role) : std::nullopt;
        };
        if (!view_.facts.empty()) view_.folded = cases::fold(view_.facts.front().id, view_.facts, offices);
    }

    [[nodiscard]] std::optional<base::PersonId> person(std::string_view name) const {
        for (std::size_t i = 0; i < people_.size(); ++i)
            if (people_[i].first == name) return view_.people[i].id;
        return std::nullopt;
    }

private:
    void put(cases::Fact& fact, const cases::ActRule& rule, std::string_view field) {
        const std::size_t equals = field.find('=');
        if (equals == std::string_view::npos) return;
        const std::string name(field.substr(0, equals)), value(field.substr(equals + 1));
        const cases::FieldRule* found = cases::find_field(rule, name);
        if (found == nullptr) return put_of_module(fact, name, value);
        if (value == "*") {  // the digest of the ballot that lies open
            fold();
            if (!view_.folded.ballots.ballots.empty())
                fact.fields[name] = view_.folded.ballots.ballots.back().papers_digest;
            return;
        }
        fact.fields[name] = value_of(found->type, value);
    }
    // What an act of a module says: of which type, its value shows.
    static void put_of_module(cases::Fact& fact, const std::string& name, const std::string& value) {
        if (fact.kind != "module") return;
        const bool number = value.find_first_not_of("0123456789") == std::string::npos;
        if (value == "yes" || value == "no")
            fact.fields[name] = value == "yes";
        else if (number)
            fact.fields[name] = domain::parse_yuan(value).value_or(domain::Fen{}).value;
        else if (value.find(';') != std::string::npos)
            fact.fields[name] = sample_split(value, ';');
        else
            fact.fields[name] = value;
    }
    [[nodiscard]] cases::FieldValue value_of(FieldType type, const std::string& value) const {
        if (type == FieldType::Money) return domain::parse_yuan(value).value_or(domain::Fen{}).value;
        if (type == FieldType::Count) return std::int64_t{std::atoi(value.c_str())};
        if (type == FieldType::YesNo || type == FieldType::Yes) return value == "yes";
        if (!cases::is_list(type)) return one(type, value);
        std::vector<std::string> list;
        for (const std::string& each : sample_split(value, ';'))
            list.push_back(one(type, each));
        return list;
    }
    [[nodiscard]] std::string one(FieldType type, const std::string& value) const {
        if (type == FieldType::Person || type == FieldType::Persons) {
            const auto found = person(value);
            return found ? found->text() : value;
        }
        if ((type == FieldType::Fact || type == FieldType::Facts) && value.starts_with("@")) {
            const auto at = static_cast<std::size_t>(std::atoi(value.c_str() + 1));
            return at >= 1 && at <= view_.facts.size() ? view_.facts[at - 1].id.text() : value;
        }
        return value;
    }

    flow::CaseView& view_;
    const std::vector<std::pair<std::string, std::string>>& people_;
};

}  // namespace

cases::Readings sample_readings(const pack::Pack& pack) {
    std::map<char32_t, std::vector<std::string>> known;
    const auto names = sample_split(pack.words.text("field.sample.names"), '|'),
               sounds = sample_split(pack.words.text("field.sample.pinyin"), '|');
    for (std::size_t i = 0; i < names.size() && i < sounds.size(); ++i) {
        std::istringstream said(sounds[i]);
        std::string syllable;
        for (const char32_t character : cases::searchable(names[i]))
            if (said >> syllable) known[character] = {syllable};
    }
    return [known](char32_t character) {
        const auto found = known.find(character);
        return found == known.end() ? std::vector<std::string>{} : found->second;
    };
}

std::vector<std::string> sample_split(std::string_view text, char by) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(by, from), text.size());
        out.emplace_back(text.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> sample_pairs(const pack::Pack& pack, std::string_view key) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const std::string& each : sample_split(pack.words.text(key), '|')) {
        const std::size_t equals = std::min(each.find('='), each.size());
        out.emplace_back(each.substr(0, equals), equals < each.size() ? each.substr(equals + 1) : std::string{});
    }
    return out;
}

namespace {

// What is told at home in the samples: the first needs of the pack.
domain::DoorNeeds sample_needs(const pack::Pack& pack) {
    constexpr std::size_t kNeeds = 3;
    domain::DoorNeeds needs;
    for (const domain::DoorNeed& need : pack.doors.needs)
        if (needs.size() < kNeeds) needs.insert(need.value);
    return needs;
}

}  // namespace

domain::SafeContact sample_contact(const pack::Pack& pack, std::size_t guarded) {
    domain::SafeContact contact;
    contact.phone = pack.words.text("field.sample.phone");
    const std::vector<domain::ContactWay>& ways = pack.revisit.contact.ways;
    if (guarded == 0) contact.rule = pack.words.text("field.sample.contact_rule");
    if (guarded != 2 || ways.empty()) return contact;
    const auto alone = std::find_if(ways.begin(), ways.end(), [](const domain::ContactWay& way) {
        return way.call && !way.say.empty() && way.hours == domain::CallHours{};
    });
    contact.rule = alone == ways.end() ? std::string() : alone->value;
    contact.number = pack.words.text("field.sample.safe_number");
    if (!pack.revisit.contact.messages.empty()) contact.messages = pack.revisit.contact.messages.rbegin()->first;
    contact.hide = sample_split(pack.words.text("field.sample.hide_from"), '|');
    contact.word = pack.words.text("field.sample.agreed_word");
    return contact;
}

flow::CaseView sample_case(const pack::Pack& pack, const std::vector<std::string_view>& stories, std::string_view self,
                           base::Instant now) {
    flow::CaseView view;
    const auto people = sample_pairs(pack, "field.sample.people");
    for (std::size_t i = 0; i < people.size(); ++i) {
        const std::string_view office = std::string_view(people[i].first);
        const auto role = cases::role_of(office.substr(0, office.find_first_of("0123456789")));
        view.people.push_back({id_of<base::PersonId>(3, i + 1), people[i].second, role.value_or(cases::Role::Judge)});
    }
    Teller teller(view, people);
    for (const std::string_view story : stories)
        for (const std::string& line : sample_split(pack.words.text("field.sample.story." + std::string(story)), '\n'))
            teller.tell(line);
    teller.fold();
    view.plan = flow::planned_revisits(view.folded, view.revisit, pack.calendar);
    view.self = teller.person(self).value_or(base::PersonId{});
    if (auto example = pack::parse_application(pack.form, pack.example_json)) {
        example->answers["F1.01"].value = view.folded.applicant;
        view.application = std::move(*example);
    }
    for (const auto& [id, title] : sample_pairs(pack, "field.sample.papers_of_case"))
        view.papers.push_back({id, title, id != "revisit"});
    view.help = pack::help_offers(pack);
    view.modules = flow::module_rows(pack, view, domain::Date::in_china(now));
    for (const cases::Suggestion& each : cases::suggest(pack.doors, {}, {}, sample_needs(pack), view.folded))
        view.suggestions.push_back(
            flow::help_row(each, cases::sharable(*each.door, pack.revisit.contact, view.folded), {}));
    view.account = flow::AccountRef{std::string(32, 'a'), "6217", view.folded.applicant};
    view.wage = domain::Fen{600'000};
    view.call_word = pack.words.text("field.sample.call_word");
    view.contact = sample_contact(pack, 2);
    for (const cases::Entry& entry : view.folded.entries)
        if (now - entry.claimed < 4 * 3'600'000) view.unsent.push_back(entry.id);
    return view;
}

}  // namespace courtyard::screens
