// A kiosk's machine that was provisioned into a folder, and ways to spoil it: what the tests of kiosk_config/ work on.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/support/process.hpp"
#include "tests/support/temp_folder.hpp"

namespace courtyard::test {

// One line of `verify --list`.
struct MachineCheck {
    std::string id, kind, file, place, wanted;
};

class KioskMachine {
public:
    KioskMachine();  // provisioned from provision.example.toml
    [[nodiscard]] std::string root() const { return (folder_ / "root").string(); }
    [[nodiscard]] std::filesystem::path at(const std::string& path) const { return root() + path; }
    [[nodiscard]] std::filesystem::path live() const { return folder_ / "live"; }

    [[nodiscard]] static std::vector<MachineCheck> checks();
    // Ids of the checks that fail now; REQUIREs that verify itself worked.
    [[nodiscard]] std::set<std::string> wrong() const;

    [[nodiscard]] std::string read(const std::filesystem::path& path) const;
    void write(const std::filesystem::path& path, const std::string& text) const;
    // Everything as it was after provisioning.
    void restore() const;

private:
    void make_live() const;  // a /proc in which all is well
    TempFolder folder_;
    std::size_t checks_ = 0;
};

// Ways to spoil what one kind of check looks at; each must make that check, and no other, fail.
using Spoil = std::function<void(const KioskMachine&, const MachineCheck&)>;
struct NamedSpoil {
    const char* name;
    Spoil spoil;
};
[[nodiscard]] const std::map<std::string, std::vector<NamedSpoil>>& spoils();

}  // namespace courtyard::test
