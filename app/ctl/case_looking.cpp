#include "app/ctl/case_looking.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/case_reading.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/china_time.hpp"
#include "app/worker/view_mail.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kViewsMax = 1'000;

std::string name_of(const worker::Machine& machine, const base::PersonId& id) {
    const mail::Person* person = mail::find_person(machine.roster(), id);
    return person == nullptr ? id.text() : person->name;
}

base::Result<void> save_picture(worker::Machine& machine, const cases::CaseId& id, const base::Digest& digest,
                                const std::filesystem::path& folder) {
    TRY(os::make_folder(folder));
    const std::filesystem::path path = folder / (digest.text().substr(0, 16) + ".jpg");
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return base::fail("picture.exists", path.string() + " is there already; choose an empty folder with --out");
    base::Bytes jpeg = TRY(worker::picture_in(machine, id, digest));
    const auto written = os::write_file(path, jpeg, os::Privacy::OwnerOnly);
    base::wipe(jpeg);
    return written;
}

base::Result<void> views(const std::string& text, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::CaseId id = TRY(worker::find_case(*machine, text));
    Json list = Json::array();
    const std::vector<store::View> views = TRY(worker::views_of(*machine, id, kViewsMax));
    for (const store::View& view : views) {
        list.push_back(
            Json{{"at", worker::utc_time(view.at)}, {"person", name_of(*machine, view.person)}, {"what", view.what}});
        out.line(worker::china_time(view.at) + "  " + name_of(*machine, view.person) + "  " + view.what);
    }
    out.object(Json{{"views", std::move(list)}});
    return {};
}

// What a case has in pictures; into a folder, each that is here.
base::Result<void> pictures(const std::string& text, const std::string& folder, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::CaseId id = TRY(worker::find_case(*machine, text));
    Json list = Json::array();
    std::size_t saved = 0;
    for (const worker::CasePicture& picture : TRY(worker::pictures_in(*machine, id))) {
        list.push_back(Json{{"sha256", picture.digest.text()},
                            {"fact", picture.fact.text()},
                            {"kind", picture.kind},
                            {"here", picture.is_here}});
        out.line(picture.digest.text().substr(0, 8) + "  " + picture.kind + "  " + picture.fact.text().substr(0, 8) +
                 (picture.is_here ? "" : "  not here yet"));
        if (folder.empty() || !picture.is_here) continue;
        TRY(save_picture(*machine, id, picture.digest, folder));
        ++saved;
    }
    if (saved != 0) TRY(worker::note_view(*machine, id, "pictures", os::now()));
    if (list.empty()) out.line("No picture in this case.");
    out.object(Json{{"pictures", std::move(list)}, {"saved", saved}});
    return {};
}

}  // namespace

void add_looking(CLI::App& group, Commands& commands) {
    auto viewed = std::make_shared<std::string>();
    CLI::App* views_command =
        group.add_subcommand("views", "who looked at a case, here and on laptops that have told it");
    views_command->add_option("ID", *viewed, kCaseWords)->required()->check(said());
    views_command->callback([viewed, &commands] {
        commands.action = [viewed, &commands](Output& out) { return views(*viewed, commands.common, out); };
    });
    auto shown = std::make_shared<std::string>(), folder = std::make_shared<std::string>();
    CLI::App* pictures_command = group.add_subcommand("pictures", "the pictures in a case, and saving them");
    pictures_command->add_option("ID", *shown, kCaseWords)->required()->check(said());
    pictures_command->add_option("--out", *folder, "a folder to save them in, for your eyes only")->check(said());
    pictures_command->callback([shown, folder, &commands] {
        commands.action = [shown, folder, &commands](Output& out) {
            return pictures(*shown, *folder, commands.common, out);
        };
    });
}

}  // namespace courtyard::ctl
