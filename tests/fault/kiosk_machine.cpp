#include "tests/fault/kiosk_machine.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace courtyard::test {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

// "Service/User" -> section, key.
std::pair<std::string, std::string> split(const std::string& place) {
    const auto at = place.find('/');
    return {place.substr(0, at), place.substr(at + 1)};
}

std::string other_value(const std::string& value) {
    if (value == "yes") return "no";
    if (value == "no") return "yes";
    return value.empty() ? "CAP_SYS_ADMIN" : value + "1";
}

// The file that says it: the conf.d file of ours, for a unit the unit itself.
fs::path ini_file(const KioskMachine& machine, const MachineCheck& check) {
    const fs::path unit = machine.at(check.file);
    return fs::exists(unit) ? unit : fs::path(machine.at(check.file).string() + ".d") / "90-courtyard.conf";
}

// Runs over the lines of one section that set one key; `change` returns the new line, or "-" to take it away.
void change_ini(const KioskMachine& machine, const MachineCheck& check,
                const std::function<std::string(const std::string& line)>& change) {
    const fs::path path = ini_file(machine, check);
    const auto [section, key] = split(check.place);
    std::string inside;
    std::vector<std::string> out;
    bool found = false;
    for (const std::string& line : lines_of(machine.read(path))) {
        if (line.starts_with('[')) inside = line;
        if (inside == "[" + section + "]" && line.starts_with(key + "=")) {
            found = true;
            const std::string changed = change(line);
            if (changed != "-") out.push_back(changed);
        } else {
            out.push_back(line);
        }
    }
    REQUIRE_MESSAGE(found, check.id);
    machine.write(path, joined(out));
}

// The same for "key = value" and KEY=value below a folder.
void change_key(const KioskMachine& machine, const MachineCheck& check,
                const std::function<std::string(const std::string& line)>& change) {
    bool found = false;
    for (const auto& entry : fs::directory_iterator(machine.at(check.file))) {
        std::vector<std::string> out;
        for (const std::string& line : lines_of(machine.read(entry.path()))) {
            const bool is_it = check.kind == "module"
                                   ? line == "install " + check.place + " " + check.wanted
                                   : trimmed(line.substr(0, line.find('='))) == check.place && line[0] != '#';
            found = found || is_it;
            const std::string changed = is_it ? change(line) : line;
            if (changed != "-") out.push_back(changed);
        }
        machine.write(entry.path(), joined(out));
    }
    REQUIRE_MESSAGE(found, check.id);
}

void change_line(const KioskMachine& machine, const MachineCheck& check, const std::string& wanted,
                 const std::string& changed) {
    std::vector<std::string> lines = lines_of(machine.read(machine.at(check.file)));
    bool found = false;
    for (std::string& line : lines) {
        if (trimmed(line) != wanted) continue;
        found = true;
        line = changed;
    }
    REQUIRE_MESSAGE(found, check.id);
    machine.write(machine.at(check.file), joined(lines));
}

void append(const KioskMachine& machine, const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    machine.write(path, (fs::exists(path) ? machine.read(path) : "") + text);
}

fs::path unit_of(const KioskMachine& machine, const MachineCheck& check) {
    return machine.at("/etc/systemd/system/" + check.file);
}

std::map<std::string, std::vector<NamedSpoil>> make_spoils() {
    std::map<std::string, std::vector<NamedSpoil>> out;
    out["ini"] = {{"another value",
                   [](const KioskMachine& machine, const MachineCheck& check) {
                       change_ini(machine, check, [](const std::string& line) {
                           const auto at = line.find('=') + 1;
                           return line.substr(0, at) + other_value(line.substr(at));
                       });
                   }},
                  {"taken away",
                   [](const KioskMachine& machine, const MachineCheck& check) {
                       change_ini(machine, check, [](const std::string&) { return "-"; });
                   }},
                  {"said otherwise by a drop-in", [](const KioskMachine& machine, const MachineCheck& check) {
                       const auto [section, key] = split(check.place);
                       append(machine, machine.at(check.file).string() + ".d/95-other.conf",
                              "[" + section + "]\n" + key + "=" + other_value(check.wanted) + "\n");
                   }}};
    out["key"] = {{"another value",
                   [](const KioskMachine& machine, const MachineCheck& check) {
                       change_key(machine, check, [](const std::string& line) {
                           return line.ends_with('"') ? line.substr(0, line.size() - 1) + "1\"" : line + "1";
                       });
                   }},
                  {"taken away",
                   [](const KioskMachine& machine, const MachineCheck& check) {
                       change_key(machine, check, [](const std::string&) { return "-"; });
                   }},
                  {"said otherwise by a later file", [](const KioskMachine& machine, const MachineCheck& check) {
                       append(machine, machine.at(check.file) / "zz-other.conf", check.place + "=7\n");
                   }}};
    out["module"] = {{"another command",
                      [](const KioskMachine& machine, const MachineCheck& check) {
                          change_key(machine, check, [&](const std::string&) {
                              return "install " + check.place + " /sbin/modprobe --ignore-install " + check.place;
                          });
                      }},
                     {"taken away",
                      [](const KioskMachine& machine, const MachineCheck& check) {
                          change_key(machine, check, [](const std::string&) { return "-"; });
                      }},
                     {"said otherwise by a later file", [](const KioskMachine& machine, const MachineCheck& check) {
                          append(machine, machine.at(check.file) / "zz-other.conf",
                                 "install " + check.place + " /bin/true\n");
                      }}};
    const auto option = [](const MachineCheck& check, const std::string& value) {
        return "Option \"" + check.place + "\" \"" + value + "\"";
    };
    out["option"] = {{"another value",
                      [option](const KioskMachine& machine, const MachineCheck& check) {
                          change_line(machine, check, option(check, check.wanted), option(check, "other"));
                      }},
                     {"taken away",
                      [option](const KioskMachine& machine, const MachineCheck& check) {
                          change_line(machine, check, option(check, check.wanted), "# away");
                      }},
                     {"said again", [option](const KioskMachine& machine, const MachineCheck& check) {
                          append(machine, machine.at(check.file), option(check, "other") + "\n");
                      }}};
    out["line"] = {{"another word", [](const KioskMachine& machine, const MachineCheck& check) {
                        change_line(machine, check, check.wanted, "other " + check.wanted);
                    }}};
    out["only"] = {{"one more", [](const KioskMachine& machine, const MachineCheck& check) {
                        append(machine, machine.at(check.file), "one more\n");
                    }}};
    out["masked"] = {{"taken away", [](const KioskMachine& machine,
                                       const MachineCheck& check) { fs::remove(unit_of(machine, check)); }},
                     {"led elsewhere", [](const KioskMachine& machine, const MachineCheck& check) {
                          fs::remove(unit_of(machine, check));
                          fs::create_symlink("/lib/systemd/system/" + check.file, unit_of(machine, check));
                      }}};
    out["enabled"] = {{"taken away", [](const KioskMachine& machine, const MachineCheck& check) {
                           fs::remove(machine.at("/etc/systemd/system/" + check.file + ".wants/" + check.place));
                       }}};
    out["link"] = {{"led elsewhere", [](const KioskMachine& machine, const MachineCheck& check) {
                        fs::remove(machine.at(check.file));
                        fs::create_symlink("/lib/systemd/system/multi-user.target", machine.at(check.file));
                    }}};
    out["mode"] = {{"open to all", [](const KioskMachine& machine, const MachineCheck& check) {
                        fs::permissions(machine.at(check.file), fs::perms::all);
                    }}};
    out["absent"] = {{"there", [](const KioskMachine& machine, const MachineCheck& check) {
                          append(machine, machine.at(check.file), "\n");
                      }}};
    out["same"] = {{"one byte more", [](const KioskMachine& machine, const MachineCheck& check) {
                        append(machine, machine.at(check.file), "#");
                    }}};
    out["no_swap"] = {{"a line", [](const KioskMachine& machine, const MachineCheck& check) {
                           append(machine, machine.at(check.file), "/dev/sda2 none swap sw 0 0\n");
                       }}};
    out["no_login"] = {{"a shell", [](const KioskMachine& machine, const MachineCheck& check) {
                            if (check.place.empty()) {
                                append(machine, machine.at(check.file), "eve:x:1001:1001::/home/eve:/bin/bash\n");
                                return;
                            }
                            std::vector<std::string> lines = lines_of(machine.read(machine.at(check.file)));
                            for (std::string& line : lines)
                                if (line.starts_with(check.place + ":"))
                                    line = line.substr(0, line.rfind(':')) + ":/bin/sh";
                            machine.write(machine.at(check.file), joined(lines));
                        }}};
    out["locked"] = {{"a password", [](const KioskMachine& machine, const MachineCheck& check) {
                          std::vector<std::string> lines = lines_of(machine.read(machine.at(check.file)));
                          for (std::string& line : lines)
                              if (line.starts_with(check.place + ":"))
                                  line = check.place + ":$y$j9T$x:20000:0:99999:7:::";
                          machine.write(machine.at(check.file), joined(lines));
                      }}};
    out["live"] = {{"another value", [](const KioskMachine& machine, const MachineCheck& check) {
                        const fs::path path = machine.live() / check.file;
                        if (check.wanted == "empty") return append(machine, path, "/dev/sda2 partition 1 0 -2\n");
                        if (check.place.empty()) return machine.write(path, "other\n");
                        std::string line = machine.read(path);
                        machine.write(path, line.erase(line.find(check.place), check.place.size()));
                    }}};
    return out;
}

}  // namespace

KioskMachine::KioskMachine() {
    fs::create_directory(root());
    const Ran ran = run({"kiosk_config/provision", "--root", root(), "kiosk_config/provision.example.toml"});
    REQUIRE_MESSAGE(ran.code == 0, (ran.out + ran.err));
    checks_ = checks().size();
    make_live();
    fs::copy(folder_ / "root", folder_ / "kept_root", fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    fs::copy(folder_ / "live", folder_ / "kept_live", fs::copy_options::recursive);
}

void KioskMachine::make_live() const {
    for (const MachineCheck& check : checks()) {
        if (check.kind != "live") continue;
        const fs::path path = live() / check.file;
        if (check.wanted == "empty")
            append(*this, path, "Filename Type Size Used Priority\n");
        else
            append(*this, path, check.place.empty() ? check.wanted + "\n" : check.place + " ");
    }
}

void KioskMachine::restore() const {
    for (const char* part : {"root", "live"}) {
        fs::remove_all(folder_ / part);
        fs::copy(folder_ / (std::string("kept_") + part), folder_ / part,
                 fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    }
}

std::vector<MachineCheck> KioskMachine::checks() {
    // What is filled in comes from a provisioned machine; the list itself needs one.
    TempFolder folder;
    fs::create_directories(folder / "etc/courtyard");
    fs::copy_file("kiosk_config/provision.example.toml", folder / "etc/courtyard/provision.toml");
    const Ran ran = run({"kiosk_config/verify", "--root", folder.path().string(), "--list"});
    REQUIRE_MESSAGE(ran.code == 0, (ran.out + ran.err));
    std::vector<MachineCheck> out;
    for (const std::string& line : lines_of(ran.out)) {
        std::vector<std::string> parts;
        std::size_t from = 0;
        for (std::size_t at = line.find('\t'); at != std::string::npos; at = line.find('\t', from)) {
            parts.push_back(line.substr(from, at - from));
            from = at + 1;
        }
        parts.push_back(line.substr(from));
        REQUIRE_MESSAGE(parts.size() == 5, line);
        out.push_back({parts[0], parts[1], parts[2], parts[3], parts[4]});
    }
    return out;
}

std::set<std::string> KioskMachine::wrong() const {
    const Ran ran = run({"kiosk_config/verify", "--quiet", "--root", root(), "--live", live().string()});
    std::set<std::string> out;
    std::size_t looked = 0;
    for (const std::string& line : lines_of(ran.out)) {
        if (line.starts_with("WRONG  ")) out.insert(line.substr(7, line.find(':') - 7));
        if (line.find(" checks, ") != std::string::npos) looked = std::stoul(line);
    }
    CHECK(ran.err == "");
    REQUIRE_MESSAGE(looked == checks_, (ran.out + ran.err));
    CHECK(ran.code == (out.empty() ? 0 : 1));
    return out;
}

std::string KioskMachine::read(const fs::path& path) const {
    std::ifstream in(path, std::ios::binary);
    REQUIRE_MESSAGE(in.good(), path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

void KioskMachine::write(const fs::path& path, const std::string& text) const {
    std::ofstream(path, std::ios::binary) << text;
}

const std::map<std::string, std::vector<NamedSpoil>>& spoils() {
    static const auto all = make_spoils();
    return all;
}

}  // namespace courtyard::test
