// A word that is missing, misspelt, or has a blank that nothing fills is named with its file and its line.
#include <algorithm>

#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

std::string told_problems(const Files& files) {
    std::string out;
    for (const PackProblem& problem : read(files).problems)
        out += problem.text() + "\n";
    return out;
}

std::string demo_text(std::string_view path) {
    return std::string(base::as_text(test::demo_files().find(path)->second));
}

std::string demo_line(std::string_view path, std::string_view what) {
    const std::string text = demo_text(path);
    const std::size_t at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, path << " has no " << what);
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(at);
    return std::to_string(1 + std::count(text.begin(), end, '\n'));
}

void tells(const std::string& problems, const std::string& expected) {
    CHECK_MESSAGE(problems.find(expected) != std::string::npos, "expected \"" << expected << "\" in: " << problems);
}

// Misspelt: the key that is there is named with its line, and the one that is not.
void misspelt(const char* path, const std::string& from, const std::string& to, const std::string& key,
              const std::string& wrong) {
    const std::string problems = told_problems(test::with_edit(path, from, to));
    tells(problems, std::string(path) + ":" + demo_line(path, from) + ": no program asks for '" + wrong + "'");
    tells(problems, "'" + key + "'");
    CHECK_MESSAGE(std::count(problems.begin(), problems.end(), '\n') == 2, problems);
}

// The whole line of a key taken away.
std::string told_without(const char* path, const std::string& start) {
    Files files = test::demo_files();
    std::string text = demo_text(path);
    const std::size_t at = text.find("\n" + start);
    REQUIRE_MESSAGE(at != std::string::npos, path << " has no " << start);
    text.erase(at, text.find('\n', at + 1) - at);
    files[path] = base::to_bytes(text);
    return told_problems(files);
}

}  // namespace

TEST_CASE("reported: a word that a program asks for and nobody wrote is missed in every file of texts") {
    tells(told_without("text/acts.toml", "\"act.more_asked.title\""), "'act.more_asked.title' is missing");
    tells(told_without("text/acts.toml", "\"act.vote_cast.choice.choice.terminate\""),
          "'act.vote_cast.choice.choice.terminate' is missing");
    tells(told_without("text/acts.toml", "\"act.served.choice.how.visit\""),
          "'act.served.choice.how.visit' is missing");
    tells(told_without("text/acts.toml", "\"act.score.food\""), "'act.score.food' is missing");
    tells(told_without("text/acts.toml", "\"act.field.reasons\""), "'act.field.reasons', which would stand for it");
    tells(told_without("text/facts.toml", "\"fact.role\""), "'fact.role' is missing");
    tells(told_without("text/glossary.toml", "\"glossary.applicant.say\""), "'glossary.applicant.say' is missing");
    tells(told_without("text/leaflet.toml", "p6 = "), "'leaflet.p6' is missing");
    tells(told_without("text/messages.toml", "\"sms.come\""), "'sms.come' is missing");
    tells(told_without("text/papers.toml", "again = "), "'printed.again' is missing");
    tells(told_without("text/slip.toml", "filed_at = "), "'slip.filed_at' is missing");
    tells(told_without("text/ui.toml", "\"bar.home\""), "'bar.home' is missing");
    tells(told_without("text/ui_care.toml", "\"fact.refer.consent\""), "'fact.refer.consent' is missing");
    tells(told_without("text/year.toml", "\"year.group.care\""), "'year.group.care' is missing");
    tells(told_without("text/errors.toml", "\"identity.checksum\""), "there is no sentence for 'identity.checksum'");
    CHECK(told_problems(test::demo_files()).empty());  // the control
}

TEST_CASE("what is missing is said at the words that stand beside it") {
    const std::string problems = told_without("text/acts.toml", "\"act.more_asked.title\"");
    tells(problems, "text/acts.toml:" + demo_line("text/acts.toml", "\"act.more_asked.title\"") + ": ");
}

TEST_CASE("reported: a misspelt word is named at its line, and the one that is missing for it") {
    misspelt("text/acts.toml", "\"act.more_asked.title\"", "\"act.more_asked.titel\"", "act.more_asked.title",
             "act.more_asked.titel");
    misspelt("text/ui.toml", "\"bar.home\"", "\"bar.hom\"", "bar.home", "bar.hom");
    misspelt("text/slip.toml", "filed_at = ", "filed_att = ", "slip.filed_at", "slip.filed_att");
    misspelt("text/messages.toml", "\"sms.come\"", "\"sms.com\"", "sms.come", "sms.com");
}

TEST_CASE("reported: a blank that nothing fills, and one that a sentence must have, are named with their line") {
    const auto blank = [](const char* path, const char* from, const char* to, const char* expected) {
        const std::string problems = told_problems(test::with_edit(path, from, to));
        tells(problems, std::string(path) + ":" + demo_line(path, from) + ": ");
        tells(problems, expected);
    };
    blank("text/court.toml", "{record}", "{recordqq}", "'court.foot': nothing fills the blank {recordqq}; it may have");
    blank("text/court.toml", "{record}", "", "'court.foot': the blank {record} must stand in it");
    blank("text/slip.toml", "{time}", "{tme}", "nothing fills the blank {tme}");
    blank("text/slip.toml", "{time}", "", "the blank {time} must stand in it");
    blank("text/messages.toml", "{number}", "{nummer}", "nothing fills the blank {nummer}");
    blank("text/year.toml", "{year}", "{jahr}", "nothing fills the blank {jahr}");
    blank("text/ui.toml", "{weekday}", "{weekday", "the blank has no end");
    blank("text/errors.toml", "{max}", "{maxx}", "nothing fills the blank {maxx}");
    blank("text/ui.toml", "\"bar.home\" = \"", "\"bar.home\" = \"{day}", "this text has no blanks");
    blank("text/slip.toml", "{time}", "\xEF\xBD\x9Btime\xEF\xBD\x9D", "is a full-width sign and fills no blank");
    // A blank that only makes a sentence friendlier may be left out.
    CHECK(told_problems(test::with_edit("text/messages.toml", "，工号{staff}", "")).empty());
}

TEST_CASE("a code that is offered for a field is one that the field takes, and all are offered") {
    tells(told_problems(test::with_edit("text/acts.toml", "|O2=", "|O22=")),
          "'act.revisit_made.option.conclusions' offers 'O22', which is no code of this field");
    tells(told_problems(test::with_edit("text/acts.toml", "|O2=", "|O22=")), "does not offer the code O2");
    tells(told_problems(test::with_edit("text/acts.toml", "|extra=", "|extras=")), "offers 'extras'");
}

TEST_CASE("a machine takes a pack that was signed before a word was asked for") {
    Files files = test::with_edit("text/ui.toml", "\"bar.home\"", "\"bar.hom\"");
    CHECK_FALSE(parse(files));
    CHECK(parse(files, Reader::Machine));
}
