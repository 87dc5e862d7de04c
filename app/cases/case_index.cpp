#include "app/cases/case_index.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace courtyard::cases {

namespace {

constexpr std::size_t kWordsMax = 8;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::u32string digits_of(std::u32string_view text) {
    std::u32string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), is_digit);
    return out;
}

// The running number at the end, which is what people remember of a case: what stands before the sign.
std::u32string serial_of(std::u32string_view number) {
    std::size_t end = number.size();
    while (end > 0 && !is_digit(number[end - 1]))
        --end;
    std::size_t from = end;
    while (from > 0 && is_digit(number[from - 1]))
        --from;
    return std::u32string(number.substr(from, end - from));
}

// White space of any width parts words.
std::vector<std::u32string> words_of(std::string_view text) {
    std::vector<std::u32string> out;
    std::string word;
    const auto end_word = [&] {
        std::u32string one = searchable(word);
        if (!one.empty() && out.size() < kWordsMax) out.push_back(std::move(one));
        word.clear();
    };
    constexpr std::string_view kWideBlank = "\xE3\x80\x80";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool wide = text.substr(at).starts_with(kWideBlank);
        if (wide || text[at] == ' ' || text[at] == '\t') {
            end_word();
            if (wide) at += kWideBlank.size() - 1;
        } else {
            word += text[at];
        }
    }
    end_word();
    return out;
}

}  // namespace

bool is_blank(const CaseQuery& query) { return words_of(query.text).empty(); }

bool passes(const CaseQuery& query, Status status) {
    return (!query.status || status == *query.status) && (!query.stage || stage_of(status) == *query.stage);
}

CaseIndex::Number CaseIndex::number_of(std::string_view text) {
    std::u32string whole = searchable(text);
    std::u32string digits = digits_of(whole), serial = serial_of(whole);
    return {std::move(whole), std::move(digits), std::move(serial)};
}

// A number of nothing but digits is looked for among the digits; its running number may be typed alone.
Fit CaseIndex::fit(const Number& number, std::u32string_view word) {
    if (number.whole.empty()) return Fit::None;
    const Fit whole = fit_in(number.whole, word);
    if (!std::all_of(word.begin(), word.end(), is_digit)) return whole;
    if (word == number.serial) return Fit::Whole;
    return std::min(whole, fit_in(number.digits, word));
}

std::shared_ptr<const CaseIndex::Row> CaseIndex::row_of(const CaseWords& words) const {
    Row row{words.id,
            SoundedText(words.applicant, readings_),
            SoundedText(words.village, readings_),
            SoundedText(words.handler, readings_),
            SoundedText(words.state, readings_),
            SoundedText(words.state_also, readings_),
            number_of(words.number),
            {},
            searchable(words.receipt),
            searchable(words.id.text()),
            words.status,
            {}};
    for (const std::string& original : words.original_cases)
        row.originals.push_back(number_of(original));
    row.sort_key = row.applicant.sort_key() + '\n' + words.applicant + '\n' + words.number + '\n' + words.id.text();
    return std::make_shared<const Row>(std::move(row));
}

void CaseIndex::put(std::span<const CaseWords> all) {
    std::map<CaseId, const CaseWords*> newest;
    for (const CaseWords& words : all)
        newest[words.id] = &words;
    std::erase_if(rows_, [&newest](const auto& row) { return newest.contains(row->id); });
    const auto before = [](const auto& a, const auto& b) { return a->sort_key < b->sort_key; };
    const auto old = static_cast<std::ptrdiff_t>(rows_.size());
    for (const auto& [id, words] : newest)
        rows_.push_back(row_of(*words));
    std::sort(rows_.begin() + old, rows_.end(), before);
    std::inplace_merge(rows_.begin(), rows_.begin() + old, rows_.end(), before);
}

void CaseIndex::remove(const CaseId& id) {
    std::erase_if(rows_, [&id](const auto& row) { return row->id == id; });
}

int CaseIndex::score(const Row& row, std::u32string_view word) {
    Fit original = Fit::None;
    for (const Number& each : row.originals)
        original = std::min(original, fit(each, word));
    const bool is_of_id = word.size() >= kIdMin && row.id_text.starts_with(word);
    const std::array fits{row.applicant.fit(word),
                          fit(row.number, word),
                          original,
                          fit_in(row.receipt, word),
                          row.village.fit(word),
                          row.handler.fit(word),
                          std::min(row.state.fit(word), row.state_also.fit(word)),
                          is_of_id ? Fit::Prefix : Fit::None};
    int best = kNoFit;
    for (std::size_t field = 0; field < fits.size(); ++field)
        if (fits[field] != Fit::None)
            best =
                std::min(best, static_cast<int>(fits[field]) * static_cast<int>(fits.size()) + static_cast<int>(field));
    return best;
}

// As good as the word that fits worst.
int CaseIndex::score(const Row& row, const std::vector<std::u32string>& words) {
    int worst = 0;
    for (const std::u32string& word : words)
        worst = std::max(worst, score(row, word));
    return worst;
}

std::vector<CaseId> CaseIndex::find(const CaseQuery& query) const {
    const std::vector<std::u32string> words = words_of(query.text);
    std::array<std::vector<CaseId>, kNoFit> by_score;
    for (const auto& row : rows_) {
        if (!passes(query, row->status)) continue;
        const int points = score(*row, words);
        if (points < kNoFit) by_score[static_cast<std::size_t>(points)].push_back(row->id);
    }
    std::vector<CaseId> out;
    for (const std::vector<CaseId>& ids : by_score)
        out.insert(out.end(), ids.begin(), ids.end());
    return out;
}

}  // namespace courtyard::cases
