#include "app/domain/woven_text.hpp"

#include <utility>

#include "app/domain/sentence_end.hpp"

namespace courtyard::domain {

void WovenText::add(std::string_view more) {
    put_words(text_, std::exchange(said_, {}), more);
    text_ += more;
}

void WovenText::say(std::string words, bool is_sentence) {
    add({});
    said_ = std::move(words);
    is_sentence_ = is_sentence;
}

std::string WovenText::whole_sentence() const {
    std::string said = said_;
    if (is_sentence_) end_sentence(said);
    return text_ + said;
}

}  // namespace courtyard::domain
