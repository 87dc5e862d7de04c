#include "tests/e2e/memory_scan.hpp"

#include <fcntl.h>
#include <iconv.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

#include "sync/base/bytes.hpp"

namespace courtyard::test {

namespace {

constexpr std::size_t kPiece = 1U << 20;

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

pid_t parent_of(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    const auto after_name = line.rfind(')');
    if (after_name == std::string::npos) return -1;
    std::istringstream rest(line.substr(after_name + 1));
    std::string state;
    pid_t parent = -1;
    rest >> state >> parent;
    return parent;
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

bool holds(const std::string& text, std::size_t size, const std::string& wanted) {
    return ::memmem(text.data(), size, wanted.data(), wanted.size()) != nullptr;
}

}  // namespace

std::vector<pid_t> process_tree(pid_t root) {
    std::vector<std::pair<pid_t, pid_t>> all;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c) != 0; }))
            all.emplace_back(std::stoi(name), parent_of(std::stoi(name)));
    }
    std::vector<pid_t> tree{root};
    for (std::size_t i = 0; i < tree.size(); ++i)
        for (const auto& [process, parent] : all)
            if (parent == tree[i]) tree.push_back(process);
    return tree;
}

std::vector<std::string> forms_of(const std::string& utf8) {
    static constexpr char kHex[] = "0123456789abcdef";
    std::string hex;
    for (const unsigned char c : utf8) {
        hex += kHex[c >> 4U];
        hex += kHex[c & 15U];
    }
    return {utf8, encoded(utf8, "UTF-16LE"), encoded(utf8, "UTF-32LE"), encoded(utf8, "GB18030"), hex, base64(utf8)};
}

std::vector<std::string> in_memory(pid_t process, const std::vector<std::string>& canaries) {
    std::vector<std::string> found;
    const std::string who = "process " + std::to_string(process);
    const int memory = ::open(("/proc/" + std::to_string(process) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    if (memory < 0) return {who + ": its memory may not be read: " + std::strerror(errno)};
    std::string piece(kPiece + 256, '\0');
    for (const Range& range : writable(process)) {
        // Pieces overlap, so that what lies across their border is found.
        for (std::uint64_t at = range.from; at < range.to; at += kPiece) {
            const std::size_t want = std::min<std::uint64_t>(piece.size(), range.to - at);
            const ssize_t got = ::pread(memory, piece.data(), want, static_cast<off_t>(at));
            if (got <= 0) continue;
            for (const std::string& canary : canaries)
                for (const std::string& form : forms_of(canary))
                    if (holds(piece, static_cast<std::size_t>(got), form)) found.push_back(who + ": " + canary);
        }
    }
    ::close(memory);
    base::wipe(piece);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<std::string> in_files(const std::filesystem::path& folder, const std::vector<std::string>& canaries) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        for (const std::string& canary : canaries)
            for (const std::string& form : forms_of(canary))
                if (holds(text, text.size(), form)) found.push_back(entry.path().filename().string() + ": " + canary);
    }
    return found;
}

}  // namespace courtyard::test
