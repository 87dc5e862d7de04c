#include <functional>
#include <optional>

#include "app/pack/application_json.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kDoors = "rules/doors.toml";

void check_consents(const Pack& pack, Problems& problems) {
    constexpr std::string_view kFile = "documents/consent.toml";
    for (const ConsentText& consent : pack.consents) {
        if (pack.form.field(consent.code) == nullptr)
            problems.add_at(kFile, "consent.code=" + consent.code,
                            "the consent " + consent.code + " is no field of the form");
    }
    for (const domain::Field& field : pack.form.fields) {
        if (field.type != domain::FieldType::Consent || !pack.consent_text(field.code).empty()) continue;
        problems.add_at(kFile, "consent",
                        "the form's consent " + field.code + " has no [[consent]] with its full words");
    }
}

constexpr std::string_view kExample = "forms/example.json";

// The way to the first part that is refused by itself, as deep as there are parts; of the whole where none of its kind
// is taken.
using Refuses = std::function<bool(const Tree&)>;
std::string refused_part(const Tree& node, const std::string& way, const Refuses& refuses) {
    Tree empty;
    empty.kind = node.kind;
    if (refuses(empty)) return way;
    for (std::size_t i = 0; i < node.list.size(); ++i) {
        const Refuses alone = [&refuses](const Tree& part) {
            Tree list;
            list.kind = Tree::Kind::List;
            list.list.push_back(part);
            return refuses(list);
        };
        if (alone(node.list[i])) return refused_part(node.list[i], way + "[" + std::to_string(i) + "]", alone);
    }
    for (const auto& entry : node.table) {
        const Refuses alone = [&refuses, &entry](const Tree& part) {
            Tree table;
            table.kind = Tree::Kind::Table;
            table.table.push_back({entry.key, part});
            return refuses(table);
        };
        if (alone(entry.value))
            return refused_part(entry.value, way.empty() ? entry.key : way + "." + entry.key, alone);
    }
    return way;
}

// Nothing: it cannot be read, which was told with its line.
std::optional<domain::Application> read_example(const Pack& pack, Problems& problems) {
    std::size_t line = 0;
    const base::Result<Tree> root = parse_application_tree(pack.example_json, line);
    if (!root) {
        problems.add(kExample, line, root.error().message);
        return std::nullopt;
    }
    problems.stands(kExample, *root);
    auto example = read_application(pack.form, *root);
    if (example) return *std::move(example);
    const Refuses refuses = [&pack](const Tree& part) { return !read_application(pack.form, part); };
    problems.add_at(kExample, refused_part(*root, {}, refuses), example.error().message);
    return std::nullopt;
}

// Judged on the last day that the pack's calendars know, so that a pack is sound or not whatever the clock says.
void check_example(const Pack& pack, Problems& problems) {
    const std::optional<domain::Application> example = read_example(pack, problems);
    if (!example) return;
    const int last_year = pack.calendar.years().rbegin()->first;
    const domain::CheckContext context{*domain::Date::from_civil(last_year, 12, 31), &pack.areas, std::nullopt};
    for (const domain::Problem& problem : domain::check(pack.form, *example, context)) {
        if (problem.severity != domain::Severity::Error) continue;
        std::string way = problem.field;
        if (problem.row) way += "[" + std::to_string(*problem.row) + "]";
        if (!problem.part.empty()) way += "." + problem.part;
        problems.add_at(kExample, way,
                        domain::place(problem) + ": " + problem.code + "; the example must be accepted as it stands");
    }
}

void check_contacts(const Pack& pack, Problems& problems) {
    for (std::size_t i = 0; i < pack.doors.doors.size(); ++i) {
        const domain::Door& door = pack.doors.doors[i];
        const std::string way = "door[" + std::to_string(i) + "]";
        if (!door.contact.empty() && pack.contact(door.contact) == nullptr)
            problems.add_at(kDoors, way + ".contact",
                            "door " + door.id + ": '" + door.contact + "' is no contact of contacts.toml");
        for (std::size_t n = 0; n < door.bodies.size(); ++n)
            if (pack.contact(door.bodies[n]) == nullptr)
                problems.add_at(
                    kDoors, way + ".bodies[" + std::to_string(n) + "]",
                    "door " + door.id + ": the body '" + door.bodies[n] + "' is no contact of contacts.toml");
    }
}

// What may come under other people's eyes and ears says nothing of why somebody came.
void check_discretion(const Pack& pack, Problems& problems) {
    const auto check = [&](std::string_view file, const CheckedPlace& place, std::string_view text) {
        for (const std::string& word : pack.never_tell) {
            if (text.find(word) != std::string_view::npos)
                problems.add_at(file, place.way,
                                place.name + " says '" + word + "', which others must not read or hear");
        }
    };
    for (const auto& [key, text] : pack.words.all()) {
        if (key.starts_with("sms.") || key.starts_with("call.") || key.starts_with("take_home."))
            check(problems.file_with("text/", key), {"'" + key + "'", key}, text);
    }
    for (std::size_t i = 0; i < pack.doors.doors.size(); ++i) {
        const domain::Door& door = pack.doors.doors[i];
        if (door.is_private) continue;
        const std::string name = "door " + door.id + " (not marked private)", way = "door[" + std::to_string(i) + "].";
        check(kDoors, {name, way + "title"}, door.title);
        check(kDoors, {name, way + "who"}, door.who);
        check(kDoors, {name, way + "where"}, door.where);
        for (std::size_t n = 0; n < door.bring.size(); ++n)
            check(kDoors, {name, way + "bring[" + std::to_string(n) + "]"}, door.bring[n]);
    }
}

// Whoever is told that a number is another court's reads there how the own ones begin.
void check_case_court(const Pack& pack, Problems& problems) {
    constexpr std::string_view kOther = "fact.filed.court";
    const std::string key(kOther);
    const bool is_said = pack.case_court.empty() || !pack.words.has(key) ||
                         pack.words.text(key).find(pack.case_court) != std::string::npos;
    if (!is_said)
        problems.add_at(problems.file_with("text/", kOther), kOther,
                        "'" + key + "' must say '" + pack.case_court + "', as 'case_court' of pack.toml does");
}

}  // namespace

void check_whole(const Pack& pack, Problems& problems) {
    check_consents(pack, problems);
    check_case_court(pack, problems);
    check_contacts(pack, problems);
    check_discretion(pack, problems);
    check_care(pack, problems);
    check_figures(pack, problems);
    if (pack.calendar.years().empty())
        return problems.add("calendar/", 0, "there is no calendar; add calendar/<year>.toml");
    check_example(pack, problems);
}

void make_whole(Pack& pack, Problems& problems) {
    // A sentence that every pack has had from the first on: fill this in once more. What is told besides is left out.
    const std::string general = pack.words.has("answer.type") ? pack.words.text("answer.type") : std::string();
    if (general.empty()) return check_whole(pack, problems);
    for (const std::string_view code : domain::problem_codes())
        static_cast<void>(pack.words.add(std::string(code), general));
    for (const std::string_view key : told_keys())
        static_cast<void>(pack.words.add(std::string(key), {}));
    check_consents(pack, problems);
    if (pack.calendar.years().empty()) problems.add("calendar/", 0, "there is no calendar; add calendar/<year>.toml");
    static_cast<void>(read_example(pack, problems));
}

}  // namespace courtyard::pack
