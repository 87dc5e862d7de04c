#include "tests/e2e/memory_scan.hpp"

#include <fcntl.h>
#include <iconv.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::test {

namespace {

constexpr std::size_t kPiece = 1U << 20;
constexpr std::size_t kPage = 4096;
constexpr std::size_t kOverlap = 4096;  // longer than any form

std::string encoded(const std::string& utf8, const char* encoding) {
    iconv_t converter = ::iconv_open(encoding, "UTF-8");
    std::string out(utf8.size() * 4 + 16, '\0');
    char* from = const_cast<char*>(utf8.data());
    char* to = out.data();
    std::size_t from_left = utf8.size(), to_left = out.size();
    ::iconv(converter, &from, &from_left, &to, &to_left);
    ::iconv_close(converter);
    out.resize(out.size() - to_left);
    return out;
}

// Whole groups of three bytes only: what comes after depends on what follows.
std::string base64(const std::string& bytes) {
    static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i + 3 <= bytes.size(); i += 3) {
        unsigned group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | static_cast<unsigned char>(bytes[i + k]);
        for (unsigned shift = 24; shift > 0; shift -= 6)
            text += kLetters[group >> (shift - 6) & 63U];
    }
    return text;
}

struct Stat {
    std::string state;
    pid_t parent = -1;
};

Stat stat_of(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    Stat stat;
    const auto after_name = line.rfind(')');
    if (after_name == std::string::npos) return stat;
    std::istringstream rest(line.substr(after_name + 1));
    rest >> stat.state >> stat.parent;
    return stat;
}

struct Range {
    std::uint64_t from = 0, to = 0;
};

std::vector<Range> writable(pid_t process) {
    std::ifstream maps("/proc/" + std::to_string(process) + "/maps");
    std::vector<Range> ranges;
    std::string line;
    while (std::getline(maps, line)) {
        std::istringstream words(line);
        std::string addresses, rights;
        words >> addresses >> rights;
        const auto dash = addresses.find('-');
        if (dash == std::string::npos || rights.substr(0, 2) != "rw") continue;
        ranges.push_back({std::stoull(addresses.substr(0, dash), nullptr, 16),
                          std::stoull(addresses.substr(dash + 1), nullptr, 16)});
    }
    return ranges;
}

// All forms of all canaries in one pass: a form is compared only where two of its bytes stand.
class Search {
public:
    explicit Search(const std::vector<Canary>& canaries) : canaries_(canaries), is_probed_(1U << 16) {
        for (std::size_t i = 0; i < canaries.size(); ++i)
            for (const std::string& form : canaries[i].forms) {
                COURTYARD_CHECK(form.size() >= kFormMin && form.size() <= kOverlap);  // an empty one is everywhere
                const std::size_t at = probe_of(form);
                const std::uint16_t pair = pair_at(form.data() + at);
                probes_[pair].push_back({i, at, &form});
                is_probed_[pair] = 1;
            }
    }
    [[nodiscard]] std::set<std::size_t> in(const char* text, std::size_t size) const {
        std::set<std::size_t> found;
        const std::uint8_t* const is_probed = is_probed_.data();
        for (std::size_t at = 0; at + 1 < size; ++at) {
            if (at % kPage == 0 && is_blank(text + at, std::min(kPage + 1, size - at))) {
                at += kPage - 1;
                continue;
            }
            if (is_probed[pair_at(text + at)] == 0) continue;
            for (const Probe& probe : probes_.at(pair_at(text + at)))
                if (at >= probe.at && probe.form->size() <= size - (at - probe.at) &&
                    std::memcmp(text + at - probe.at, probe.form->data(), probe.form->size()) == 0)
                    found.insert(probe.canary);
        }
        return found;
    }
    [[nodiscard]] const std::string& name(std::size_t canary) const { return canaries_[canary].name; }

private:
    struct Probe {
        std::size_t canary = 0;
        std::size_t at = 0;  // where in the form the two bytes stand
        const std::string* form = nullptr;
    };
    static std::uint16_t pair_at(const char* text) {
        std::uint16_t pair = 0;
        std::memcpy(&pair, text, sizeof pair);
        return pair;
    }
    static bool is_blank(const char* text, std::size_t size) {
        return text[0] == 0 && std::memcmp(text, text + 1, size - 1) == 0;
    }
    // Not at zeros, of which memory is full.
    static std::size_t probe_of(const std::string& form) {
        for (std::size_t at = 0; at + 1 < form.size(); ++at)
            if (form[at] != 0 && form[at + 1] != 0) return at;
        const auto one = std::find_if(form.begin(), form.end() - 2, [](char c) { return c != 0; });
        return static_cast<std::size_t>(one - form.begin());
    }

    const std::vector<Canary>& canaries_;
    std::map<std::uint16_t, std::vector<Probe>> probes_;  // by the two bytes
    std::vector<std::uint8_t> is_probed_;
};

std::set<std::size_t> found_in(int memory, const std::vector<Range>& ranges, const Search& search) {
    std::set<std::size_t> all;
    std::string piece(kPiece + kOverlap, '\0');
    for (const Range& range : ranges) {
        // Pieces overlap, so that what lies across their border is found.
        for (std::uint64_t at = range.from; at < range.to; at += kPiece) {
            const std::size_t want = std::min<std::uint64_t>(piece.size(), range.to - at);
            const ssize_t got = ::pread(memory, piece.data(), want, static_cast<off_t>(at));
            if (got > 0) all.merge(search.in(piece.data(), static_cast<std::size_t>(got)));
        }
    }
    base::wipe(piece);
    return all;
}

}  // namespace

std::vector<pid_t> process_tree(pid_t root) {
    std::vector<std::pair<pid_t, pid_t>> all;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c) != 0; }))
            all.emplace_back(std::stoi(name), stat_of(std::stoi(name)).parent);
    }
    std::vector<pid_t> tree{root};
    for (std::size_t i = 0; i < tree.size(); ++i)
        for (const auto& [process, parent] : all)
            if (parent == tree[i]) tree.push_back(process);
    return tree;
}

std::string program_of(pid_t process) {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/" + std::to_string(process) + "/exe", error).filename();
}

bool is_stopped(pid_t process) { return stat_of(process).state == "T"; }
pid_t parent_of(pid_t process) { return stat_of(process).parent; }

Canary text_canary(const std::string& utf8) {
    static constexpr char kHex[] = "0123456789abcdef";
    std::string hex;
    for (const unsigned char c : utf8) {
        hex += kHex[c >> 4U];
        hex += kHex[c & 15U];
    }
    return {utf8,
            {utf8, encoded(utf8, "UTF-16LE"), encoded(utf8, "UTF-32LE"), encoded(utf8, "GB18030"), hex, base64(utf8)}};
}

std::vector<Found> in_memory(const std::vector<pid_t>& processes, const std::vector<Canary>& canaries) {
    const Search search(canaries);
    std::vector<Found> found;
    for (const pid_t process : processes) {
        const std::string who = program_of(process) + " (process " + std::to_string(process) + ")";
        const int memory = ::open(("/proc/" + std::to_string(process) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
        if (memory < 0) {
            if (errno != ENOENT && errno != ESRCH)
                found.push_back({std::string("its memory may not be read: ") + std::strerror(errno), who});
            continue;
        }
        for (const std::size_t canary : found_in(memory, writable(process), search))
            found.push_back({search.name(canary), who});
        ::close(memory);
    }
    return found;
}

std::vector<Found> in_files(const std::filesystem::path& folder, const std::vector<Canary>& canaries) {
    const Search search(canaries);
    std::vector<Found> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        for (const std::size_t canary : search.in(text.data(), text.size()))
            found.push_back({search.name(canary), entry.path().filename().string()});
    }
    return found;
}

}  // namespace courtyard::test
