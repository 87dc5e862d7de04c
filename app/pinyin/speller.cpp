#include "app/pinyin/speller.hpp"

#include <algorithm>
#include <set>

#include "app/domain/text.hpp"
#include "app/pinyin/query.hpp"

namespace courtyard::pinyin {

namespace {

constexpr std::size_t kWholeNamesMax = 6;
constexpr std::size_t kNameSyllablesMax = 4;
constexpr std::size_t kSinglesBeforePhrases = 3;
constexpr std::size_t kFuzzySentenceMax = 26;  // letters; of longer ones the exact reading takes its time already

// Keeps the order in which candidates come, each text once.
class List {
public:
    List(const Query& query, std::size_t count) : query_(query), count_(count) {}

    void add(std::string_view text, std::size_t end) {
        if (list_.size() >= count_ || text.empty() || !seen_.insert(std::string(text)).second) return;
        while (end < query_.letters.size() && query_.letters[end] == '\'')
            ++end;
        list_.push_back({std::string(text), query_.typed[end]});
    }
    void add(const std::u32string& text, std::size_t end) { add(domain::utf8(text), end); }
    [[nodiscard]] std::vector<Candidate> take() { return std::move(list_); }

private:
    const Query& query_;
    std::size_t count_;
    std::vector<Candidate> list_;
    std::set<std::string> seen_;
};

void add_range(List& list, const std::vector<Scored>& singles, std::size_t from, std::size_t to, std::size_t end) {
    for (std::size_t i = from; i < std::min(to, singles.size()); ++i)
        list.add(singles[i].text, end);
}

// Whole names of these syllables, the likeliest first.
std::vector<std::u32string> whole_names(const NameCharacters& names, std::string_view letters,
                                        const std::vector<Piece>& pieces, Part first) {
    const auto typed = [&letters](const Piece& piece) { return letters.substr(piece.begin, piece.end - piece.begin); };
    std::vector<Scored> begun{{U"", 1}};
    std::size_t from = 0;
    std::vector<std::u32string> out;
    if (first == Part::surname && pieces.size() >= 2 && pieces[0].whole && pieces[1].whole) {
        if (const auto compound = names.compound(typed(pieces[0]), typed(pieces[1])); !compound.empty()) {
            if (pieces.size() == 2) out.push_back(compound.front());
            if (pieces.size() > 2) {
                begun = {{compound.front(), 1}};
                from = 2;
            }
        }
    }
    for (std::size_t i = from; i < pieces.size(); ++i) {
        const Part part = i == 0 ? first : Part::given;
        const std::vector<Scored> singles = names.single(typed(pieces[i]), pieces[i].whole, part);
        std::vector<Scored> longer;
        for (const Scored& begin : begun)
            for (std::size_t k = 0; k < std::min<std::size_t>(singles.size(), 4); ++k)
                longer.push_back({begin.text + singles[k].text, begin.score * singles[k].score});
        std::stable_sort(longer.begin(), longer.end(),
                         [](const Scored& a, const Scored& b) { return a.score > b.score; });
        if (longer.size() > 8) longer.resize(8);
        begun = std::move(longer);
    }
    for (const Scored& name : begun)
        if (out.size() < kWholeNamesMax) out.push_back(name.text);
    return out;
}

// "lu" and "nu" may be meant with dots; they are typed with v.
std::string with_dots(std::string letters, const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces)
        if (const auto typed = std::string_view(letters).substr(piece.begin, piece.end - piece.begin);
            typed == "lu" || typed == "nu" || typed == "lue" || typed == "nue")
            letters[piece.begin + 1] = 'v';
    return letters;
}

}  // namespace

base::Result<std::unique_ptr<Speller>> Speller::open(const domain::TypingWords& words, SoundTable table,
                                                     const std::string& data_folder) {
    auto library = TRY(Library::open(data_folder, words.words));
    return std::unique_ptr<Speller>(new Speller(words, std::move(table), std::move(library)));
}

Speller::Speller(const domain::TypingWords& words, SoundTable table, std::unique_ptr<Library> library)
    : library_(std::move(library)), table_(std::move(table)), words_(words.words), names_(words, table_) {}

std::vector<Candidate> Speller::candidates(std::string_view typed, Mode mode, std::size_t count) {
    const Query query = query_of(typed);
    const std::vector<Piece> pieces = pieces_of(query.letters);
    List list(query, count);
    if (pieces.empty()) return {};
    const std::string letters = query.letters.substr(0, pieces.back().end);
    const Piece& head = pieces.front();
    const std::string_view head_letters = std::string_view(letters).substr(0, head.end);
    const Part part = mode == Mode::text ? Part::any : mode == Mode::name ? Part::surname : Part::given;
    const std::vector<Scored> singles = names_.single(head_letters, head.whole, part);

    if (mode != Mode::text) {
        if (pieces.size() > 1 && pieces.size() <= kNameSyllablesMax)
            for (const std::u32string& name : whole_names(names_, letters, pieces, part))
                list.add(name, letters.size());
        if (mode == Mode::name && pieces.size() > 1 && head.whole && pieces[1].whole)
            for (const std::u32string& surname : names_.compound(
                     head_letters, std::string_view(letters).substr(pieces[1].begin, pieces[1].end - pieces[1].begin)))
                list.add(surname, pieces[1].end);
    } else {
        const auto begun = std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return !piece.whole; });
        const bool abbreviation = begun >= 2 || (begun == 1 && pieces.size() == 2 && !pieces.front().whole);
        const std::vector<Found> own = words_.find(letters);
        const auto add_own = [&](auto wanted) {
            for (const Found& found : own)
                if (wanted(found)) list.add(found.text, found.end);
        };
        const auto whole = [&letters](const Found& found) { return found.end == letters.size(); };
        const auto end_of = [&](const Phrase& phrase) {
            if (phrase.end != 0) return phrase.end;
            return phrase.characters <= pieces.size() ? pieces[phrase.characters - 1].end : letters.size();
        };
        const auto add_phrases = [&](const Guess& guess, std::size_t end_min) {
            for (const Phrase& phrase : guess.phrases)
                if (end_of(phrase) >= end_min) list.add(phrase.text, end_of(phrase));
        };
        const auto has_whole_phrase = [&](const Guess& guess) {
            return std::any_of(guess.phrases.begin(), guess.phrases.end(),
                               [&](const Phrase& phrase) { return end_of(phrase) >= letters.size(); });
        };
        add_own([&](const Found& f) { return whole(f) && f.fit == Fit::exact; });
        if (abbreviation) {
            // By first letters nobody tells z from zh: one look is enough.
            add_own([&](const Found& f) { return whole(f) && f.fit <= Fit::abbreviated; });
            const Guess guess = library_->guess(letters, Hearing::fuzzy, Sentences::without);
            add_phrases(guess, letters.size());
            add_own([&](const Found& f) { return whole(f); });
            add_own([&](const Found& f) { return f.fit != Fit::longer; });
            add_phrases(guess, 0);
        } else {
            if (pieces.size() == 1) add_range(list, singles, 0, kSinglesBeforePhrases, head.end);
            const Guess exact =
                library_->guess(letters, Hearing::exact, pieces.size() == 1 ? Sentences::without : Sentences::with);
            const bool fuzzy_sentence = pieces.size() > 2 && letters.size() <= kFuzzySentenceMax;
            const Guess fuzzy =
                library_->guess(letters, Hearing::fuzzy, fuzzy_sentence ? Sentences::with : Sentences::without);
            // A long word of the pack heard otherwise is likelier than a sentence that no dictionary knows.
            if (!has_whole_phrase(exact))
                add_own([&](const Found& f) { return whole(f) && f.fit == Fit::fuzzy && f.syllables > 2; });
            if (!exact.sentences.empty()) list.add(exact.sentences.front(), letters.size());
            add_phrases(exact, letters.size());
            add_own([&](const Found& f) { return whole(f) && f.fit <= Fit::begun; });
            add_phrases(fuzzy, letters.size());
            if (const std::string dotted = with_dots(letters, pieces); dotted != letters && pieces.size() > 1)
                add_phrases(library_->guess(dotted, Hearing::exact, Sentences::without), letters.size());
            add_own([&](const Found& f) { return whole(f) && f.fit == Fit::longer; });
            for (const std::string& sentence : exact.sentences)
                list.add(sentence, letters.size());
            if (!fuzzy.sentences.empty()) list.add(fuzzy.sentences.front(), letters.size());
            add_own([&](const Found& f) { return whole(f) || f.fit <= Fit::fuzzy; });
            add_phrases(exact, 0);
            add_phrases(fuzzy, 0);
        }
    }
    add_range(list, singles, 0, singles.size(), head.end);
    // A shorter first syllable: "xi" of "xian", "fan" of "fang".
    for (std::size_t end = head.end - 1; end > 0; --end)
        if (const auto shorter = head_letters.substr(0, end); table_.contains(shorter))
            add_range(list, names_.single(shorter, true, part), 0, 8, end);
    return list.take();
}

}  // namespace courtyard::pinyin
