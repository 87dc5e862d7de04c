// Screening answers as text and back: one table of the words of every key.
#include <algorithm>
#include <array>

#include "app/domain/screening.hpp"

namespace courtyard::domain {

namespace {

constexpr std::array<std::string_view, 13> kKeys{
    "G1", "G2", "G3", "G4", "G5", "G6", "G7", "N1", "N4", "E", "H", "agency", "guardian_is_wrongdoer"};

template <class Enum>
struct Word {
    Enum value;
    std::string_view text;
};
template <class Enum>
Word(Enum, std::string_view) -> Word<Enum>;
template <class Enum, std::size_t Size>
Word(Enum, const char (&)[Size]) -> Word<Enum>;
constexpr std::array kReplies{Word{Reply::Yes, "yes"}, Word{Reply::No, "no"}, Word{Reply::Unknown, "unknown"}};
constexpr std::array kCourtCases{Word{CourtCase::Yes, "yes"}, Word{CourtCase::No, "no"},
                                 Word{CourtCase::Police, "police"}, Word{CourtCase::Unknown, "unknown"}};
constexpr std::array kFaults{
    Word{Fault::No, "no"},       Word{Fault::None, "none"},      Word{Fault::Secondary, "secondary"},
    Word{Fault::Equal, "equal"}, Word{Fault::Main, "main"},      Word{Fault::All, "all"},
    Word{Fault::Yes, "yes"},     Word{Fault::Unknown, "unknown"}};
constexpr std::array kAgencies{Word{Agency::Ok, "ok"}, Word{Agency::Doubtful, "doubtful"}};
constexpr std::array kGuardians{Word{Guardian::Proper, "false"}, Word{Guardian::Wrongdoer, "true"}};
constexpr std::array<std::string_view, 9> kRows{"E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9"};
constexpr std::array<std::string_view, 7> kHardships{"H0", "H1", "H2", "H3", "H4", "H5", "H6"};

template <class Answers>
auto reply_of(Answers& answers, std::string_view key) -> decltype(&answers.g1) {
    if (key == "G1") return &answers.g1;
    if (key == "G3") return &answers.g3;
    if (key == "G4") return &answers.g4;
    if (key == "G5") return &answers.g5;
    if (key == "G6") return &answers.g6;
    if (key == "G7") return &answers.g7;
    if (key == "N4") return &answers.n4;
    return nullptr;
}

template <class Words>
std::vector<std::string_view> texts(const Words& words) {
    std::vector<std::string_view> out;
    for (const auto& word : words)
        out.push_back(word.text);
    return out;
}

template <class Words, class Enum>
std::string text_of(const Words& words, Enum value) {
    for (const auto& word : words) {
        if (word.value == value) return std::string(word.text);
    }
    return {};
}

template <class Words, class Enum>
bool set_from(const Words& words, std::string_view text, Enum& value) {
    for (const auto& word : words) {
        if (word.text != text) continue;
        value = word.value;
        return true;
    }
    return false;
}

// Codes are one letter and one digit; the digit is the bit.
template <std::size_t Bits, std::size_t Count>
std::vector<std::string> codes_of(const std::bitset<Bits>& bits, const std::array<std::string_view, Count>& codes) {
    std::vector<std::string> out;
    for (const std::string_view code : codes) {
        if (bits.test(static_cast<std::size_t>(code[1] - '0'))) out.emplace_back(code);
    }
    return out;
}

tl::unexpected<base::Error> wrong_value(std::string_view key) {
    return base::fail("screening.value", "the answer to " + std::string(key) +
                                             " is not one of those that this question has: " + screening_words(key));
}

template <std::size_t Bits, std::size_t Count>
base::Result<std::bitset<Bits>> bits_of(std::string_view key, std::span<const std::string> values,
                                        const std::array<std::string_view, Count>& codes) {
    std::bitset<Bits> bits;
    for (const std::string& value : values) {
        if (std::find(codes.begin(), codes.end(), value) == codes.end()) return wrong_value(key);
        const auto bit = static_cast<std::size_t>(value[1] - '0');
        if (bits.test(bit))
            return base::fail("screening.value", "the answer to " + std::string(key) + " names a code twice");
        bits.set(bit);
    }
    return bits;
}

base::Result<void> set_hardships(ScreeningAnswers& answers, std::span<const std::string> values) {
    const std::bitset<7> bits = TRY(bits_of<7>("H", values, kHardships));
    if (bits.test(0) && bits.count() > 1) {
        return base::fail("screening.alone",
                          "the answer to H has H0 (no hardship seen) beside another code; give one or the other");
    }
    answers.h = bits;
    return {};
}

}  // namespace

std::span<const std::string_view> screening_keys() { return kKeys; }

bool is_list_key(std::string_view key) { return key == "E" || key == "H"; }

std::vector<std::string_view> screening_values(std::string_view key) {
    ScreeningAnswers none;
    if (reply_of(none, key) != nullptr) return texts(kReplies);
    if (key == "G2") return texts(kCourtCases);
    if (key == "N1") return texts(kFaults);
    if (key == "E") return {kRows.begin(), kRows.end()};
    if (key == "H") return {kHardships.begin(), kHardships.end()};
    if (key == "agency") return texts(kAgencies);
    if (key == "guardian_is_wrongdoer") return texts(kGuardians);
    return {};
}

std::string screening_words(std::string_view key) {
    std::string words;
    for (const std::string_view value : screening_values(key))
        words += (words.empty() ? "" : ", ") + std::string(value);
    return words;
}

std::vector<std::string> screening_value(const ScreeningAnswers& answers, std::string_view key) {
    if (const Reply* reply = reply_of(answers, key)) return {text_of(kReplies, *reply)};
    if (key == "G2") return {text_of(kCourtCases, answers.g2)};
    if (key == "N1") return {text_of(kFaults, answers.n1)};
    if (key == "E") return codes_of(answers.e, kRows);
    if (key == "H") return codes_of(answers.h, kHardships);
    if (key == "agency") return {text_of(kAgencies, answers.agency)};
    if (key == "guardian_is_wrongdoer") return {text_of(kGuardians, answers.guardian)};
    return {};
}

base::Result<void> set_screening_value(ScreeningAnswers& answers, std::string_view key,
                                       std::span<const std::string> values) {
    if (key == "E") {
        answers.e = TRY(bits_of<10>("E", values, kRows));
        return {};
    }
    if (key == "H") return set_hardships(answers, values);
    if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end()) {
        return base::fail("screening.key", "screening has no question '" + std::string(key) +
                                               "'; the keys are G1-G7, N1, N4, E, H, agency, guardian_is_wrongdoer");
    }
    if (values.size() != 1) return wrong_value(key);
    const std::string& value = values.front();
    bool is_set = false;
    if (Reply* reply = reply_of(answers, key)) is_set = set_from(kReplies, value, *reply);
    if (key == "G2") is_set = set_from(kCourtCases, value, answers.g2);
    if (key == "N1") is_set = set_from(kFaults, value, answers.n1);
    if (key == "agency") is_set = set_from(kAgencies, value, answers.agency);
    if (key == "guardian_is_wrongdoer") is_set = set_from(kGuardians, value, answers.guardian);
    if (!is_set) return wrong_value(key);
    return {};
}

}  // namespace courtyard::domain
