// The readers of a pack's files, one per kind of file. Each goes on after a problem. For app/pack only.
#pragma once

#include <span>
#include <string_view>

#include "app/pack/pack.hpp"
#include "app/pack/table_reader.hpp"
#include "app/pack/tree.hpp"

namespace courtyard::pack {

void read_form(const Tree& root, Source source, domain::FormDefinition& form);
void read_steps(const Tree& root, Source source, domain::FormDefinition& form);
void read_screening(const Tree& root, Source source, domain::ScreeningMatrix& matrix);
void read_doors(const Tree& root, Source source, domain::DoorCatalogue& doors);
void read_topics(const Tree& root, Source source, std::vector<Topic>& topics);
void read_questions(const Tree& root, Source source, std::vector<GuideQuestion>& questions);
void read_document(const Tree& root, Source source, Document& document);
void read_consents(const Tree& root, Source source, Document& document, std::vector<ConsentText>& consents);
void read_words(const Tree& root, Source source, Words& words);
void read_statuses(const Tree& root, Source source, std::map<domain::ApplicationStatus, StatusWords>& statuses);
void read_calendar(const Tree& root, Source source, domain::Calendar& calendar);
void read_areas(const Tree& root, Source source, domain::Areas& areas);
void read_names(const Tree& root, Source source, std::vector<std::string>& compound_surnames);
void read_typing_words(const Tree& root, Source source, domain::TypingWords& typing);
void read_amounts(const Tree& root, Source source, std::vector<Amount>& amounts, domain::CapitalNumerals& capital);
void read_readings(const Tree& root, Source source, std::map<std::string, std::string, std::less<>>& readings);
void read_contacts(const Tree& root, Source source, std::vector<Contact>& contacts);
void read_call_words(const Tree& root, Source source, domain::CallWords& words);
void read_revisit(const Tree& root, Source source, domain::RevisitGuide& guide);
// `contacts`: those that papers may name, unless their own file is broken.
void read_module(const Tree& root, Source source, Reader who, std::span<const Contact> contacts,
                 std::vector<domain::AidModule>& modules);
void read_roles(const Tree& root, Source source, Reader who, cases::RoleMatrix& matrix);
void read_terms(const Tree& root, Source source, cases::TermSettings& terms);

struct CourtTemplate;
// `out.id` is set. After the form, the contacts and the words: a paper names them. A machine takes what was signed
// under an older program as it is: what must stand in a paper was judged when its court signed the pack.
void read_court(const Tree& root, Source source, const Pack& pack, CourtTemplate& out, Reader who = Reader::Machine);
void check_court(const Pack& pack, Problems& problems);  // papers that every court must have

// Where something stands that is judged when the whole pack is read: its name in the message, and the way to it in its
// file (Problems::stands()).
struct CheckedPlace {
    std::string name, way;
};

// What no single file can know: names in expressions, codes in steps, sentences for every problem, the example.
void check_form(const domain::FormDefinition& form, Problems& problems);
// One condition on the form's answers that stands in another file.
// What the form tells of the screening (rules/doors.toml, [[told]]).
void check_told_answers(const domain::FormDefinition& form, const domain::DoorCatalogue& doors, Source source);
void check_form_expression(const domain::FormDefinition& form, const std::optional<domain::Expression>& expression,
                           const CheckedPlace& place, std::string_view key, Source source);
void check_screening(const domain::ScreeningMatrix& matrix, const domain::DoorCatalogue& doors, Problems& problems);
// The needs that an application tells, what may be shared of it, what answers to F1.11 mean.
void check_care(const Pack& pack, Problems& problems);
// Capital characters, amounts and their wage, days of revisits, telephone numbers.
void check_figures(const Pack& pack, Problems& problems);
void check_whole(const Pack& pack, Problems& problems);
// For a machine: the same, but what only later programs want is made good instead of being a problem.
void make_whole(Pack& pack, Problems& problems);
void check_prompts(const Pack& pack, Problems& problems);

inline constexpr std::string_view kPromptFolder = "audio/", kPromptEnd = ".opus";

// The words of text/errors.toml that sentence() needs besides one for each problem code.
[[nodiscard]] std::span<const std::string_view> told_keys();

// Answers that are a tree already: those of parse_application() and parse_screening_answers().
// An application's JSON as such a tree; where it is none, `line` receives the line.
[[nodiscard]] base::Result<Tree> parse_application_tree(std::string_view json, std::size_t& line);
[[nodiscard]] base::Result<domain::Application> read_application(const domain::FormDefinition& form, const Tree& root);
[[nodiscard]] base::Result<domain::ScreeningAnswers> read_screening_answers(const Tree& root);

}  // namespace courtyard::pack
