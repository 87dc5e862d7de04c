// Words that somebody wrote, put into a sentence: where both end, one mark is enough, and two read as a slip of the
// pen.
#pragma once

#include <string>
#include <string_view>

namespace courtyard::domain {

// Appends `words` to `out`, which goes on with `rest`. A full stop, comma or the like at the end of the words gives way
// to the mark that follows, behind closing quotation marks and brackets too; after an exclamation or a question it is
// the full stop that follows which goes, and what stands before it is taken from `rest` as well.
void put_words(std::string& out, std::string_view words, std::string_view& rest);

// A sentence that somebody left without its mark gets a full stop; a comma or the like at its end gives way to it. What
// ends already, a mark within closing quotation marks or brackets too, stays as it is; nothing stays nothing.
void end_sentence(std::string& words);

}  // namespace courtyard::domain
