#include "sync/hub/durability.hpp"

#include <algorithm>

#include "sync/base/toml.hpp"
#include "sync/mail/wire.hpp"
#include "sync/os/files.hpp"

namespace courtyard::hub {

namespace {

constexpr std::size_t kMarksBytesMax = 1u << 20;

std::optional<std::map<std::string, std::uint64_t>> read_marks(const std::filesystem::path& file) {
    const auto bytes = os::read_file(file, kMarksBytesMax);
    if (!bytes) return std::nullopt;
    std::map<std::string, std::uint64_t> marks;
    const auto table = base::parse_toml(base::as_text(*bytes));
    if (!table) return std::nullopt;
    for (const auto& [key, value] : *table) {
        const auto seq = value.value_exact<std::int64_t>();
        if (!mail::MailboxName::parse(key.str()) || !seq || *seq < 0) return std::nullopt;
        marks[std::string(key.str())] = std::min<std::uint64_t>(static_cast<std::uint64_t>(*seq), mail::kSeqMax);
    }
    return marks;
}

}  // namespace

Durability::Durability(Durable durable, std::filesystem::path file, Log& log)
    : durable_(durable), file_(std::move(file)), log_(log) {}

void Durability::refresh(base::Instant now) {
    const auto stamp = stamp_of(file_);
    if (!stamp || stamp == stamp_) return;
    stamp_ = stamp;
    if (auto marks = read_marks(file_)) {
        marks_ = std::move(*marks);
    } else {
        log_.write(now, Level::Error, "durable.unreadable", "");
    }
}

std::uint64_t Durability::up_to(const mail::MailboxName& mailbox, std::uint64_t head, base::Instant now) {
    if (durable_ == Durable::Commit) return head;
    const std::lock_guard guard(mutex_);
    refresh(now);
    const auto found = marks_.find(mailbox.text());
    return found == marks_.end() ? 0 : std::min(head, found->second);
}

}  // namespace courtyard::hub
