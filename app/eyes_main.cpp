// courtyard-eyes: looks through the camera and at sticks for the kiosk, which starts and ends it. Not for people.
#include <CLI/CLI.hpp>

#include <sys/prctl.h>

#include <csignal>
#include <string>

#include "app/eyes/confinement.hpp"
#include "app/eyes/looker.hpp"
#include "app/eyes/pipe.hpp"

using namespace courtyard;

int main(int count, char** arguments) {
    CLI::App app("Courtyard's eyes: camera, sticks and codes for the kiosk, which starts this program by itself.");
    std::string camera;
    std::string sticks = "/media";
    app.add_option("--camera", camera, "device, folder or picture");
    app.add_option("--sticks", sticks, "folder under which removable disks appear");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    eyes::confine();
    bool is_heard = true;
    eyes::Looker looker([&camera] { return camera::open_camera(camera); }, sticks,
                        [&is_heard](eyes::Message news) {
                            is_heard = is_heard && eyes::send(1, news).has_value();
                            eyes::wipe(news);
                        });
    while (is_heard) {
        auto act = eyes::receive(0, looker.is_looking() ? looker.pause_ms() : -1);
        if (!act) break;  // the kiosk has gone
        if (*act)
            looker.take(std::move(**act));
        else
            looker.look();
    }
    return 0;
}
