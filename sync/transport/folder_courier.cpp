#include "sync/transport/folder_courier.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

#include "sync/mail/errors.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::transport {

namespace fs = std::filesystem;
using base::Bytes;
using base::ByteView;
using base::Result;
using mail::mail_error;

namespace {

constexpr std::string_view kAsk = ".ask";
constexpr std::string_view kAnswer = ".answer";

std::string stem_of(ByteView request) { return seal::sha256(request).text().substr(0, 16); }

bool is_ask(const fs::path& path) {
    const std::string name = path.filename().string();
    const std::string stem = path.stem().string();
    return path.extension() == kAsk && stem.size() == 16 &&
           stem.find_first_not_of("0123456789abcdef") == std::string::npos && name.size() == 16 + kAsk.size();
}

Result<std::vector<fs::path>> asks_in(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> asks;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (is_ask(at->path()) && asks.size() < kCarriedFilesMax) asks.push_back(at->path());
    }
    if (error) return tl::unexpected(mail_error("carrier.folder"));
    std::sort(asks.begin(), asks.end());
    return asks;
}

}  // namespace

FolderCourier::FolderCourier(fs::path folder, std::vector<seal::VerifyKey> hub_keys)
    : WireCourier(std::move(hub_keys)), folder_(std::move(folder)) {}

Result<Bytes> FolderCourier::exchange(ByteView request) {
    const std::string stem = stem_of(request);
    const fs::path ask = folder_ / (stem + std::string(kAsk));
    const fs::path answer = folder_ / (stem + std::string(kAnswer));
    if (auto bytes = os::read_file(answer, mail::kMessageBytesMax)) {
        std::error_code ignored;  // a stick that cannot be written any more still brought the answer
        fs::remove(ask, ignored);
        fs::remove(answer, ignored);
        return bytes;
    }
    std::error_code error;
    if (!fs::is_directory(folder_, error)) return tl::unexpected(mail_error("carrier.folder"));
    const auto held = os::read_file(ask, mail::kMessageBytesMax);
    const bool is_there = held && std::equal(held->begin(), held->end(), request.begin(), request.end());
    if (!is_there && !os::write_file(ask, request, os::Privacy::Public))
        return tl::unexpected(mail_error("carrier.folder"));
    return tl::unexpected(mail_error("carrier.waiting"));
}

Result<Carried> carry_folder(const fs::path& folder, WireCourier& hub) {
    Carried carried;
    for (const fs::path& ask : TRY(asks_in(folder))) {
        fs::path answer = ask;
        answer.replace_extension(kAnswer);
        std::error_code error;
        if (fs::exists(answer, error)) continue;  // brought before, not collected yet
        const auto request = os::read_file(ask, mail::kMessageBytesMax);
        // A file that is not a request under its own name was damaged on the stick: its sender will write it again.
        if (!request || ask.stem().string() != stem_of(*request) || !mail::parse_request(*request)) continue;
        ++carried.asked;
        const Bytes bytes = TRY(hub.relay(*request));
        if (!os::write_file(answer, bytes, os::Privacy::Public)) return tl::unexpected(mail_error("carrier.folder"));
        ++carried.answered;
    }
    return carried;
}

}  // namespace courtyard::transport
