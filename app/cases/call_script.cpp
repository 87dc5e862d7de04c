#include "app/cases/call_script.hpp"

#include <array>
#include <utility>

namespace courtyard::cases {

namespace {

// A line with a word that nobody has is not said at all.
class Saying {
public:
    Saying(const domain::SafeContact& contact, const CallNames& names)
        : blanks_{{{"{court}", names.court},
                   {"{staff}", names.staff},
                   {"{applicant}", names.applicant},
                   {"{word}", names.day_word},
                   {"{own_word}", contact.word}}} {}

    void add(const std::vector<std::string>& lines, std::vector<std::string>& to) const {
        for (std::string line : lines)
            if (fill(line)) to.push_back(std::move(line));
    }

private:
    [[nodiscard]] bool fill(std::string& line) const {
        for (const auto& [blank, with] : blanks_) {
            for (std::size_t at = line.find(blank); at != std::string::npos; at = line.find(blank, at + with.size())) {
                if (with.empty()) return false;
                line.replace(at, blank.size(), with);
            }
        }
        return true;
    }

    std::array<std::pair<std::string_view, const std::string&>, 5> blanks_;
};

}  // namespace

bool is_quiet_call(const domain::RevisitGuide& guide, const domain::SafeContact& contact) {
    return domain::is_guarded(contact, guide.contact) || domain::goes_by_relay(contact, guide.contact);
}

SpokenScript call_script(const domain::RevisitGuide& guide, const domain::SafeContact& contact,
                         const CallNames& names) {
    const domain::CallScript& said = is_quiet_call(guide, contact) ? guide.quiet : guide.open;
    const Saying saying(contact, names);
    SpokenScript out;
    if (domain::goes_by_relay(contact, guide.contact)) saying.add(said.relay, out.lines);
    saying.add(said.opening, out.lines);
    saying.add(said.known, out.lines);
    out.rules = guide.rules;
    out.rules.insert(out.rules.end(), said.rules.begin(), said.rules.end());
    return out;
}

}  // namespace courtyard::cases
