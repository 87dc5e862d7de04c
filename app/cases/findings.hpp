// What the judge has established before the report is written: its elements, and of somebody who petitions about a
// lawsuit (E9 of the domain report) the promise to end that, given in front of somebody of the court (F3.5).
//
// Which elements a report needs is asked before it is signed, of what its author knows (refused_report): the fold takes
// a report as it is, so that one that was written before keeps its place whatever comes to light about its elements.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Findings {
    struct Found {
        FactId by;
        std::string element;
        friend bool operator==(const Found&, const Found&) = default;
    };
    struct Commitment {
        FactId by;
        std::string given;  // given | declined | not_needed
        friend bool operator==(const Commitment&, const Commitment&) = default;
    };
    // An element that lay before voters, found otherwise (found_anew.hpp).
    struct Anew {
        FactId by, ballot;                    // the first fact that laid it
        std::optional<FactId> answered = {};  // whoever laid them, or has the case, said that the papers may stay
        friend bool operator==(const Anew&, const Anew&) = default;
    };
    std::vector<std::string> categories;   // E1 to E9, as the application says
    std::vector<Found> found;              // in order
    std::optional<Commitment> commitment;  // the newest
    std::vector<Anew> anew;

    [[nodiscard]] bool has(std::string_view element) const;
    friend bool operator==(const Findings&, const Findings&) = default;
};

// "element.petition": whether a petition is partly right is for a judge to say. Of a commitment: "field.consequences",
// "field.read_back" when it was given and nobody says that the person heard what a broken promise costs (A11), or heard
// it read; "field.reasons" when it was not given.
[[nodiscard]] Taken take(Findings& findings, const Scene& scene);

// E9 in the application, the kind of its number, or because the judge looks at a petition's claim.
[[nodiscard]] bool is_petition(const AidCase& of);

// What a report with that proposal rests on and nobody has established yet, in the order of the report: elements by
// their names ("harm" stands for harm or loss), and "commitment". A grant rests on the harm, on what the person got
// for it and on the hardship (D2; of a life in danger, E2, nobody waits for damages); for who petitions on the claim's
// being partly right, on the hardship and on the commitment. A refusal of a petition, too, says whether it is right;
// any other rests on something that was established, whatever it is: before that, "case" is asked for.
[[nodiscard]] std::vector<std::string> missing_for(const AidCase& of, std::string_view proposal);

// "report.elements". Nothing for any other kind of fact.
[[nodiscard]] Verdict refused_report(const AidCase& so_far, std::string_view kind, const Fields& fields);

}  // namespace courtyard::cases
