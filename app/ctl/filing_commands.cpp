#include <algorithm>
#include <optional>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/camera/photo.hpp"
#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/pack/application_json.hpp"
#include "app/worker/filing.hpp"
#include "app/worker/printing.hpp"
#include "app/worker/slip_files.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

Json warnings_json(const std::vector<domain::Problem>& warnings, const pack::Pack& pack) {
    Json list = Json::array();
    for (const domain::Problem& warning : warnings)
        list.push_back({{"field", domain::place(warning)},
                        {"code", warning.code},
                        {"says", pack.words.text(warning.code, warning.params)}});
    return list;
}

// `files`: nothing when the slip could not be written; then this is the only place where the query code is told.
void tell_receipt(const worker::Receipt& receipt, const std::optional<worker::SlipFiles>& files,
                  const std::optional<base::Result<void>>& printed, const std::vector<domain::Problem>& warnings,
                  const pack::Pack& pack, Output& out) {
    std::string code(base::as_text(receipt.code().view()));
    const bool holds = files && receipt.holds_application();
    Json told{{"receipt_number", receipt.number()},
              {"record_id", receipt.record_id().text()},
              {"query_code", code},
              {"papers", receipt.papers()},
              {"slip", files ? Json(files->picture.string()) : Json(nullptr)},
              {"receipt", files ? Json(files->text.string()) : Json(nullptr)},
              {"slip_holds_application", holds},
              {"warnings", warnings_json(warnings, pack)}};
    if (printed) told["printed"] = printed->has_value();
    if (printed && !*printed) told["printer"] = printed->error().code;
    out.object(told);
    out.line("receipt number: " + receipt.number());
    out.line("record id:      " + receipt.record_id().text());
    out.line("query code:     " + code);
    base::wipe(code);
    if (files) {
        out.line("slip:           " + files->picture.string());
        out.line("receipt:        " + files->text.string());
        if (!holds)
            out.line(
                "The slip does not hold the application: it is too large to print. Until the next sync has sent it, "
                "this machine has the only copy.");
    }
    if (printed && !*printed && files) {
        out.line("The slip was not printed (" + printed->error().message +
                 "). It is not lost: courtyardctl print receipt --image " + files->picture.string() +
                 " --printer home prints it.");
    }
    for (const domain::Problem& warning : warnings)
        out.line("filed, but look at " + pack::sentence(pack, warning));
}

// On the home's own printer. The slip lies in its folder whatever becomes of it.
base::Result<void> print_slip(const worker::Receipt& receipt, const Common& common) {
    const worker::PrintRoom room = TRY(worker::print_room_of(worker::Home{common.home}));
    printing::Order order;
    order.what = printing::What::Receipt;
    order.receipt = worker::facts_of(receipt);
    order.at = os::now();
    const auto printed = worker::print(room, order);
    printing::wipe(order);
    return printed;
}

// Photos as they are given, NAME=FILE, made into what is sealed: straight, small, nothing but the picture.
struct Photos {
    std::vector<std::pair<std::string, base::Bytes>> all;
    ~Photos() {
        for (auto& [paper, jpeg] : all)
            base::wipe(jpeg);
    }
    [[nodiscard]] std::vector<worker::Attachment> attachments() const {
        std::vector<worker::Attachment> out;
        for (const auto& [paper, jpeg] : all) {
            const auto same =
                std::count_if(out.begin(), out.end(), [&](const auto& one) { return one.paper == paper; });
            out.push_back({paper, static_cast<int>(same) + 1, jpeg});
        }
        return out;
    }
};

base::Result<void> read_photos(const std::vector<std::string>& given, Photos& photos) {
    for (const std::string& one : given) {
        const std::size_t sign = one.find('=');
        if (sign == std::string::npos || sign == 0 || sign + 1 == one.size())
            return usage("--photo takes PAPER=FILE, the paper as the form's list names it");
        base::Bytes bytes = TRY(os::read_file(one.substr(sign + 1), camera::kFileBytesMax));
        auto photo = camera::photo_of_file(bytes);
        base::wipe(bytes);
        if (!photo) return base::fail(photo.error().code, one.substr(sign + 1) + ": " + photo.error().message);
        photos.all.emplace_back(one.substr(0, sign), std::move(photo->jpeg));
    }
    return {};
}

enum class Paper { No, Yes };

base::Result<void> file(const std::string& path, const std::string& folder, const std::vector<std::string>& pictures,
                        Paper paper, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    base::Bytes text = TRY(os::read_input(path, pack::kApplicationJsonBytesMax));
    auto submission = worker::parse_submission(machine->pack(), base::as_text(text));
    base::wipe(text);
    if (!submission) return base::fail(submission.error().code, path + ": " + submission.error().message);
    Photos photos;
    const auto read = read_photos(pictures, photos);
    const auto attachments = photos.attachments();
    const auto may_attach = read ? worker::may_attach(*machine, submission->application, attachments) : read;
    const auto warnings = worker::may_file(*machine, *submission, os::now());
    if (!warnings || !may_attach) {
        worker::wipe(*submission);
        return tl::unexpected(warnings ? may_attach.error() : warnings.error());
    }
    // The slip carries the only copy of the receipt secret: where it goes is made sure of before anything is filed.
    auto place = worker::SlipPlace::prepare(*machine, folder);
    if (!place) {
        worker::wipe(*submission);
        return tl::unexpected(place.error());
    }
    const auto receipt = worker::file(*machine, *submission, attachments, os::now(), random);
    worker::wipe(*submission);
    if (!receipt) return tl::unexpected(receipt.error());
    const auto files = place->write(*machine, *receipt);
    std::optional<base::Result<void>> printed;
    if (files && paper == Paper::Yes) printed = print_slip(*receipt, common);
    tell_receipt(*receipt, files ? std::optional(*files) : std::nullopt, printed, *warnings, machine->pack(), out);
    if (files) return {};
    out.is_only_copy();
    return base::fail(std::string(kToldAlready), "the application IS filed, do not file it again (receipt " +
                                                     receipt->number() + ", record " + receipt->record_id().text() +
                                                     "), but its slip could not be written: " + files.error().message +
                                                     "; keep the query code that was printed, it stands nowhere else");
}

base::Result<void> inspect(const std::string& path, Output& out) {
    const base::Bytes record = TRY(os::read_input(path, seal::kRecordSizeMax + 1));
    const auto header = seal::parse_header(record);
    if (!header) return base::fail(header.error().code, path + ": " + header.error().message);
    const auto suite = static_cast<int>(header->suite);
    out.object(Json{{"record_id", header->id.text()},
                    {"recipient", header->recipient.text()},
                    {"suite", suite},
                    {"size_class", static_cast<int>(header->size_class)},
                    {"bytes", record.size()}});
    out.line("record id: " + header->id.text());
    out.line("recipient: " + header->recipient.text());
    out.line("suite:     " + std::to_string(suite));
    out.line("bytes:     " + std::to_string(record.size()));
    out.line("This is all that the hub and every carrier can see.");
    return {};
}

}  // namespace

void add_filing_commands(CLI::App& app, Commands& commands) {
    auto path = std::make_shared<std::string>();
    auto folder = std::make_shared<std::string>();
    CLI::App* file_command = app.add_subcommand("file", "file an application: sealed and durable, then a receipt");
    file_command
        ->add_option("APPLICATION.json", *path,
                     "{\"F1.01\":\"…\",…} as `courtyardctl form` describes it; or "
                     "{\"answers\":{…},\"screening\":{\"G1\":\"yes\",…}} "
                     "with what was said before it, as `courtyardctl screen` takes it")
        ->required()
        ->check(said());
    file_command
        ->add_option("--out", *folder,
                     "folder for slip.png and receipt.txt, made when missing; one that has a slip already is refused")
        ->required()
        ->type_name("DIR")
        ->check(said());
    auto photos = std::make_shared<std::vector<std::string>>();
    file_command
        ->add_option("--photo", *photos,
                     "a picture of a paper that the application says is handed in; may be given again, pages in order")
        ->type_name("PAPER=FILE")
        ->allow_extra_args(false);
    auto print = std::make_shared<bool>(false);
    file_command->add_flag("--print", *print, "print the slip, too, on the printer of machine.toml");
    file_command->callback([path, folder, photos, print, &commands] {
        commands.action = [path, folder, photos, print, &commands](Output& out) {
            return file(*path, *folder, *photos, *print ? Paper::Yes : Paper::No, commands.common, out);
        };
    });

    CLI::App* record = app.add_subcommand("record", "sealed records as files");
    record->require_subcommand(1);
    auto record_path = std::make_shared<std::string>();
    CLI::App* inspect_command = record->add_subcommand("inspect", "the header: all that the hub can see");
    inspect_command->add_option("FILE", *record_path, "a sealed record")->required()->check(said());
    inspect_command->callback([record_path, &commands] {
        commands.action = [record_path](Output& out) { return inspect(*record_path, out); };
    });
}

}  // namespace courtyard::ctl
