#include "app/pack/application_json.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

void check_consents(const Pack& pack, Problems& problems) {
    constexpr std::string_view kFile = "documents/consent.toml";
    for (const ConsentText& consent : pack.consents) {
        if (pack.form.field(consent.code) == nullptr)
            problems.add(kFile, 0, "the consent " + consent.code + " is no field of the form");
    }
    for (const domain::Field& field : pack.form.fields) {
        if (field.type != domain::FieldType::Consent || !pack.consent_text(field.code).empty()) continue;
        problems.add(kFile, 0, "the form's consent " + field.code + " has no [[consent]] with its full words");
    }
}

// Judged on the last day that the pack's calendars know, so that a pack is sound or not whatever the clock says.
void check_example(const Pack& pack, Problems& problems) {
    constexpr std::string_view kFile = "forms/example.json";
    const base::Result<domain::Application> example = parse_application(pack.form, pack.example_json);
    if (!example) return problems.add(kFile, 0, example.error().message);
    const int last_year = pack.calendar.years().rbegin()->first;
    const domain::CheckContext context{*domain::Date::from_civil(last_year, 12, 31), &pack.areas, std::nullopt};
    for (const domain::Problem& problem : domain::check(pack.form, *example, context)) {
        if (problem.severity == domain::Severity::Error)
            problems.add(kFile, 0,
                         domain::place(problem) + ": " + problem.code + "; the example must be accepted as it stands");
    }
}

void check_contacts(const Pack& pack, Problems& problems) {
    for (const domain::Door& door : pack.doors.doors) {
        if (!door.contact.empty() && pack.contact(door.contact) == nullptr)
            problems.add("rules/doors.toml", 0,
                         "door " + door.id + ": '" + door.contact + "' is no contact of contacts.toml");
        for (const std::string& body : door.bodies)
            if (pack.contact(body) == nullptr)
                problems.add("rules/doors.toml", 0,
                             "door " + door.id + ": the body '" + body + "' is no contact of contacts.toml");
    }
}

// What may come under other people's eyes and ears says nothing of why somebody came.
void check_discretion(const Pack& pack, Problems& problems) {
    const auto check = [&](std::string_view file, const std::string& place, std::string_view text) {
        for (const std::string& word : pack.never_tell) {
            if (text.find(word) != std::string_view::npos)
                problems.add(file, 0, place + " says '" + word + "', which others must not read or hear");
        }
    };
    for (const auto& [key, text] : pack.words.all()) {
        if (key.starts_with("sms.") || key.starts_with("call.") || key.starts_with("take_home."))
            check("text/", "'" + key + "'", text);
    }
    for (const domain::Door& door : pack.doors.doors) {
        if (door.is_private) continue;
        const std::string place = "door " + door.id + " (not marked private)";
        for (const std::string* text : {&door.title, &door.who, &door.where})
            check("rules/doors.toml", place, *text);
        for (const std::string& text : door.bring)
            check("rules/doors.toml", place, text);
    }
}

}  // namespace

void check_whole(const Pack& pack, Problems& problems) {
    check_consents(pack, problems);
    check_contacts(pack, problems);
    check_discretion(pack, problems);
    check_care(pack, problems);
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
    const auto example = parse_application(pack.form, pack.example_json);
    if (!example) problems.add("forms/example.json", 0, example.error().message);
}

}  // namespace courtyard::pack
