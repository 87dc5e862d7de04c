#include <algorithm>
#include <set>

#include "app/domain/text.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

std::set<domain::Date> read_days(TableReader& reader, std::string_view key, int year) {
    std::set<domain::Date> days;
    for (const std::string& text : reader.texts_or_none(key)) {
        const base::Result<domain::Date> day = domain::Date::parse(text);
        if (!day || day->year() != year || !days.insert(*day).second) {
            reader.problem_at(key, "'" + text + "' in " + std::string(key) + " is no day of " + std::to_string(year) +
                                       " like 2026-10-01, or is there twice");
        }
    }
    return days;
}

bool is_weekend(domain::Date day) {
    return day.weekday() == domain::Weekday::Saturday || day.weekday() == domain::Weekday::Sunday;
}

}  // namespace

void read_calendar(const Tree& root, Source source, domain::Calendar& calendar) {
    TableReader reader(root, source);
    domain::CalendarYear year;
    year.year = static_cast<int>(reader.integer("year", 2000, 2200));
    year.source = reader.text("source");
    year.provisional = reader.flag("provisional");
    year.holidays = read_days(reader, "holidays", year.year);
    year.workdays = read_days(reader, "workdays", year.year);
    reader.finish();
    if (year.holidays.empty()) reader.problem("a year without holidays is no year; fill in the State Council's notice");
    for (const domain::Date day : year.workdays) {
        if (year.holidays.contains(day)) reader.problem(day.text() + " is both a holiday and a working day");
        if (!is_weekend(day))
            reader.problem(day.text() +
                           " in 'workdays' is no Saturday or Sunday; days from Monday to Friday are worked anyway");
    }
    if (source.file != "calendar/" + std::to_string(year.year) + ".toml")
        reader.problem("the file's name and 'year' differ");
    calendar.add(std::move(year));
}

void read_areas(const Tree& root, Source source, domain::Areas& areas) {
    const auto are_digits = [](std::string_view text) {
        return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    TableReader reader(root, source);
    for (const std::string& province : reader.texts_or_none("complete")) {
        if (province.size() != 2 || !are_digits(province))
            reader.problem_at("complete", "'complete' lists provinces by their two digits");
        areas.complete_provinces.insert(province);
    }
    for (const Tree* table : reader.tables("area")) {
        TableReader area_reader(*table, source);
        domain::Area area;
        area.code = area_reader.text("code");
        area.name = area_reader.text("name");
        area.since = static_cast<int>(area_reader.integer_if("since", 1949, 2200).value_or(0));
        area.until = static_cast<int>(area_reader.integer_if("until", 1949, 2200).value_or(0));
        area_reader.finish();
        if (area.code.size() != 6 || !are_digits(area.code))
            area_reader.problem("the area code '" + area.code + "' must have six digits");
        const std::string code = area.code;
        if (!areas.by_code.emplace(code, std::move(area)).second)
            area_reader.problem("the area " + code + " is there twice");
    }
    reader.finish();
}

void read_names(const Tree& root, Source source, std::vector<std::string>& compound_surnames) {
    TableReader reader(root, source);
    compound_surnames = reader.texts("compound_surnames");
    for (const std::string& surname : compound_surnames) {
        const std::optional<std::u32string> points = domain::code_points(surname);
        if (!points || points->size() != 2)
            reader.problem_at("compound_surnames", "the compound surname '" + surname + "' must have two characters");
    }
    reader.finish();
}

namespace {

domain::CapitalNumerals read_capital(const Tree& table, Source source) {
    TableReader reader(table, source);
    domain::CapitalNumerals capital;
    const std::u32string digits = domain::code_points(reader.text("digits")).value_or(std::u32string{});
    if (digits.size() != 10) reader.problem_at("digits", "'digits' must have the ten characters for 0 to 9");
    for (std::size_t i = 0; i < 10 && i < digits.size(); ++i)
        capital.digits[i] = domain::utf8(digits.substr(i, 1));
    capital.ten = reader.text("ten");
    capital.hundred = reader.text("hundred");
    capital.thousand = reader.text("thousand");
    capital.myriad = reader.text("myriad");
    capital.hundred_million = reader.text("hundred_million");
    capital.yuan = reader.text("yuan");
    capital.jiao = reader.text("jiao");
    capital.fen = reader.text("fen");
    capital.whole = reader.text("whole");
    reader.finish();
    return capital;
}

}  // namespace

void read_amounts(const Tree& root, Source source, std::vector<Amount>& amounts, domain::CapitalNumerals& capital) {
    TableReader reader(root, source);
    const bool are_examples = reader.flag("example");
    std::set<std::string> ids;
    for (const Tree* table : reader.tables("amount")) {
        TableReader amount_reader(*table, source);
        Amount amount;
        amount.id = amount_reader.id("id");
        const base::Result<domain::Fen> yuan = domain::parse_yuan(amount_reader.text("yuan"));
        if (!yuan) amount_reader.problem_at("yuan", "'yuan' must be an amount like \"8000.00\" in quotation marks");
        amount.yuan = yuan.value_or(domain::Fen{});
        amount.say = amount_reader.text("say");
        amount.source = amount_reader.text("source");
        amount.is_example = amount_reader.flag("example") || are_examples;
        amount.year = static_cast<int>(amount_reader.integer_if("year", 1949, 2200).value_or(0));
        amount_reader.finish();
        if (!ids.insert(amount.id).second) amount_reader.problem("the amount '" + amount.id + "' is there twice");
        amounts.push_back(std::move(amount));
    }
    if (const Tree* table = reader.table_if("capital")) {
        capital = read_capital(*table, source);
    } else {
        reader.problem("the table [capital] is missing");
    }
    reader.finish();
}

void read_contacts(const Tree& root, Source source, std::vector<Contact>& contacts) {
    TableReader reader(root, source);
    std::set<std::string> ids;
    for (const Tree* table : reader.tables("contact")) {
        TableReader contact_reader(*table, source);
        Contact contact{contact_reader.id("id"), contact_reader.text("name"), contact_reader.text("number"),
                        contact_reader.text("say"), contact_reader.flag("example")};
        contact_reader.finish();
        if (!ids.insert(contact.id).second) contact_reader.problem("the contact '" + contact.id + "' is there twice");
        contacts.push_back(std::move(contact));
    }
    if (contacts.empty()) reader.problem("there is no [[contact]]; a person must always know whom to call");
    reader.finish();
}

}  // namespace courtyard::pack
