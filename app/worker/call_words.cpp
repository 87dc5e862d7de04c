#include "app/worker/call_words.hpp"

#include "sync/seal/call_word.hpp"

namespace courtyard::worker {

std::string call_word(const pack::Pack& pack, const seal::SealPublicKey& notice_key, domain::Date day) {
    if (pack.call_words.is_empty()) return {};
    return std::string(pack.call_words.at(seal::call_place(notice_key, day.text(), domain::kCallWords)));
}

std::string call_word(const pack::Pack& pack, std::string_view notice_key, domain::Date day) {
    const auto key = seal::SealPublicKey::parse(notice_key);
    return key ? call_word(pack, *key, day) : std::string();
}

std::vector<domain::DayWord> call_words_around(const pack::Pack& pack, const seal::SealPublicKey& notice_key,
                                               domain::Date today) {
    std::vector<domain::DayWord> words;
    for (const int days : {-1, 0, 1}) {
        const domain::Date day = today.plus_days(days);
        std::string word = call_word(pack, notice_key, day);
        if (!word.empty()) words.push_back({day, std::move(word)});
    }
    return words;
}

}  // namespace courtyard::worker
