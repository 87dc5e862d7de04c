#include "app/pinyin/library.hpp"

#include <pinyin.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace courtyard::pinyin {

namespace {

// DYNAMIC_ADJUST, by which the library learns, is left out.
constexpr pinyin_option_t kExact = pinyin_option_t{PINYIN_INCOMPLETE} | pinyin_option_t{PINYIN_CORRECT_ALL} |
                                   pinyin_option_t{USE_DIVIDED_TABLE} | pinyin_option_t{USE_RESPLIT_TABLE};
constexpr pinyin_option_t kFuzzy = kExact | PINYIN_AMB_C_CH | PINYIN_AMB_S_SH | PINYIN_AMB_Z_ZH | PINYIN_AMB_L_N |
                                   PINYIN_AMB_AN_ANG | PINYIN_AMB_EN_ENG | PINYIN_AMB_IN_ING;
constexpr guint kOrder =
    SORT_WITHOUT_LONGER_CANDIDATE | SORT_BY_PHRASE_LENGTH | SORT_BY_PINYIN_LENGTH | SORT_BY_FREQUENCY;
constexpr std::size_t kPhrasesMax = 48;
constexpr guint kLookedAtMax = 200;
// What the language model counts a word of the pack: as one that people use every day.
constexpr int kCount = 3000;
constexpr int kCountStep = 2;

// The library says on stderr that there is no user's folder, which is what we want. Nothing else of the program writes
// while the data is opened but through its own log.
class Silence {
public:
    Silence() : before_(stderr) {
        const cookie_io_functions_t swallow{
            nullptr, [](void*, const char*, std::size_t size) { return static_cast<ssize_t>(size); }, nullptr, nullptr};
        if (FILE* nothing = fopencookie(nullptr, "w", swallow)) stderr = nothing;
    }
    ~Silence() {
        if (stderr == before_) return;
        FILE* nothing = stderr;
        stderr = before_;
        std::fclose(nothing);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    FILE* before_;
};

std::size_t characters(const char* utf8) {
    std::size_t count = 0;
    for (; *utf8 != 0; ++utf8)
        count += (static_cast<unsigned char>(*utf8) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

}  // namespace

struct Library::Handles {
    pinyin_context_t* context = nullptr;
    pinyin_instance_t* instance = nullptr;

    ~Handles() {
        if (instance != nullptr) pinyin_free_instance(instance);
        if (context != nullptr) pinyin_fini(context);
    }
};

std::string usual_data_folder() { return COURTYARD_PINYIN_DATA; }

Library::~Library() = default;

base::Result<std::unique_ptr<Library>> Library::open(const std::string& data_folder,
                                                     const std::vector<domain::SoundedWord>& words) {
    std::error_code error;
    for (const char* name : {"table.conf", "phrase_index.bin", "pinyin_index.bin", "bigram.db", "gb_char.bin"}) {
        if (!std::filesystem::exists(std::filesystem::path(data_folder) / name, error))
            return base::fail("pinyin.data", "the dictionary of libpinyin is not at " + data_folder +
                                                 "; install the package libpinyin-data");
    }
    std::unique_ptr<Library> library(new Library());
    library->handles_ = std::make_unique<Handles>();
    Handles& handles = *library->handles_;
    const Silence silence;
    handles.context = pinyin_init(data_folder.c_str(), nullptr);
    if (handles.context == nullptr)
        return base::fail("pinyin.data", "libpinyin cannot read its dictionary at " + data_folder +
                                             "; install the package libpinyin-data anew");
    pinyin_set_options(handles.context, kExact);
    import_iterator_t* add = pinyin_begin_add_phrases(handles.context, USER_DICTIONARY);
    int count = kCount;
    for (const domain::SoundedWord& word : words) {
        std::string sounds;
        for (const std::string& sound : word.sounds)
            sounds += (sounds.empty() ? "" : "'") + sound.substr(0, sound.size() - 1);
        if (word.sounds.size() >= 2)
            pinyin_iterator_add_phrase(add, word.text.c_str(), sounds.c_str(), std::max(count, kCount / 2));
        count -= kCountStep;
    }
    pinyin_end_add_phrases(add);
    handles.instance = pinyin_alloc_instance(handles.context);
    return library;
}

Guess Library::guess(const std::string& letters, Hearing hearing, Sentences sentences) {
    Guess guess;
    pinyin_instance_t* instance = handles_->instance;
    pinyin_set_options(handles_->context, hearing == Hearing::fuzzy ? kFuzzy : kExact);
    pinyin_parse_more_full_pinyins(instance, letters.c_str());
    if (pinyin_get_parsed_input_length(instance) == 0) return guess;
    guint order = kOrder;
    if (sentences == Sentences::with)
        pinyin_guess_sentence(instance);
    else
        order |= SORT_WITHOUT_SENTENCE_CANDIDATE;
    pinyin_guess_candidates(instance, 0, order);
    guint count = 0;
    pinyin_get_n_candidate(instance, &count);
    for (guint i = 0; i < std::min(count, kLookedAtMax) && guess.phrases.size() < kPhrasesMax; ++i) {
        lookup_candidate_t* candidate = nullptr;
        lookup_candidate_type_t type = NORMAL_CANDIDATE;
        const gchar* text = nullptr;
        if (!pinyin_get_candidate(instance, i, &candidate) || !pinyin_get_candidate_type(instance, candidate, &type) ||
            !pinyin_get_candidate_string(instance, candidate, &text))
            continue;
        if (type == NBEST_MATCH_CANDIDATE) {
            guess.sentences.emplace_back(text);
        } else if (type == NORMAL_CANDIDATE && characters(text) >= 2) {
            Phrase phrase{text, characters(text), 0};
            // Choosing sets a constraint on this instance and tells where the phrase ends; nothing is learnt by it.
            if (sentences == Sentences::with) {
                phrase.end = static_cast<std::size_t>(std::max(0, pinyin_choose_candidate(instance, 0, candidate)));
                pinyin_clear_constraint(instance, 0);
            }
            guess.phrases.push_back(std::move(phrase));
        }
    }
    pinyin_reset(instance);
    return guess;
}

}  // namespace courtyard::pinyin
