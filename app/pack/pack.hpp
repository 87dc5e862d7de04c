// The content pack: all that people read and all rules that a court may change. The format is in
// assets/packs/README.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/role_matrix.hpp"
#include "app/cases/term_settings.hpp"
#include "app/domain/aid_module.hpp"
#include "app/domain/application_status.hpp"
#include "app/domain/area.hpp"
#include "app/domain/call_word.hpp"
#include "app/domain/check.hpp"
#include "app/domain/door.hpp"
#include "app/domain/form.hpp"
#include "app/domain/money.hpp"
#include "app/domain/revisit_guide.hpp"
#include "app/domain/screening.hpp"
#include "app/domain/sounded_word.hpp"
#include "app/domain/village.hpp"
#include "app/domain/working_days.hpp"
#include "app/pack/words.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::pack {

// The files of a pack by their path inside it ("forms/f1.toml").
using Files = std::map<std::string, base::Bytes, std::less<>>;

inline constexpr std::size_t kPackBytesMax = 64u << 20;
inline constexpr std::size_t kPackFileBytesMax = 8u << 20;
inline constexpr std::size_t kPackFilesMax = 4096;
inline constexpr std::size_t kPackPathBytesMax = 200;
inline constexpr std::size_t kPackTextBytesMax = 4000 * 4;

inline constexpr std::size_t kPromptBytesMax = 512u << 10;
inline constexpr std::size_t kPromptsBytesMax = 32u << 20;  // all of a pack

struct Topic {
    std::string id, title, icon;
    std::vector<std::string> body, keywords;
};
struct GuideQuestion {
    int n = 0;
    std::string ask, answer;
    std::vector<std::string> keywords;
};
struct Document {
    std::string title, version;
    std::vector<std::string> paragraphs;
};
struct ConsentText {
    std::string code, text;  // the full words of a consent field (F3.x)
};
struct StatusWords {
    std::string say, next_say;
};
struct Amount {
    std::string id, say, source;
    domain::Fen yuan;
    int year = 0;  // 0 = not stated
    bool is_example = true;
};
struct Contact {
    std::string id, name, number, say;
    bool is_example = true;
};

// A law that texts of the pack may cite (rules/laws.toml).
struct Law {
    std::string title;
    std::vector<std::string> also;  // other names that it is cited by
    std::string number, source;
    std::optional<domain::Date> in_force;
    int articles = 0;       // the last article that may be cited; 0: the law is cited as a whole alone
    bool is_whole = false;  // that is its last one; else the last that somebody looked up
};

struct Pack {
    std::string name, title, court, region, language;
    std::string case_court;  // how its own case numbers name the court; empty: the pack does not say
    std::int64_t version = 0;
    std::optional<domain::Date> valid_until;  // the last day on which what it says may be taken as current
    std::vector<std::string> never_say;       // no text of the pack has one of these
    // Nor has anything that may reach others: text messages, calls, the slip to take home.
    std::vector<std::string> never_tell;

    domain::PlaceWords places;  // without them (both lists may be missing) a case has no village of its own

    domain::FormDefinition form;
    std::string example_json;  // one application that is accepted as it stands
    domain::ScreeningMatrix screening;
    domain::DoorCatalogue doors;
    std::vector<Topic> topics;
    std::vector<GuideQuestion> questions;
    Document notice, consent;
    std::vector<ConsentText> consents;  // of the fields F3.x of the form
    // Papers of the court, documents/court/<id>.toml as they stand: court_template.hpp reads them.
    std::map<std::string, base::Bytes, std::less<>> court_papers;
    Words words;  // text/*.toml; sentences of problem codes under their code
    std::map<domain::ApplicationStatus, StatusWords> statuses;
    domain::Calendar calendar;
    domain::Areas areas;
    std::vector<std::string> compound_surnames;
    domain::TypingWords typing;  // words.toml
    std::vector<Amount> amounts;
    domain::CapitalNumerals capital;
    std::vector<Contact> contacts;
    domain::CallWords call_words;            // none: no word is shown or said
    domain::RevisitGuide revisit;            // empty where the pack is older
    std::vector<domain::AidModule> modules;  // by id
    cases::RoleMatrix roles;                 // rules/roles.toml: what the court takes away from the table of acts
    cases::TermSettings terms;               // rules/terms.toml
    std::vector<Law> laws;                   // rules/laws.toml: those that may be cited
    int dictionary_id = 0;
    base::Bytes dictionary;
    std::map<std::string, std::string, std::less<>> readings;  // how words are read aloud: toned pinyin
    std::map<std::string, base::Bytes, std::less<>> prompts;   // recordings (Opus) by the key of what they say

    [[nodiscard]] const Topic* topic(std::string_view id) const;
    [[nodiscard]] const Contact* contact(std::string_view id) const;
    [[nodiscard]] const domain::AidModule* module(std::string_view id) const;
    [[nodiscard]] std::string_view consent_text(std::string_view code) const;  // "" where the pack has none
    [[nodiscard]] const Amount* amount(std::string_view id) const;
    [[nodiscard]] const StatusWords& status(domain::ApplicationStatus status) const;  // a sound pack has all
};

// What is wrong with a pack and where. line 0 = the whole file.
struct PackProblem {
    std::string file;
    std::size_t line = 0;
    std::string what;                        // what is wrong, and what to do
    [[nodiscard]] std::string text() const;  // "forms/f1.toml:12: what"
    friend bool operator==(const PackProblem&, const PackProblem&) = default;
};

struct Reading {
    std::optional<Pack> pack;  // only when there are no problems
    std::vector<PackProblem> problems;
    std::size_t problems_total = 0;  // of more than kPackProblemsMax the last one listed says how many are left out
};

// Reads and checks everything, and goes on after a problem so that one run names them all. Causes only: what other
// files say about a file that has problems of its own is judged when those are mended.
inline constexpr std::size_t kPackProblemsMax = 200;
//
// For an author everything must be there. A machine takes a pack that was signed for an older program, too: a sentence
// that only this program wants is replaced by a general one, and the example is not judged by rules that came later.
enum class Reader : std::uint8_t { Author, Machine };
[[nodiscard]] Reading read(const Files& files, Reader reader = Reader::Author);

// The same as a Result: "pack.problem" with the first problem and the number of others; "pack.newer" when pack.toml
// asks for a later program.
[[nodiscard]] base::Result<Pack> parse(const Files& files, Reader reader = Reader::Author);

// A folder's files. Hidden files (a leading dot), README.md and other *.md are left out. "pack.folder", "pack.size",
// "pack.path".
[[nodiscard]] base::Result<Files> read_folder(const std::filesystem::path& folder);
[[nodiscard]] base::Result<Pack> load(const std::filesystem::path& folder);

// The sentence for a problem of an application in the words of the pack, in one line: "<place> <label>: <sentence>".
// It is told where nobody sees the screen, so it lists the words that may be chosen, and gives no advice that this
// field does not take.
[[nodiscard]] std::string sentence(const Pack& pack, const domain::Problem& problem);

}  // namespace courtyard::pack
