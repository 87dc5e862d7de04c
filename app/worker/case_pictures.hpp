// Pictures in a case: the house that a judge saw, a record that was signed, the papers that came with the application.
// Each is a record of its own, sealed to the case like its facts, and named in a fact by its SHA-256: so it is the one
// that was meant, whoever brings it. FORMAT.md, section 3.1, kind "case_picture".
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/cases/fact.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

inline constexpr std::string_view kCasePictureKind = "case_picture";

struct CasePicture {
    base::Digest digest;
    cases::FactId fact;    // the first that names it
    std::string kind;      // of that fact
    bool is_here = false;  // else it is on its way, or was lost with a machine
};
// Those that facts of the case name, in the order of the facts; each once. "case.unknown",
// "right.papers".
[[nodiscard]] base::Result<std::vector<CasePicture>> pictures_in(Machine& machine, const cases::CaseId& about);

// The JPEG; the caller wipes it. "picture.missing", also in a case that this person is not on; "right.papers".
[[nodiscard]] base::Result<base::Bytes> picture_in(Machine& machine, const cases::CaseId& about,
                                                   const base::Digest& digest);

// Pictures as they will be sealed, on their way to an act; wiped with it.
struct GivenPictures {
    std::vector<base::Bytes> jpegs;
    GivenPictures() = default;
    GivenPictures(const GivenPictures&) = delete;
    GivenPictures& operator=(const GivenPictures&) = delete;
    ~GivenPictures();
};

// ---- for case_acts.cpp

// A picture that a fact is to name and that the case does not have yet.
struct NewPicture {
    base::Digest digest;
    base::Bytes jpeg;  // wiped with it
};
class NewPictures {
public:
    NewPictures() = default;
    NewPictures(NewPictures&&) = default;
    NewPictures& operator=(NewPictures&&) = default;
    NewPictures(const NewPictures&) = delete;
    NewPictures& operator=(const NewPictures&) = delete;
    ~NewPictures();
    std::vector<NewPicture> all;
};
// Those to be kept with a fact that names `digests`: out of `given`, else out of the inbox (an applicant's). The first
// of what is missing: "picture.unknown"; "picture.size", "picture.kind" of what is given; "picture.count".
[[nodiscard]] base::Result<NewPictures> new_pictures(Machine& machine, const cases::CaseId& about,
                                                     std::span<const base::Digest> digests,
                                                     std::span<const base::Bytes> given);
// Inside the transaction of the fact; takes one reserved id for each.
base::Result<void> keep_pictures(Machine& machine, const store::Transaction& inside, const cases::CaseId& about,
                                 std::string_view fact_kind, const seal::Recipient& to, const NewPictures& pictures,
                                 base::Instant now, base::Random& random);
// With a fact that is taken back go the pictures that only it names.
base::Result<void> take_back_pictures(Machine& machine, const store::Transaction& inside, const cases::CaseId& about,
                                      std::span<const cases::Fact> facts, const cases::FactId& taken_back);

// SHA-256 that the fact's fields of pictures name, each once.
[[nodiscard]] std::vector<base::Digest> pictures_of(const cases::Fact& fact);

}  // namespace courtyard::worker
