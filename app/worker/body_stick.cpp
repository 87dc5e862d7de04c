#include "app/worker/body_stick.hpp"

#include <system_error>

#include "app/worker/body_mail.hpp"
#include "app/worker/case_bundle.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/partner_desk.hpp"
#include "app/worker/stick_shelf.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

class BodyMeeting {
public:
    BodyMeeting(Machine& machine, fs::path folder, std::string body, base::Instant now, base::Random& random)
        : machine_(machine),
          folder_(std::move(folder)),
          body_(std::move(body)),
          now_(now),
          random_(random),
          shelf_(machine, now) {}

    base::Result<StickMeeting> run() {
        TRY(meet_roster());
        for (const std::string& name : TRY(bundle_names(folder_, "courtyard/body_" + body_)))
            if (name != own_name()) TRY(read(name));
        if (!machine_.is_partner()) {
            met_.taken = shelf_.taken;
            met_.queued = shelf_.queued;
            if (met_.taken > 0) met_.made = TRY(settle_cases(machine_, now_, random_));
            TRY(write_body_letters(machine_, now_, random_));
        }
        const std::vector<OwnedRecord> own = TRY(own_records());
        TRY(write(own));
        return std::move(met_);
    }

private:
    // The newer roster goes on, whichever way: who signs a letter is known from it alone.
    base::Result<void> meet_roster() {
        const fs::path path = folder_ / kRosterDocument;
        std::error_code error;
        if (fs::exists(path, error)) {
            const auto held = os::read_file(path, mail::kRosterBytesMax);
            const auto label =
                held ? seal::label_of(*held) : base::Result<seal::DocumentLabel>(tl::unexpected(held.error()));
            if (label && label->version == machine_.roster_version()) return {};
            if (label && label->version > machine_.roster_version()) {
                const auto taken = machine_.take_roster(*held, now_);
                met_.roster_changed = taken.has_value();
                if (taken && machine_.is_partner()) TRY(reopen_body_letters(machine_));
                if (taken) return {};
                met_.refused.push_back({kRosterDocument, taken.error()});
            }
        }
        const base::Bytes own = TRY(os::read_file(machine_.home().roster(), mail::kRosterBytesMax));
        if (!os::write_file(path, own, os::Privacy::Public)) return cannot_write();
        return {};
    }

    base::Result<void> read(const std::string& name) {
        auto file = read_bundle(folder_ / name, machine_.roster());
        if (!file) {
            met_.refused.push_back({name, file.error()});
            return {};
        }
        if (machine_.is_partner()) return take_letters(file->records);
        // Letters of other laptops of the court lie there, too.
        std::erase_if(file->records, [](const BundledRecord& each) { return each.box == mail::Box::Body; });
        return shelf_.take(file->records);
    }

    base::Result<void> take_letters(const std::vector<BundledRecord>& records) {
        const base::KeyId own = seal::key_id(mail::find_person(machine_.roster(), *machine_.config().person)->seal_key);
        auto inside = TRY(machine_.store().begin());
        for (const BundledRecord& each : records) {
            if (each.box != mail::Box::Body || TRY(seal::parse_header(each.record)).recipient != own) continue;
            const auto kept = TRY(take_body_letter(machine_, inside, {each.record, store::Origin::Stick, now_}));
            if (kept == store::Kept::New) ++met_.taken;
        }
        TRY(inside.commit());
        return {};
    }

    base::Result<std::vector<OwnedRecord>> own_records() {
        std::vector<OwnedRecord> own;
        const bool is_body = machine_.is_partner();
        auto letters = is_body ? letters_by_body(machine_) : letters_to(machine_, body_);
        if (!letters) return tl::unexpected(letters.error());
        for (store::Letter& letter : *letters) {
            mail::Box box = mail::Box::Body;
            if (is_body) box = letter.kind == kBodyAnswerKind ? mail::Box::Cases : mail::Box::Intake;
            const auto row = TRY(machine_.store().outbox.find(letter.id));
            const bool hub_has = row && (row->parcel.delivery == mail::Delivery::Accepted ||
                                         row->parcel.delivery == mail::Delivery::Durable);
            own.push_back({box, hub_has, std::move(letter.record)});
        }
        return own;
    }

    // The newest that fit into one file: years of letters to one body do.
    base::Result<void> write(const std::vector<OwnedRecord>& own) {
        std::vector<BundledRecord> records;
        std::size_t size = bundle_frame_size(machine_.config().court);
        for (auto each = own.rbegin(); each != own.rend() && records.size() < kBundleRecordsMax; ++each) {
            size += bundled_size(each->record.size());
            if (size > kBundleBytesMax) break;
            records.push_back({each->box, each->hub_has, each->record});
        }
        if (records.empty()) return {};
        std::reverse(records.begin(), records.end());
        const auto self = std::get<base::PersonId>(machine_.author());
        const base::Bytes file = print_bundle({machine_.config().court, self, machine_.author_key()}, records);
        if (!os::write_file(folder_ / own_name(), file, os::Privacy::Public)) return cannot_write();
        met_.written = records.size();
        return {};
    }

    [[nodiscard]] std::string own_name() const { return machine_.config().machine.text() + kBundleExtension; }

    Machine& machine_;
    fs::path folder_;
    std::string body_;
    base::Instant now_;
    base::Random& random_;
    StickShelf shelf_;
    StickMeeting met_;
};

// The body may have been given its mailbox since this laptop last heard of the roster: then the newer one lies on the
// very stick that the body has written.
bool learnt_of(Machine& machine, const fs::path& stick, std::string_view body, base::Instant now) {
    if (!mail::is_body_id(body)) return false;
    const fs::path path = stick / "courtyard" / ("body_" + std::string(body)) / kRosterDocument;
    std::error_code error;
    if (!fs::exists(path, error)) return false;
    const auto held = os::read_file(path, mail::kRosterBytesMax);
    const auto label = held ? seal::label_of(*held) : base::Result<seal::DocumentLabel>(tl::unexpected(held.error()));
    return label && label->version > machine.roster_version() && machine.take_roster(*held, now).has_value();
}

}  // namespace

base::Result<StickMeeting> meet_body_stick(Machine& machine, const fs::path& stick, std::string_view body,
                                           base::Instant now, base::Random& random) {
    const mail::Person* partner = nullptr;
    bool is_learnt = false;
    if (machine.is_partner()) {
        partner = mail::find_person(machine.roster(), *machine.config().person);
    } else {
        TRY(must_have_cases(machine));
        partner = mail::find_partner(machine.roster(), body);
        is_learnt = partner == nullptr && learnt_of(machine, stick, body, now);
        if (is_learnt) partner = mail::find_partner(machine.roster(), body);
    }
    if (partner == nullptr) return base::fail("body.unknown", machine.pack().words.text("body.unknown"));
    std::error_code error;
    if (!fs::is_directory(stick, error))
        return base::fail("stick.folder", "there is no folder of this name: is the stick in?");
    const fs::path folder = stick / "courtyard" / ("body_" + partner->body);
    fs::create_directories(folder, error);
    if (error) return cannot_write();
    auto met = BodyMeeting(machine, folder, partner->body, now, random).run();
    if (met) met->roster_changed = met->roster_changed || is_learnt;
    return met;
}

}  // namespace courtyard::worker
