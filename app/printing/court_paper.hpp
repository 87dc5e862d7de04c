// Papers of the court, made of a case by one click: template of the pack, facts in force, answers of the form. Pure.
// What has a value is filled in, what has none is a ruled line or an empty box: never nothing, never a guess.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/cases/fact.hpp"
#include "app/pack/court_template.hpp"
#include "app/pack/pack.hpp"
#include "app/paper/official.hpp"

namespace courtyard::printing {

// An account as it was entered. Given only where the one who makes the paper may see it whole; papers then bear it
// whole, else its last four digits.
struct CourtAccount {
    std::string number, bank, holder;
};

struct CourtDesk {
    const pack::Pack& pack;
    const cases::AidCase& aid_case;
    std::span<const cases::Fact> facts;                         // of this case; what is not in force is left out
    const domain::Application& answers;                         // answers_of()
    std::function<std::string(const base::PersonId&)> name_of;  // of the roster; "" for a stranger
    domain::Date today;
    std::map<base::RecordId, CourtAccount> accounts = {};  // by the record in which each stands
};

struct CourtPaper {
    paper::Official paper;
    cases::FactId record;             // the fact that it tells of; its id is in the symbol
    std::vector<std::string> empty;   // blanks that have no value, in the order of the paper
    std::vector<std::string> unkind;  // words of the pack's never_say that somebody typed, in a paper that is served
    std::vector<paper::LackingSign> lacking = {};  // marks stand in their place: they must be written in by hand
    // The pack under which it was signed ("zhejiang-demo@1"), where this is another one: its words may differ from what
    // was handed out then, and the paper says so itself. Empty else.
    std::string signed_under = {};
};

// "paper.not_yet": no fact in force that the paper tells of, or one of another kind (a refusal for a decision that
// grants). `about`: the fact, where there are several; else the newest.
[[nodiscard]] base::Result<CourtPaper> make_court_paper(const CourtDesk& desk, const pack::CourtTemplate& paper,
                                                        std::optional<cases::FactId> about = {});

// Which fact that paper would tell of. "paper.not_yet".
[[nodiscard]] base::Result<cases::FactId> fact_told(const CourtDesk& desk, const pack::CourtTemplate& paper,
                                                    std::optional<cases::FactId> about = {});

// The case as it was seen by whoever signed what made the papers of that fact whole: what they were made of, however
// often they are printed again. That is the fact itself; of an order its payment; of an application that it was filed,
// or laid aside. Nothing: all stands as it stood then, or that has not come and they grow, or nobody can tell.
struct AsSigned {
    std::vector<cases::Fact> facts;
    cases::AidCase folded;
    domain::Application answers;  // to be wiped
};
// That fact. Nothing: it has not come, and the papers grow.
[[nodiscard]] std::optional<cases::FactId> whole_with(const CourtDesk& now, const cases::FactId& about);
using FoldFacts = std::function<cases::AidCase(std::span<const cases::Fact>)>;
[[nodiscard]] std::optional<AsSigned> as_signed(const CourtDesk& now, const cases::FactId& id, const FoldFacts& fold);

// make_court_paper() of the case as it was signed, where as_signed() tells; what that took is wiped. A paper that names
// the day on which it is made is of that day.
[[nodiscard]] base::Result<CourtPaper> make_as_signed(const CourtDesk& now, const pack::CourtTemplate& paper,
                                                      std::optional<cases::FactId> about, const FoldFacts& fold);

// The papers that this case gives now, each with the fact that it would tell of; those of a fact in its order.
struct CourtOffer {
    std::string id, title;
    cases::FactId about;
    bool is_served = true;  // for people; else it stays in the court. Papers of modules are all for people
};
[[nodiscard]] std::vector<CourtOffer> court_offers(const CourtDesk& desk);

// Papers of the modules that the case runs (fee relief, legal aid), by "<module>.<paper>": the pack's paragraphs, set
// as the others are. `about`: the step that it tells of, as it was then; else the newest. "paper.unknown",
// "paper.not_yet": its act is not done, or that fact is another act.
[[nodiscard]] base::Result<CourtPaper> make_module_paper(const CourtDesk& desk, std::string_view id,
                                                         const cases::Offices& offices,
                                                         const std::optional<cases::FactId>& about = {});
// As make_as_signed().
[[nodiscard]] base::Result<CourtPaper> make_module_as_signed(const CourtDesk& now, std::string_view id,
                                                             const cases::Offices& offices,
                                                             const std::optional<cases::FactId>& about,
                                                             const FoldFacts& fold);
[[nodiscard]] std::vector<CourtOffer> module_offers(const CourtDesk& desk, const cases::Offices& offices);

// What the form was answered with, out of the fact that opened the case; nothing where it holds none. Where that was
// another form, what this pack's form can read, and the rest in `others`.
[[nodiscard]] domain::Application answers_of(const pack::Pack& pack, std::span<const cases::Fact> facts);
// What the form says was adjudged and is not paid (F1.36); nothing where nobody knew.
[[nodiscard]] std::optional<domain::Fen> told_unpaid(const pack::Pack& pack, std::span<const cases::Fact> facts);
// With what was told to the court where the form has none: name, telephone, identity number and the blanks that follow
// from it. A person's number that was told since stands instead of an organisation's: who has a shop may apply by its
// papers, and is a person.
void add_told_document(const pack::Pack& pack, const cases::AidCase& folded, std::span<const cases::Fact> facts,
                       domain::Application& answers);
// What national judicial aid looks at first: it is for natural persons. By the kind of document that the form names, or
// that add_told_document() knows; nothing where neither tells.
enum class ApplicantIs : std::uint8_t { Unknown, Person, Organisation };
[[nodiscard]] ApplicantIs applicant_is(const pack::Pack& pack, const domain::Application& answers);
// Of a case, with what was told since.
[[nodiscard]] ApplicantIs applicant_is(const pack::Pack& pack, const cases::AidCase& folded,
                                       std::span<const cases::Fact> facts);
// With who acts for the applicant now, where that changed since.
void add_acting(const pack::Pack& pack, const cases::AidCase& folded, domain::Application& answers);
// With what relatives said since: who applies together with the applicant, and who does not.
void add_fellows(const pack::Pack& pack, const cases::AidCase& folded, domain::Application& answers);

}  // namespace courtyard::printing
