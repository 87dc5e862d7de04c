#include "app/ctl/stick_lines.hpp"

#include <nlohmann/json.hpp>

#include "app/ctl/usage.hpp"

namespace courtyard::ctl {

using Json = nlohmann::ordered_json;

base::Result<void> tell_meeting(const worker::StickMeeting& met, Output& out) {
    Json refused = Json::array();
    for (const worker::RefusedFile& each : met.refused) {
        refused.push_back({{"file", each.name}, {"code", each.error.code}});
        out.line("not taken: " + each.name + " " + each.error.message);
    }
    out.object(Json{{"taken", met.taken},
                    {"for_the_hub", met.queued},
                    {"keys_given", met.made},
                    {"written", met.written},
                    {"roster_changed", met.roster_changed},
                    {"refused", std::move(refused)}});
    out.line(std::to_string(met.taken) + " letter(s) taken from the stick, " + std::to_string(met.written) +
             " written to it");
    if (met.queued > 0)
        out.line(std::to_string(met.queued) + " of them go to the court's hub with this laptop's next sync");
    if (met.roster_changed) out.line("a newer roster came with it");
    if (met.refused.empty()) return {};
    return base::fail(std::string(kToldAlready),
                      std::to_string(met.refused.size()) + " file(s) of the stick were not taken; the first, " +
                          met.refused.front().name + ", " + met.refused.front().error.message);
}

}  // namespace courtyard::ctl
