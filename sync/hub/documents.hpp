// Signed documents that the hub hands out: each court's roster, and the files of its documents folder (the pack). It
// neither makes nor checks them: machines trust the court's signature inside, not the hub.
#pragma once

#include <map>
#include <mutex>

#include "sync/base/result.hpp"
#include "sync/hub/rosters.hpp"
#include "sync/mail/wire.hpp"

namespace courtyard::hub {

inline constexpr std::string_view kRosterName = "roster.cyd";

class Documents {
public:
    [[nodiscard]] mail::DocumentList list(const Court& court, const std::filesystem::path& folder);

    // Bytes [offset, offset + limit) of a listed document. "hub.unknown_document" also when it is another one by now.
    struct Part {
        std::uint64_t total = 0;
        base::Bytes bytes;
    };
    [[nodiscard]] base::Result<Part> read(const Court& court, const std::filesystem::path& folder,
                                          const mail::DocumentRequest& request);

private:
    struct Known {
        FileStamp stamp;
        mail::Document document;
    };
    [[nodiscard]] std::optional<mail::Document> describe(const std::filesystem::path& file);

    std::mutex mutex_;
    std::map<std::string, Known> known_;  // by path: a digest is computed once per change of the file
};

}  // namespace courtyard::hub
