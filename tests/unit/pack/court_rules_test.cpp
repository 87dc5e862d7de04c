#include <doctest/doctest.h>

#include "app/pack/readers.hpp"
#include "tests/unit/cases/role_table.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;
using cases::Role;

namespace table = courtyard::test;

namespace {

struct Roles {
    cases::RoleMatrix matrix;
    std::vector<PackProblem> problems;
    // "file:line: what" of the only problem.
    [[nodiscard]] std::string problem() const { return problems.size() == 1 ? problems.front().text() : ""; }
};

Roles roles_of(const std::string& text, Reader reader = Reader::Author) {
    std::size_t line = 0;
    const auto tree = parse_toml(text, line);
    REQUIRE(tree.has_value());
    Roles out;
    Problems problems;
    read_roles(*tree, {"rules/roles.toml", problems}, reader, out.matrix);
    out.problems = problems.take();
    return out;
}

std::string shipped_file(const char* path) { return std::string(base::as_text(pack::test::demo_files().at(path))); }

// And what is wrong, "" when nothing is.
std::pair<cases::TermSettings, std::string> terms_of(const std::string& text) {
    std::size_t line = 0;
    const auto tree = parse_toml(text, line);
    REQUIRE(tree.has_value());
    Problems problems;
    cases::TermSettings terms;
    read_terms(*tree, {"rules/terms.toml", problems}, terms);
    const auto list = problems.take();
    return {terms, list.empty() ? std::string() : list.front().text()};
}

std::string name_of_letter(char letter) { return std::string(cases::kRoleNames[table::kOfficeLetters.find(letter)]); }

std::string row(std::string_view name, std::string_view letters) {
    std::string out = std::string(name) + " = [";
    for (const char letter : letters)
        out += "\"" + name_of_letter(letter) + "\", ";
    return out + "]\n";
}

// The whole file, with one row otherwise. The first row stands in line 2.
std::string file_with(std::string_view kind, std::string_view letters) {
    std::string out = "[acts]\n";
    for (const auto& [name, may] : table::kMayDo)
        out += row(name, name == kind ? letters : may);
    out += "[rights]\n";
    for (const auto& [name, may] : table::kMaySee)
        out += row(name, name == kind ? letters : may);
    return out;
}

std::string without(std::string_view letters, char letter) {
    std::string out(letters);
    std::erase(out, letter);
    return out;
}

}  // namespace

TEST_CASE("the shipped matrix: every cell, allowed and denied") {
    const Roles shipped = roles_of(shipped_file("rules/roles.toml"));
    CHECK(shipped.problems.empty());
    for (const auto& [kind, letters] : table::kMayDo)
        for (std::size_t i = 0; i < cases::kRoleNames.size(); ++i)
            CHECK(shipped.matrix.may_do(static_cast<Role>(i), kind) ==
                  (letters.find(table::kOfficeLetters[i]) != std::string_view::npos));
    for (const auto& [name, letters] : table::kMaySee)
        for (std::size_t i = 0; i < cases::kRoleNames.size(); ++i)
            CHECK(shipped.matrix.may_see(static_cast<Role>(i), *cases::right_of(name)) ==
                  (letters.find(table::kOfficeLetters[i]) != std::string_view::npos));
}

TEST_CASE("each cell taken away is gone and no other; each cell given is named by file and line") {
    REQUIRE(roles_of(file_with("", "")).problems.empty());
    const auto walk = [](const auto& table, std::size_t line, const auto& may) {
        for (const auto& [name, letters] : table) {
            for (const char letter : table::kOfficeLetters) {
                CAPTURE(name);
                CAPTURE(letter);
                if (letters.find(letter) == std::string_view::npos) {
                    const Roles given = roles_of(file_with(name, std::string(letters) + letter));
                    CHECK(given.problem().starts_with("rules/roles.toml:" + std::to_string(line) + ":"));
                    CHECK(given.problem().find("not for " + name_of_letter(letter)) != std::string::npos);
                    CHECK_FALSE(may(given.matrix, letter, name));
                } else if (letters.size() > 1) {
                    const Roles taken = roles_of(file_with(name, without(letters, letter)));
                    CHECK(taken.problems.empty());
                    for (const char other : table::kOfficeLetters)
                        CHECK(may(taken.matrix, other, name) ==
                              (other != letter && letters.find(other) != std::string_view::npos));
                }
            }
            CHECK(roles_of(file_with(name, "")).problem().find("left to nobody") != std::string::npos);
            ++line;
        }
    };
    const auto role_of = [](char letter) { return static_cast<Role>(table::kOfficeLetters.find(letter)); };
    walk(table::kMayDo, 2, [&](const cases::RoleMatrix& matrix, char letter, std::string_view kind) {
        return matrix.may_do(role_of(letter), kind);
    });
    walk(table::kMaySee, 3 + table::kMayDo.size(),
         [&](const cases::RoleMatrix& matrix, char letter, std::string_view name) {
             return matrix.may_see(role_of(letter), *cases::right_of(name));
         });
}

TEST_CASE("unknown offices, unknown acts and missing rows are named; a machine takes a missing row as it is") {
    std::string text = file_with("", "");
    CHECK(roles_of(text + "bank = [\"judge\"]\n").problem().find("'bank' is not known here") != std::string::npos);
    std::string other = text;
    other.replace(other.find("\"judge\""), 7, "\"jury\"");
    CHECK(roles_of(other).problem() ==
          "rules/roles.toml:2: 'jury' is no office; offices are registrar, judge, "
          "committee, caller, leader");
    const std::size_t from = text.find("closed = ");
    text.erase(from, text.find('\n', from) + 1 - from);
    CHECK(roles_of(text).problem().find("'closed' is missing") != std::string::npos);
    const Roles machine = roles_of(text, Reader::Machine);
    CHECK(machine.problems.empty());
    CHECK(machine.matrix.may_do(Role::Caller, "closed"));
    CHECK_FALSE(roles_of("acts = 7\n").problems.empty());
}

TEST_CASE("the court's own limits: what is shipped are the program's, a slip is named") {
    const auto terms_with = [](std::string_view from, std::string_view to) {
        std::string text = shipped_file("rules/terms.toml");
        text.replace(text.find(from), from.size(), to);
        return terms_of(text);
    };
    CHECK(terms_of(shipped_file("rules/terms.toml")).first == cases::TermSettings{});
    CHECK(terms_with("party_step = false", "party_step = true").first.party_step);
    CHECK(terms_with("serve_days = 3", "serve_days = 4").first.serve_days == 4);
    CHECK(terms_with("serve_days = 3", "serve_days = 4").second.empty());
    CHECK(terms_with("pay_days = 5", "pay_days = 0").second.find("rules/terms.toml:") == 0);
    CHECK(terms_with("[7, 30, 90, 180, 365]", "[7, 30, 30]").second.find("rising") != std::string::npos);
    CHECK(terms_with("party_step = false", "party_step = \"no\"").second.find("rules/terms.toml:") == 0);
    CHECK(terms_with("serve_days", "serv_days").second.find("'serve_days'") != std::string::npos);
}

TEST_CASE("a whole pack is held to both files, and a machine takes one that was signed before there were any") {
    Files files = pack::test::demo_files();
    const auto told = [&files](Reader reader) {
        std::string out;
        for (const PackProblem& each : read(files, reader).problems)
            out += each.text() + "\n";
        return out;
    };
    files["rules/roles.toml"] = base::to_bytes(file_with("decided", "jlc"));
    CHECK(told(Reader::Machine).find("rules/roles.toml:") == 0);
    files.erase("rules/roles.toml");
    files.erase("rules/terms.toml");
    CHECK(told(Reader::Author).find("rules/roles.toml: the file is missing") == 0);
    CHECK(told(Reader::Machine).empty());
}

TEST_CASE("how long another court has to answer is the pack's, and a pack of before has the program's days") {
    const std::string shipped = shipped_file("rules/terms.toml");
    const std::size_t at = shipped.find("linkage_days = ");
    REQUIRE(at != std::string::npos);
    const std::size_t end = shipped.find('\n', at);
    const auto with = [&](const std::string& line) {
        return terms_of(shipped.substr(0, at) + line + shipped.substr(end));
    };
    CHECK(with("linkage_days = 12").first.revisit.linkage_days == 12);
    CHECK(with("linkage_days = 12").second.empty());
    CHECK(with("").second.empty());
    CHECK(with("").first.revisit.linkage_days == cases::TermSettings{}.revisit.linkage_days);
    CHECK_FALSE(with("linkage_days = 0").second.empty());
}

TEST_CASE("how long finance may take is the pack's, and a pack of before has the program's days") {
    const std::string shipped = shipped_file("rules/terms.toml");
    const std::size_t at = shipped.find("finance_days = ");
    REQUIRE(at != std::string::npos);
    const std::size_t end = shipped.find('\n', at);
    const auto with = [&](const std::string& line) {
        return terms_of(shipped.substr(0, at) + line + shipped.substr(end));
    };
    CHECK(with("finance_days = 45").first.finance_days == 45);
    CHECK(with("finance_days = 45").second.empty());
    CHECK(with("").second.empty());
    CHECK(with("").first.finance_days == cases::TermSettings{}.finance_days);
    CHECK_FALSE(with("finance_days = 0").second.empty());
}
