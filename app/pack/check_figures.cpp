// Figures that a court may fill in and that must fit together: sums in capital characters, amounts that are reckoned
// from the wage, days of revisits, telephone numbers.
#include <algorithm>
#include <array>

#include "app/domain/text.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kAmounts = "amounts.toml", kTerms = "rules/terms.toml", kContacts = "contacts.toml";

// Capital characters are no choice of a court: the People's Bank prescribes them for bills and vouchers (Payment and
// Settlement Measures, annex 1), and a sum in others is another sum. It allows a second form of two of them.
struct CapitalSign {
    std::string_view key;
    std::string domain::CapitalNumerals::*said;
    std::u32string_view must, also;
};
constexpr std::u32string_view kCapitalDigits = U"\u96F6\u58F9\u8D30\u53C1\u8086\u4F0D\u9646\u67D2\u634C\u7396";
constexpr std::array kCapitalSigns{
    CapitalSign{"ten", &domain::CapitalNumerals::ten, U"\u62FE", {}},
    CapitalSign{"hundred", &domain::CapitalNumerals::hundred, U"\u4F70", {}},
    CapitalSign{"thousand", &domain::CapitalNumerals::thousand, U"\u4EDF", {}},
    CapitalSign{"myriad", &domain::CapitalNumerals::myriad, U"\u4E07", {}},
    CapitalSign{"hundred_million", &domain::CapitalNumerals::hundred_million, U"\u4EBF", {}},
    CapitalSign{"yuan", &domain::CapitalNumerals::yuan, U"\u5143", U"\u5706"},
    CapitalSign{"jiao", &domain::CapitalNumerals::jiao, U"\u89D2", {}},
    CapitalSign{"fen", &domain::CapitalNumerals::fen, U"\u5206", {}},
    CapitalSign{"whole", &domain::CapitalNumerals::whole, U"\u6574", U"\u6B63"},
};

void check_capital(const domain::CapitalNumerals& capital, Problems& problems) {
    bool are_digits = true;
    for (std::size_t i = 0; i < kCapitalDigits.size(); ++i)
        are_digits = are_digits && capital.digits[i] == domain::utf8(kCapitalDigits.substr(i, 1));
    if (!are_digits)
        problems.add_at(
            kAmounts, "capital.digits",
            "'digits' must be " + domain::utf8(kCapitalDigits) + ", in this order: they are prescribed for all courts");
    for (const CapitalSign& sign : kCapitalSigns) {
        const std::string& said = capital.*(sign.said);
        if (said != domain::utf8(sign.must) && (sign.also.empty() || said != domain::utf8(sign.also)))
            problems.add_at(kAmounts, "capital." + std::string(sign.key),
                            "'" + std::string(sign.key) + "' must be " + domain::utf8(sign.must) +
                                ": capital characters are prescribed for all courts");
    }
}

// "ceiling" and "ceiling.<more>", as the wages of several years are named.
bool is_named(std::string_view id, std::string_view base) {
    return id == base || (id.starts_with(base) && id[base.size()] == '.');
}

constexpr std::string_view kWage = "wage_month";
struct OfWage {
    std::string_view id;
    int months;
};
constexpr std::array kOfWage{OfWage{"ceiling", 36}, OfWage{"urgent", 3}, OfWage{"urgent_max", 6}};

void check_of_wage(const Pack& pack, const Amount& amount, const OfWage& of, std::string_view way, Problems& problems) {
    const std::string wage_id = std::string(kWage) + amount.id.substr(of.id.size());
    const Amount* wage = pack.amount(wage_id);
    const std::string months = std::to_string(of.months);
    if (wage == nullptr)
        return problems.add_at(kAmounts, way,
                               "the amount '" + amount.id + "' is " + months +
                                   " times the monthly wage, and there is no '" + wage_id + "'; add it");
    const domain::Fen must{wage->yuan.value * of.months};
    if (amount.yuan != must)
        problems.add_at(kAmounts, std::string(way) + ".yuan",
                        "the amount '" + amount.id + "' must be " + months + " times '" + wage_id + "', that is " +
                            domain::yuan_text(must) + "; change one of the two");
    if (amount.year != wage->year)
        problems.add_at(kAmounts, std::string(way) + ".year",
                        "the amount '" + amount.id + "' must be of the same year as '" + wage_id + "'");
}

void check_amounts(const Pack& pack, Problems& problems) {
    for (std::size_t i = 0; i < pack.amounts.size(); ++i) {
        const Amount& amount = pack.amounts[i];
        const std::string way = "amount[" + std::to_string(i) + "]";
        if (amount.yuan.value == 0)
            problems.add_at(kAmounts, way + ".yuan", "the amount '" + amount.id + "' must be more than 0");
        if (is_named(amount.id, kWage) && amount.year == 0)
            problems.add_at(kAmounts, way,
                            "'" + amount.id + "' needs the 'year' that it is of: no case is reckoned with it");
        for (const OfWage& of : kOfWage)
            if (is_named(amount.id, of.id)) check_of_wage(pack, amount, of, way, problems);
    }
}

// The rows R0, R1, … that the guide of the callers has words for.
std::size_t plan_rows(const domain::RevisitGuide& guide) {
    std::size_t rows = 0;
    const auto has = [&guide](const std::string& id) {
        return std::any_of(guide.plan.begin(), guide.plan.end(), [&id](const auto& row) { return row.id == id; });
    };
    while (has("R" + std::to_string(rows)))
        ++rows;
    return rows;
}

// That the money came is asked first (R0), and later how the person fares: help does not end with the money.
void check_revisits(const Pack& pack, Problems& problems) {
    constexpr std::size_t kVisits = 5;  // R0 to R4 of the plan: tasks, acts and papers have these names
    const std::size_t days = pack.terms.revisit.days.size(), rows = plan_rows(pack.revisit);
    if (days != kVisits)
        problems.add_at(
            kTerms, "revisit_days",
            "'revisit_days' needs five days, one for each visit from R0 to R4: the first to ask whether the "
            "money came, the others to ask how the person fares, like [7, 30, 90, 180, 365]");
    else if (rows > 0 && days != rows)
        problems.add_at(kTerms, "revisit_days",
                        "'revisit_days' has " + std::to_string(days) +
                            " days, and [[plan]] of rules/revisit.toml has " + std::to_string(rows) +
                            " rows from R0 on: there must be a day for each row");
    const std::size_t referred = pack.terms.revisit.referred_days.size();
    if (referred == 0)
        problems.add_at(
            kTerms, "referred_days",
            "'referred_days' needs a day: whoever got no money and was sent to others is asked what came of it");
    else if (rows > 0 && referred >= rows)
        problems.add_at(kTerms, "referred_days",
                        "'referred_days' are the rows from R1 on, and [[plan]] of rules/revisit.toml has none after R" +
                            std::to_string(rows - 1));
}

// What may stand in a telephone number is anything that is no letter, and the words before an extension.
bool is_letter(char32_t point) {
    const auto within = [point](char32_t from, char32_t to) { return point >= from && point <= to; };
    return within(U'a', U'z') || within(U'A', U'Z') || within(U'\uFF21', U'\uFF3A') || within(U'\uFF41', U'\uFF5A');
}

void check_numbers(const Pack& pack, Problems& problems) {
    constexpr std::ptrdiff_t kDigitsMin = 3;
    for (std::size_t i = 0; i < pack.contacts.size(); ++i) {
        const Contact& contact = pack.contacts[i];
        const std::u32string points = domain::code_points(contact.number).value_or(std::u32string{});
        const auto digits =
            std::count_if(points.begin(), points.end(), [](char32_t point) { return point >= U'0' && point <= U'9'; });
        const bool is_number = digits >= kDigitsMin && std::none_of(points.begin(), points.end(), is_letter);
        if (!is_number)
            problems.add_at(
                kContacts, "contact[" + std::to_string(i) + "].number",
                "'" + contact.number + "' of the contact '" + contact.id +
                    "' is no telephone number: write digits (0 and 1, not the letters O and l), like 0199-8800001");
    }
}

}  // namespace

void check_figures(const Pack& pack, Problems& problems) {
    check_capital(pack.capital, problems);
    check_amounts(pack, problems);
    check_revisits(pack, problems);
    check_numbers(pack, problems);
}

}  // namespace courtyard::pack
