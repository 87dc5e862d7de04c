#include <algorithm>
#include <functional>
#include <limits>
#include <set>

#include "app/domain/case_number.hpp"
#include "app/pack/cited_laws.hpp"
#include "app/pack/court_template.hpp"
#include "app/pack/encoding.hpp"
#include "app/pack/pack_file.hpp"
#include "app/pack/program_version.hpp"
#include "app/pack/readers.hpp"
#include "app/pack/word_places.hpp"
#include "sync/seal/dictionary.hpp"

namespace courtyard::pack {

namespace {

constexpr std::size_t kExampleBytesMax = 65536;
constexpr std::string_view kHead = "pack.toml", kForm = "forms/f1.toml", kScreeningRules = "rules/screening.toml";

// Every record names the pack under which it was made, and FORMAT.md says how: under another name nothing could be
// filed.
bool is_name_of_records(std::string_view name) {
    constexpr std::size_t kNameMax = 40;
    return name.size() <= kNameMax && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

// No text of a pack may say what no screen may say.
void check_wording(const Tree& node, std::string_view file, const std::vector<std::string>& never_say,
                   Problems& problems) {
    for (const std::string& word : never_say) {
        const std::size_t at = node.text.find(word);
        if (at != std::string::npos)
            problems.add(file, node.line_at(at),
                         "the text says '" + word + "', which no screen may say; find kinder words");
    }
    for (const Tree& part : node.list)
        check_wording(part, file, never_say, problems);
    for (const auto& [key, part] : node.table)
        check_wording(part, file, never_say, problems);
}

class PackReader {
public:
    PackReader(const Files& files, Reader reader) : files_(files), reader_(reader) {}

    Reading read() {
        check_files();
        read_head();
        toml(std::string(kForm), [&](const Tree& root, Source source) { read_form(root, source, pack_.form); });
        toml("forms/steps.toml", [&](const Tree& root, Source source) {
            if (!problems_.has(kForm)) read_steps(root, source, pack_.form);
        });
        toml(std::string(kScreeningRules),
             [&](const Tree& root, Source source) { read_screening(root, source, pack_.screening); });
        toml("rules/doors.toml", [&](const Tree& root, Source source) { read_doors(root, source, pack_.doors); });
        toml("guides/topics.toml", [&](const Tree& root, Source source) { read_topics(root, source, pack_.topics); });
        toml("guides/questions.toml",
             [&](const Tree& root, Source source) { read_questions(root, source, pack_.questions); });
        toml("documents/notice.toml",
             [&](const Tree& root, Source source) { read_document(root, source, pack_.notice); });
        toml("documents/consent.toml",
             [&](const Tree& root, Source source) { read_consents(root, source, pack_.consent, pack_.consents); });
        toml("text/status.toml", [&](const Tree& root, Source source) { read_statuses(root, source, pack_.statuses); });
        toml("text/errors.toml", [&](const Tree& root, Source source) { words(root, source); });
        toml("areas.toml", [&](const Tree& root, Source source) { read_areas(root, source, pack_.areas); });
        toml("names.toml", [&](const Tree& root, Source source) { read_names(root, source, pack_.compound_surnames); });
        toml("words.toml", [&](const Tree& root, Source source) { read_typing_words(root, source, pack_.typing); });
        toml("amounts.toml",
             [&](const Tree& root, Source source) { read_amounts(root, source, pack_.amounts, pack_.capital); });
        toml("contacts.toml", [&](const Tree& root, Source source) { read_contacts(root, source, pack_.contacts); });
        court_rules();
        if_there(std::string(kLaws), [&](const Tree& root, Source source) { read_laws(root, source, pack_.laws); });
        each_in("text/", [&](const Tree& root, Source source) { words(root, source); });
        if (problems_.is_empty() && reader_ == Reader::Author) check_words(pack_, word_places_, problems_);
        each_in("calendar/", [&](const Tree& root, Source source) { read_calendar(root, source, pack_.calendar); });
        take_court_papers();
        if_there("callwords.toml",
                 [&](const Tree& root, Source source) { read_call_words(root, source, pack_.call_words); });
        if_there("rules/revisit.toml",
                 [&](const Tree& root, Source source) { read_revisit(root, source, pack_.revisit); });
        each_in("modules/", [&](const Tree& root, Source source) {
            read_module(root, source, reader_, pack_.contacts, pack_.modules);
        });
        if (files_.contains("audio/readings.toml"))
            toml("audio/readings.toml",
                 [&](const Tree& root, Source source) { read_readings(root, source, pack_.readings); });
        take_prompts();
        if (const base::Bytes* example = bytes("forms/example.json", kExampleBytesMax))
            pack_.example_json = std::string(base::as_text(*example));
        report_strangers();

        if (!problems_.has(kForm)) check_form(pack_.form, problems_);
        if (!problems_.has(kScreeningRules)) check_screening(pack_.screening, pack_.doors, problems_);
        // A machine takes what was signed: its court was told.
        if (reader_ == Reader::Author) cited_.judge(pack_.laws, files_.contains(kLaws), problems_);
        // What follows builds on everything before it: with broken files it would only repeat what was said.
        if (problems_.is_empty() && reader_ == Reader::Author) check_whole(pack_, problems_);
        if (problems_.is_empty() && reader_ == Reader::Machine) make_whole(pack_, problems_);
        if (problems_.is_empty()) check_prompts(pack_, problems_);
        Reading reading;
        if (problems_.is_empty()) reading.pack = std::move(pack_);
        reading.problems_total = problems_.total();
        reading.problems = problems_.take();
        return reading;
    }

private:
    void check_files() {
        std::size_t total = 0;
        for (const auto& [path, content] : files_) {
            if (!is_pack_path(path))
                problems_.add(path, 0, "the path is not made of A-Z a-z 0-9 _ - . within 200 bytes; rename the file");
            if (content.size() > kPackFileBytesMax) problems_.add(path, 0, "the file is larger than 8 MiB");
            total += content.size();
        }
        if (files_.size() > kPackFilesMax) problems_.add("pack.toml", 0, "the pack has more than 4096 files");
        if (total > kPackBytesMax) problems_.add("pack.toml", 0, "the pack is larger than 64 MiB");
    }

    const base::Bytes* bytes(const std::string& path, std::size_t size_max) {
        const auto found = files_.find(path);
        if (found == files_.end()) {
            problems_.add(path, 0, "the file is missing; add it");
            return nullptr;
        }
        known_.insert(path);
        if (found->second.empty() || found->second.size() > size_max) {
            problems_.add(path, 0, "the file must have 1 to " + std::to_string(size_max) + " bytes");
            return nullptr;
        }
        return &found->second;
    }

    void words(const Tree& root, Source source) {
        read_words(root, source, pack_.words);
        note_words(root, source.file, word_places_);
    }

    using ReadOne = std::function<void(const Tree&, Source)>;

    void toml(const std::string& path, const ReadOne& read_one) {
        if (const base::Bytes* content = bytes(path, kPackFileBytesMax)) parse_and_read(path, *content, read_one);
    }

    void if_there(const std::string& path, const ReadOne& read_one) {
        if (files_.contains(path)) toml(path, read_one);
    }

    void each_in(std::string_view folder, const ReadOne& read_one) {
        for (const auto& [path, content] : files_) {
            const bool is_inside = path.starts_with(folder) && path.ends_with(".toml") &&
                                   path.find('/', folder.size()) == std::string::npos;
            if (is_inside && known_.insert(path).second) parse_and_read(path, content, read_one);
        }
    }

    // After form, contacts and words, which papers name: while those are broken nothing is held against papers.
    void take_court_papers() {
        for (const auto& [path, content] : files_)
            if (path.starts_with(kCourtFolder) && path.ends_with(".toml")) pack_.court_papers.emplace(path, content);
        const bool may_judge =
            !problems_.has(kForm) && !problems_.has("contacts.toml") && !problems_.has("text/court.toml");
        each_in(kCourtFolder, [&](const Tree& root, Source source) {
            CourtTemplate paper;
            paper.id =
                std::string(source.file.substr(kCourtFolder.size(), source.file.size() - kCourtFolder.size() - 5));
            if (may_judge) read_court(root, source, pack_, paper, reader_);
        });
        if (reader_ == Reader::Author) check_court(pack_, problems_);
    }

    // Packs of older programs have neither: then nothing is taken away, and the limits are the program's own.
    void court_rules() {
        const auto wanted = [&](const char* path) { return reader_ == Reader::Author || files_.contains(path); };
        if (wanted("rules/roles.toml"))
            toml("rules/roles.toml",
                 [&](const Tree& root, Source source) { read_roles(root, source, reader_, pack_.roles); });
        if (wanted("rules/terms.toml"))
            toml("rules/terms.toml", [&](const Tree& root, Source source) { read_terms(root, source, pack_.terms); });
    }

    // Recordings as they are; whether they can be played is judged where they are made (courtyardctl pack check).
    void take_prompts() {
        std::size_t total = 0, largest_bytes = 0;
        std::string largest;
        for (const auto& [path, content] : files_) {
            if (!path.starts_with(kPromptFolder) || !path.ends_with(kPromptEnd)) continue;
            known_.insert(path);
            total += content.size();
            if (content.size() > largest_bytes) {
                largest = path;
                largest_bytes = content.size();
            }
            const std::string_view text = base::as_text(content);
            if (content.size() > kPromptBytesMax) {
                problems_.add(path, 0, "the recording is larger than 512 KiB; record one text in each, at 24 kbit/s");
            } else if (!text.starts_with("OggS") || text.substr(0, 64).find("OpusHead") == std::string_view::npos) {
                problems_.add(path, 0, "this is no Opus recording; make it with opusenc");
            } else {
                pack_.prompts.emplace(
                    path.substr(kPromptFolder.size(), path.size() - kPromptFolder.size() - kPromptEnd.size()), content);
            }
        }
        if (total > kPromptsBytesMax)
            problems_.add(largest, 0, "the recordings are larger than 32 MiB together; this is the largest of them");
    }

    void parse_and_read(const std::string& path, const base::Bytes& content, const ReadOne& read_one) {
        const std::string_view text = base::as_text(content);
        if (const std::string why = why_not_utf8(text); !why.empty()) return problems_.add(path, 0, "the file " + why);
        std::size_t line = 0;
        const base::Result<Tree> root = parse_toml(text, line);
        if (!root) return problems_.add(path, line, "this is not TOML: " + root.error().message);
        if (path != kHead) check_wording(*root, path, pack_.never_say, problems_);
        if (reader_ == Reader::Author) problems_.stands(path, *root);
        cited_.take(*root, path);
        read_one(*root, Source{path, problems_});
    }

    void read_head() {
        toml(std::string(kHead), [&](const Tree& root, Source source) {
            TableReader reader(root, source);
            pack_.name = reader.text("name");
            if (!pack_.name.empty() && !is_name_of_records(pack_.name))
                reader.problem_at("name", "'name' must be 1 to 40 of the characters a-z 0-9 -");
            pack_.version = reader.integer("version", 1, 4'000'000'000);
            pack_.title = reader.text("title");
            pack_.court = reader.text("court");
            pack_.case_court = reader.text_or_empty("case_court");
            if (!pack_.case_court.empty() && !domain::is_case_court(pack_.case_court))
                reader.problem_at("case_court",
                                  "'case_court' must be what stands after the year in the court's case numbers: one "
                                  "character and up to four digits");
            pack_.region = reader.text("region");
            pack_.language = reader.id("language");
            pack_.never_say = reader.texts("never_say");
            pack_.never_tell = reader.texts("never_tell");
            pack_.places.region = pack_.region;
            pack_.places.township_ends = reader.texts_or_none("township_ends");
            pack_.places.village_ends = reader.texts_or_none("village_ends");
            if (reader.text("form") != "F1") reader.problem_at("form", "'form' must be \"F1\"");
            pack_.dictionary_id =
                static_cast<int>(reader.integer("dictionary_id", 1, std::numeric_limits<seal::DictionaryId>::max()));
            read_limits(reader);
            const std::string dictionary = reader.text("dictionary");
            reader.finish();
            if (dictionary.empty()) return;
            if (const base::Bytes* content = bytes(dictionary, seal::Dictionary::kSizeMax)) pack_.dictionary = *content;
        });
    }

    // Both may be missing: a pack for any program, and for as long as no newer one comes.
    void read_limits(TableReader& reader) {
        if (const std::string until = text_if(reader, "valid_until"); !until.empty()) {
            const auto day = domain::Date::parse(until);
            if (day)
                pack_.valid_until = *day;
            else
                reader.problem_at("valid_until", "'valid_until' must be a day like \"2027-12-31\"");
        }
        if (const std::string needs = text_if(reader, "needs_program"); !needs.empty()) {
            if (!is_version(needs))
                reader.problem_at("needs_program", "'needs_program' must be a version like \"0.1.0\"");
            else if (is_newer(needs, program_version()))
                reader.problem_at("needs_program", "'needs_program' asks for a later program than this one, " +
                                                       std::string(program_version()));
        }
    }
    static std::string text_if(TableReader& reader, std::string_view key) {
        return reader.has(key) ? reader.text(key) : std::string();
    }

    void report_strangers() {
        for (const auto& [path, content] : files_) {
            // Which file is the dictionary says pack.toml.
            if (path.starts_with("dictionary/") && problems_.has(kHead)) continue;
            if (!known_.contains(path)) problems_.add(path, 0, "no such file belongs into a pack; remove or rename it");
        }
    }

    const Files& files_;
    Reader reader_;
    Pack pack_;
    WordPlaces word_places_;
    Problems problems_;
    CitedLaws cited_;
    std::set<std::string> known_;
};

}  // namespace

namespace {

// The one thing that an older program must be able to read of any pack.
std::string needed_program(const Files& files) {
    const auto head = files.find(kHead);
    if (head == files.end() || head->second.size() > kPackFileBytesMax) return {};
    const std::string_view text = base::as_text(head->second);
    std::size_t line = 0;
    if (!why_not_utf8(text).empty()) return {};
    const base::Result<Tree> root = parse_toml(text, line);
    if (!root || root->kind != Tree::Kind::Table) return {};
    const Tree* said = root->find("needs_program");
    return said != nullptr && said->kind == Tree::Kind::Text ? said->text : std::string();
}

}  // namespace

Reading read(const Files& files, Reader reader) { return PackReader(files, reader).read(); }

base::Result<Pack> parse(const Files& files, Reader reader) {
    if (const std::string needs = needed_program(files); is_newer(needs, program_version())) {
        return base::fail("pack.newer", "the pack asks for version " + needs + " of this program, which is " +
                                            std::string(program_version()) + ": update the program");
    }
    Reading reading = read(files, reader);
    if (reading.pack) return *std::move(reading.pack);
    const std::size_t others = reading.problems_total - 1;
    std::string message = "the pack is not sound: " + reading.problems.front().text();
    if (others > 0) message += " (and " + std::to_string(others) + " more; see courtyardctl pack check)";
    return base::fail("pack.problem", std::move(message));
}

}  // namespace courtyard::pack
