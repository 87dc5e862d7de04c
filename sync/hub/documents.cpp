#include "sync/hub/documents.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "sync/mail/errors.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::hub {

namespace fs = std::filesystem;

namespace {

bool is_name(const std::string& name) {
    return !name.empty() && name.size() <= 64 && name != kRosterName && name.find("..") == std::string::npos &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") == std::string::npos &&
           name.find_first_of("._-") != 0;
}

base::Bytes slice(base::ByteView bytes, std::uint64_t offset, std::uint64_t limit) {
    const std::uint64_t from = std::min<std::uint64_t>(offset, bytes.size());
    const base::ByteView part = bytes.subspan(from, std::min<std::uint64_t>(limit, bytes.size() - from));
    return {part.begin(), part.end()};
}

}  // namespace

std::optional<mail::Document> Documents::describe(const fs::path& file) {
    const auto stamp = stamp_of(file);
    if (!stamp || stamp->size > mail::kDocumentBytesMax) return std::nullopt;
    const std::lock_guard guard(mutex_);
    const auto known = known_.find(file.string());
    if (known != known_.end() && known->second.stamp == *stamp) return known->second.document;
    const auto bytes = os::read_file(file, mail::kDocumentBytesMax);
    if (!bytes) return std::nullopt;
    const auto label = seal::label_of(*bytes);
    const mail::Document document{file.filename().string(), label ? label->version : 0, bytes->size(),
                                  seal::sha256(*bytes)};
    known_[file.string()] = {*stamp, document};
    return document;
}

mail::DocumentList Documents::list(const Court& court, const fs::path& folder) {
    mail::DocumentList list;
    list.documents.push_back({std::string(kRosterName), court.roster.version, court.document.size(), court.digest});
    std::error_code error;
    if (!folder.empty()) {
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            const std::string name = at->path().filename().string();
            if (list.documents.size() >= mail::kDocumentsMax || !is_name(name) || !at->is_regular_file(error)) continue;
            if (auto document = describe(at->path())) list.documents.push_back(std::move(*document));
        }
    }
    std::sort(list.documents.begin(), list.documents.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return list;
}

base::Result<Documents::Part> Documents::read(const Court& court, const fs::path& folder,
                                              const mail::DocumentRequest& request) {
    const auto unknown = [] { return tl::unexpected(mail::mail_error("hub.unknown_document")); };
    if (request.name == kRosterName) {
        if (request.digest != court.digest) return unknown();
        return Part{court.document.size(), slice(court.document, request.offset, request.limit)};
    }
    if (folder.empty() || !is_name(request.name)) return unknown();
    const fs::path path = folder / request.name;
    const auto document = describe(path);
    if (!document || document->digest != request.digest) return unknown();
    Part part;
    part.total = document->size;
    if (request.offset >= part.total) return part;
    part.bytes.resize(std::min(request.limit, part.total - request.offset));
    std::ifstream file(path, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(request.offset));
    file.read(reinterpret_cast<char*>(part.bytes.data()), static_cast<std::streamsize>(part.bytes.size()));
    if (!file) return unknown();
    return part;
}

}  // namespace courtyard::hub
