// Asking the department of the original case, and the one list of missing papers: the applicant is told once, of
// everything (D3, the courts' procedure of 2019; row P4 of the domain report). And whether somebody helps already: a
// question that people answer, which stops nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Inquiry {
    struct Asked {
        FactId by;
        std::vector<std::string> papers;
        domain::Date on, until;
        friend bool operator==(const Asked&, const Asked&) = default;
    };
    // Somebody may be helped for the same case already.
    struct Double {
        FactId asked_by;
        std::string where;
        std::optional<FactId> answered_by;
        bool same = false;  // it is the same aid: what follows is for people to say
        std::string token;
        std::vector<std::string> who;
        std::vector<FactId> also;  // asked once more by who did not know of it: one question

        [[nodiscard]] bool is_asked_by(const FactId& fact) const;
        friend bool operator==(const Double&, const Double&) = default;
    };
    std::optional<FactId> department_asked, department_answered;
    bool fits = false;  // what the department thinks
    // What it thinks, where whoever sent the case on, or did not file it, had not heard of that and did the contrary.
    std::optional<FactId> unheard;
    std::optional<FactId> urgent;  // the opening, where the person or the screening says that it cannot wait (OUT-A1)
    std::optional<FactId> waits;   // … and somebody of the court, with reasons, that it can: no aid before the review
    std::optional<Asked> more;     // asked for once
    std::vector<std::string> came;  // papers that came, in order
    std::optional<domain::Date> came_on;
    std::vector<Double> doubles;       // in order
    std::vector<CaseId> of_same_lead;  // others that were opened for its lead, of which somebody said how both go on
    std::vector<FactId> identified;    // who said whose number it is, in order (told_documents.hpp)

    // Of the papers that were asked for those that have not come, as they were asked for.
    [[nodiscard]] std::vector<std::string> still_missing() const;
    // Who has helped for the same already, as somebody looked into and found. Nothing is refused because of it: whoever
    // reports, votes and decides is told.
    [[nodiscard]] std::vector<std::string> earlier_aid() const;
    // The answer that stands to that question; nothing: none, or no such question.
    [[nodiscard]] std::optional<FactId> answer_to(const FactId& asked) const;
    friend bool operator==(const Inquiry&, const Inquiry&) = default;
};

// "identified.nothing": it tells neither a number nor why there is none. "more.twice": papers were asked for before.
// "abandoned.day": given up by the last day of the applicant or before. "abandoned.came": papers had come, which its
// author could not know. "more.until": the day lies before the asking. "field.papers": nothing came. "double.unknown":
// no such question in this case. "double.answered": its author knew the answer. kTwoAnswers: somebody whom its author
// did not know of answered the contrary; until people have settled that, it counts as the same.
// kTwoOpinions: somebody whom its author did not know of noted the contrary answer of the department. "opinion.open":
// the case is sent on, filed or not filed by somebody who knows both of them, and nobody has settled which holds.
inline constexpr std::string_view kTwoAnswers = "double.two", kTwoOpinions = "opinion.two";
[[nodiscard]] Taken take(Inquiry& inquiry, const Scene& scene);

// The answer of the department that such a one contradicts.
[[nodiscard]] std::optional<FactId> crossed_opinion(const Scene& scene);
// For tasks: whether two of them wait for somebody to settle which holds.
[[nodiscard]] bool is_opinion_at_odds(const AidCase& of);
// What the department thinks leads to filing, or away from it; not where urgent aid was paid, which is filed in any
// case (P12).
[[nodiscard]] bool rests_on_opinion(std::string_view kind, Status status);

// Of two that contradict each other the other one: that it is the same aid is heeded, and a document is compared.
void heed_both(Inquiry& inquiry, const Fact& other);

// Aid cannot wait: the person or the screening says so and nobody of the court the contrary, until it is decided; or
// urgent aid was proposed and has not been paid.
[[nodiscard]] bool is_urgent(const AidCase& of);

// Asked before signing, of papers that came: "more.other" for one that is called otherwise than any that was asked for,
// while some are missing still. It would count as none of them; what the person brought besides has a field of its own.
// "filing.missing": the case is passed on while papers are missing that were asked for, and nobody says why.
[[nodiscard]] Verdict wrong_papers(const Inquiry& so_far, const Fact& fact);

}  // namespace courtyard::cases
