// Every text of a pack that a screen can show, by the key that names its recording (audio/<key>.opus).
#pragma once

#include <map>
#include <string>

#include "app/pack/pack.hpp"

namespace courtyard::pack {

// Words of text/*.toml under their own key. Else F1.06.ask .hint .label .option.1, F1.51.column.2.ask .label .hint
// .option.1, section.<id>, path.1.title .say (of
// `self guardian agent joint helper`), screening.G1.ask .hint .option.1 .help.1, outcome.OUT-A.title .say .next.1,
// rule.1.reason, door.<id>.title .who .say, topic.<id>.title .body.1, question.4.ask .answer, notice.title .1,
// consent.1, consent.F3.1, status.FILED.say .next, contact.<id>.name .say. Counted from 1.
[[nodiscard]] std::map<std::string, std::string, std::less<>> speakable(const Pack& pack);

}  // namespace courtyard::pack
