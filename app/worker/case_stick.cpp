#include "app/worker/case_stick.hpp"

#include <algorithm>
#include <system_error>

#include "app/worker/body_mail.hpp"
#include "app/worker/case_bundle.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/stick_shelf.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr int kPageOfMarks = 4'096;

class Meeting {
public:
    Meeting(Machine& machine, fs::path folder, base::Instant now, base::Random& random)
        : machine_(machine), folder_(std::move(folder)), now_(now), random_(random), shelf_(machine, now) {}

    base::Result<StickMeeting> run() {
        TRY(meet_roster());
        TRY(write_body_letters(machine_, now_, random_));
        for (const std::string& name : TRY(bundle_names(folder_, "courtyard/cases")))
            TRY(read(name));
        met_.taken = shelf_.taken;
        met_.queued = shelf_.queued;
        // Also when nothing came: another day has passed, and the leader is told who looked at what.
        met_.made = TRY(settle_cases(machine_, now_, random_));
        TRY(write_missing());
        TRY(forget_left_cases(machine_));
        return std::move(met_);
    }

private:
    // Whoever joined the court is known from its newest roster alone: the stick carries that, too.
    base::Result<void> meet_roster() {
        const fs::path path = folder_ / kRosterDocument;
        const base::Bytes own = TRY(os::read_file(machine_.home().roster(), mail::kRosterBytesMax));
        std::error_code error;
        if (fs::exists(path, error)) {
            const auto held = os::read_file(path, mail::kRosterBytesMax);
            if (held && *held == own) return {};
            const auto taken = held ? take_newer_roster(*held) : base::Result<bool>(tl::unexpected(held.error()));
            if (taken && *taken) return {};
            if (!taken) met_.refused.push_back({kRosterDocument, taken.error()});
        }
        if (!os::write_file(path, own, os::Privacy::Public)) return cannot_write();
        return {};
    }

    base::Result<bool> take_newer_roster(base::ByteView file) {
        const seal::DocumentLabel label = TRY(seal::label_of(file));
        if (label.version <= machine_.roster_version()) return false;
        TRY(machine_.take_roster(file, now_));
        met_.roster_changed = true;
        return true;
    }

    // A file is taken whole, in one transaction, or not at all.
    base::Result<void> read(const std::string& name) {
        const auto file = read_bundle(folder_ / name, machine_.roster());
        if (!file) {
            met_.refused.push_back({name, file.error()});
            // Ours: what it held is missing now, and is written anew.
            std::error_code ignored;
            if (is_own(name)) fs::remove(folder_ / name, ignored);
            return {};
        }
        TRY(shelf_.take(file->records));
        for (const BundledRecord& each : file->records)
            on_stick_.push_back(mark_of(each.record));
        if (is_own(name)) last_own_ = std::max(last_own_, number_of(name));
        return {};
    }

    base::Result<void> write_missing() {
        std::sort(on_stick_.begin(), on_stick_.end());
        TRY(begin_where_ours_ends());
        std::int64_t after = 0;
        while (true) {
            const auto marks = TRY(machine_.store().case_records.marks(after, kPageOfMarks));
            for (const store::CaseRecords::Mark& mark : marks) {
                after = mark.place;
                if (has({mark.id, mark.hash})) continue;
                OwnedRecord record = TRY(shelf_.case_record(mark));
                TRY(add(std::move(record)));
            }
            if (marks.size() < kPageOfMarks) break;
        }
        for (const mail::MailboxName& mailbox : TRY(machine_.store().outbox.mailboxes_on_the_way())) {
            if (mailbox.box == mail::Box::Cases) continue;
            for (const mail::Parcel& parcel : TRY(shelf_.waiting(mailbox))) {
                if (has({parcel.id, parcel.hash})) continue;
                OwnedRecord record{mailbox.box, false, TRY(machine_.store().outbox.record(parcel.id))};
                TRY(add(std::move(record)));
            }
        }
        return flush();
    }

    // The last file is filled up before another is begun, so that a year of meetings leaves no thousand files.
    base::Result<void> begin_where_ours_ends() {
        size_ = bundle_frame_size(machine_.config().court);
        if (last_own_ == 0) {
            last_own_ = 1;
            return {};
        }
        const base::Bytes file = TRY(os::read_file(folder_ / name_of(last_own_), kBundleBytesMax));
        for (const BundledRecord& each : TRY(open_bundle(file, machine_.roster())))
            TRY(add({each.box, each.hub_has, base::Bytes(each.record.begin(), each.record.end())}));
        fresh_ = 0;
        return {};
    }

    base::Result<void> add(OwnedRecord record) {
        const std::size_t size = bundled_size(record.record.size());
        if (size_ + size > kBundleBytesMax || pending_.size() == kBundleRecordsMax) {
            TRY(flush());
            pending_.clear();
            size_ = bundle_frame_size(machine_.config().court);
            ++last_own_;
        }
        size_ += size;
        ++fresh_;
        pending_.push_back(std::move(record));
        return {};
    }

    base::Result<void> flush() {
        if (fresh_ == 0) return {};
        std::vector<BundledRecord> records;
        for (const OwnedRecord& each : pending_)
            records.push_back({each.box, each.hub_has, each.record});
        const auto self = std::get<base::PersonId>(machine_.author());
        const base::Bytes file = print_bundle({machine_.config().court, self, machine_.author_key()}, records);
        std::vector<base::RecordId> leaving;
        for (std::size_t i = records.size() - fresh_; i < records.size(); ++i)
            leaving.push_back(mark_of(records[i].record).id);
        TRY(shelf_.have_left(leaving));
        if (!os::write_file(folder_ / name_of(last_own_), file, os::Privacy::Public)) return cannot_write();
        met_.written += fresh_;
        fresh_ = 0;
        return {};
    }

    [[nodiscard]] std::string name_of(int number) const {
        std::string digits = std::to_string(number);
        digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
        return machine_.config().machine.text() + "-" + digits + kBundleExtension;
    }
    [[nodiscard]] bool is_own(const std::string& name) const { return name == name_of(number_of(name)); }
    [[nodiscard]] static int number_of(const std::string& name) {
        constexpr std::size_t kStart = 2 * base::MachineId::kSize + 1;
        int number = 0;
        for (std::size_t i = kStart; i < name.size() && i < kStart + 5 && name[i] >= '0' && name[i] <= '9'; ++i)
            number = number * 10 + (name[i] - '0');
        return number;
    }
    [[nodiscard]] bool has(const RecordMark& mark) const {
        return std::binary_search(on_stick_.begin(), on_stick_.end(), mark);
    }

    Machine& machine_;
    fs::path folder_;
    base::Instant now_;
    base::Random& random_;
    StickShelf shelf_;
    StickMeeting met_;
    std::vector<RecordMark> on_stick_;  // 32 bytes each
    int last_own_ = 0;
    std::vector<OwnedRecord> pending_;  // of the file that is being filled
    std::size_t size_ = 0;
    std::size_t fresh_ = 0;
};

}  // namespace

base::Result<StickMeeting> meet_case_stick(Machine& machine, const fs::path& stick, base::Instant now,
                                           base::Random& random) {
    TRY(must_have_cases(machine));
    std::error_code error;
    if (!fs::is_directory(stick, error))
        return base::fail("stick.folder", "there is no folder of this name: is the stick in?");
    const fs::path folder = stick / "courtyard" / "cases";
    fs::create_directories(folder, error);
    if (error) return cannot_write();
    return Meeting(machine, folder, now, random).run();
}

}  // namespace courtyard::worker
