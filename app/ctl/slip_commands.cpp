#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/slip_scanning.hpp"
#include "app/ctl/usage.hpp"
#include "app/worker/attached.hpp"
#include "app/worker/call_words.hpp"
#include "app/worker/china_time.hpp"
#include "app/worker/pictures.hpp"
#include "app/worker/progress.hpp"
#include "app/worker/recovering.hpp"
#include "app/worker/review.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t kScanWaitMs = 120'000;

Json step_json(const worker::ProgressStep& step) {
    Json json{{"state", worker::review_state_name(step.status)},
              {"status", domain::id(step.status)},
              {"say", step.say},
              {"next", step.next}};
    if (!step.text.empty()) json["text"] = step.text;
    if (!step.papers.empty()) json["papers"] = step.papers;
    if (!step.number.empty()) json["number"] = step.number;
    json["at"] = worker::utc_time(step.at);
    return json;
}

base::Result<void> progress(const std::string& code, const std::string& image, const Common& common, Output& out) {
    if (code.empty() == image.empty()) return usage("give --code TEXT or --image PICTURE, one of them");
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const auto found =
        TRY(code.empty() ? worker::progress_by_picture(*machine, image) : worker::progress_by_code(*machine, code));
    const pack::Words& words = machine->pack().words;
    Json json{{"receipt_number", found.number}, {"known", !found.history.empty()}};
    const std::string as_of = found.as_of ? worker::china_time(*found.as_of) : std::string{};
    const worker::ProgressStep* newest = found.newest();
    if (newest != nullptr) {
        json.update(step_json(*newest));
        out.line(newest->say);
        if (!newest->number.empty()) out.line(newest->number);
        for (const std::string& paper : newest->papers)
            out.line("- " + machine->pack().form.paper_words(paper));
        if (!newest->text.empty()) out.line(newest->text);
        out.line(newest->next);
    } else {
        json["state"] = "unknown";
        json["say"] = words.text("progress.not_known");
        json["next"] = words.text("progress.not_known_text");
        out.line(words.text("progress.not_known"));
        out.line(words.text("progress.not_known_text"));
    }
    json["as_of"] = found.as_of ? Json(worker::utc_time(*found.as_of)) : Json(nullptr);
    json["history"] = Json::array();
    for (const worker::ProgressStep& step : found.history)
        json["history"].push_back(step_json(step));
    out.line(found.as_of ? words.text("progress.as_of", {{"at", as_of}}) : words.text("progress.never_heard"));
    const auto today = domain::Date::in_china(os::now());
    if (const std::string word = worker::call_word(machine->pack(), found.notice_key, today); !word.empty()) {
        json["call_word"] = {{"day", today.text()}, {"word", word}};
        out.line(words.text("progress.call_word.line", {{"day", today.text()}, {"word", word}}));
    }
    out.object(json);
    return {};
}

// From pictures, or read now by a camera or a scanner.
base::Result<worker::Recovered> recovered_from(worker::Machine& machine, const std::vector<std::string>& images,
                                               const ScanPlaces& places, Output& out) {
    if (images.empty()) {
        const auto symbols = TRY(scan_slip(places, kScanWaitMs, out));
        return worker::recover_symbols(machine, symbols, os::now());
    }
    const std::vector<std::filesystem::path> pictures(images.begin(), images.end());
    auto done = worker::recover(machine, pictures, os::now());
    if (!done) return tl::unexpected(worker::without_application(done.error(), pictures));
    return done;
}

// What a slip cannot hold: said at once, so that the court asks for it.
base::Result<std::size_t> missing_pictures(worker::Machine& machine, const worker::Recovered& recovered) {
    if (!machine.reads_intake() || !recovered.opened) return std::size_t{0};
    const auto shown = TRY(worker::show_application(machine, recovered.id.text()));
    std::size_t missing = 0;
    for (const worker::AttachedPicture& picture : TRY(worker::pictures_of(machine, shown)))
        missing += picture.is_here ? 0 : 1;
    return missing;
}

base::Result<void> recover(const std::vector<std::string>& images, const ScanPlaces& places, const Common& common,
                           Output& out) {
    const int ways = (images.empty() ? 0 : 1) + (places.camera.empty() ? 0 : 1) + (places.scanner.empty() ? 0 : 1);
    if (ways == 0) return usage("--image is required (or --camera, or --scanner)");
    if (ways > 1) return usage("give --image, --camera or --scanner, one of them");
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const auto done = recovered_from(*machine, images, places, out);
    if (!done) return tl::unexpected(done.error());
    const worker::Recovered& recovered = *done;
    Json json{{"record_id", recovered.id.text()},
              {"was_known", recovered.was_known},
              {"opened", recovered.opened},
              {"queued", recovered.queued}};
    if (recovered.taken) json["filed_anew_from"] = recovered.taken->text();
    const std::size_t missing = TRY(missing_pictures(*machine, recovered));
    if (missing != 0) json["attachments_missing"] = missing;
    out.object(json);
    out.line("record: " + recovered.id.text());
    if (recovered.taken)
        out.line("Another application has its first id, " + recovered.taken->text() +
                 "; it is filed anew as this one.");
    out.line(recovered.was_known ? "It was here already; nothing was added." : "It has come back from its slip.");
    if (machine->reads_intake() && !recovered.opened)
        out.line(
            "It cannot be opened here yet: the roster of this laptop may be older than the slip; sync, and it opens.");
    if (missing != 0)
        out.line(std::to_string(missing) +
                 " pictures of papers belong to it and are not here: a slip holds no pictures. They come with the "
                 "kiosk's mail, or the applicant shows the papers again.");
    if (recovered.queued) out.line("It goes to the court's hub with the next sync.");
    return {};
}

}  // namespace

void add_slip_commands(CLI::App& app, Commands& commands) {
    auto code = std::make_shared<std::string>();
    auto image = std::make_shared<std::string>();
    CLI::App* progress_command =
        app.add_subcommand("progress", "what the holder of a slip may know, without a network");
    progress_command->add_option("--code", *code, "the query code, as typed from the slip")->check(said());
    progress_command->add_option("--image", *image, "a picture of the slip")->type_name("PNG|JPEG")->check(said());
    progress_command->callback([code, image, &commands] {
        commands.action = [code, image, &commands](Output& out) {
            return progress(*code, *image, commands.common, out);
        };
    });

    auto images = std::make_shared<std::vector<std::string>>();
    CLI::App* recover_command = app.add_subcommand("recover", "an application comes back from pictures of its slip");
    recover_command->add_option("--image", *images, "pictures of one slip")->type_name("PNG|JPEG")->check(said());
    auto places = std::make_shared<ScanPlaces>();
    recover_command->add_option("--camera", places->camera, "read the slip with a camera, or from a folder of pictures")
        ->type_name("DEVICE|DIR")
        ->check(said());
    recover_command->add_option("--scanner", places->scanner, "read the slip with a scanner on a serial line")
        ->type_name("DEVICE")
        ->check(said());
    recover_command->callback([images, places, &commands] {
        commands.action = [images, places, &commands](Output& out) {
            return recover(*images, *places, commands.common, out);
        };
    });
}

}  // namespace courtyard::ctl
