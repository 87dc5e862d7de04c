// The real program of the eyes, started, fed, felled and ended by the kiosk's side.
#include <doctest/doctest.h>

#include <signal.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>

#include "app/camera/encode.hpp"
#include "app/shell/eyes_process.hpp"
#include "app/shell/mail_process.hpp"
#include "sync/os/files.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/camera/scene.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

namespace {

// Nothing is timed here: on a machine that is busy otherwise the eyes may take minutes. The bound is for eyes that
// never answer, which the process's end or a failure tells at once.
constexpr std::chrono::minutes kPatience{10};

// What came, waited for.
class Heard {
public:
    void take(flow::Event event) {
        const std::lock_guard lock(mutex_);
        events_.push_back(std::move(event));
        came_.notify_all();
    }
    // The first event of this type. Another's failure ends the wait: nothing else will come.
    template <class E>
    E wait_for() {
        std::unique_lock lock(mutex_);
        const auto find = [this]() -> const E* {
            for (const flow::Event& event : events_)
                if (const auto* one = std::get_if<E>(&event)) return one;
            return nullptr;
        };
        REQUIRE(came_.wait_for(lock, kPatience, [&] { return find() != nullptr || !failure().empty(); }));
        REQUIRE_MESSAGE(find() != nullptr, failure());
        E found = *find();
        events_.clear();
        return found;
    }

    // What was seen, or that nothing can be, of this ticket.
    void wait_for_answer(std::uint64_t ticket) {
        std::unique_lock lock(mutex_);
        const auto is_answer = [ticket](const flow::Event& event) {
            const auto* saw = std::get_if<flow::CameraSaw>(&event);
            const auto* failed = std::get_if<flow::CameraFailed>(&event);
            return (saw != nullptr && saw->ticket == ticket) || (failed != nullptr && failed->ticket == ticket);
        };
        REQUIRE(
            came_.wait_for(lock, kPatience, [&] { return std::any_of(events_.begin(), events_.end(), is_answer); }));
        events_.clear();
    }

private:
    [[nodiscard]] std::string failure() const {
        for (const flow::Event& event : events_) {
            if (const auto* camera = std::get_if<flow::CameraFailed>(&event)) return camera->code;
            if (const auto* photo = std::get_if<flow::PhotoFailed>(&event)) return photo->code;
            if (const auto* stick = std::get_if<flow::StickFailed>(&event)) return stick->code;
        }
        return {};
    }

    std::mutex mutex_;
    std::condition_variable came_;
    std::vector<flow::Event> events_;
};

void put(const fs::path& path, base::ByteView bytes) {
    fs::create_directories(path.parent_path());
    REQUIRE(os::write_file(path, bytes, os::Privacy::OwnerOnly).has_value());
}

bool runs(pid_t child) { return child > 0 && ::kill(child, 0) == 0; }

}  // namespace

TEST_CASE("through the eyes' process: frames, a photo, and nothing left when the session ends") {
    const test::TempFolder folder;
    put(folder / "camera" / "page.jpg", camera::encode_jpeg(camera::scene::make(4).photo, 85).value());
    Heard heard;
    shell::EyesProcess eyes(shell::program_folder() / "courtyard-eyes",
                            [&](flow::Event event) { heard.take(std::move(event)); });
    eyes.set_places({(folder / "camera").string(), {}, (folder / "sticks").string()});
    eyes.ask(flow::StopLooking{});
    CHECK(eyes.child() <= 0);  // nothing is started for nothing
    eyes.ask(flow::LookThroughCamera{3, flow::LookFor::Paper});
    CHECK(heard.wait_for<flow::CameraSaw>().ticket == 3);
    eyes.ask(flow::TakePhoto{3});
    const auto photo = heard.wait_for<flow::TookPhoto>();
    CHECK(photo.straightened);
    CHECK(photo.file->jpeg.size() <= camera::kPhotoBytesMax);
    REQUIRE(photo.view);
    eyes.ask(flow::ListStick{4});
    CHECK(heard.wait_for<flow::StickFailed>().code == "stick.none");
    const pid_t child = eyes.child();
    REQUIRE(runs(child));
    eyes.end_session();
    CHECK_FALSE(runs(child));
    eyes.ask(flow::LookThroughCamera{5, flow::LookFor::Paper});  // and again for the next person
    CHECK(heard.wait_for<flow::CameraSaw>().ticket == 5);
    CHECK(eyes.child() != child);
}

TEST_CASE("eyes that die are an answer, not an end") {
    Heard heard;
    const test::TempFolder folder;
    put(folder / "page.jpg", camera::encode_jpeg(camera::scene::make(4).photo, 85).value());
    shell::EyesProcess eyes(shell::program_folder() / "courtyard-eyes",
                            [&](flow::Event event) { heard.take(std::move(event)); });
    eyes.set_places({(folder / "page.jpg").string(), {}, {}});
    eyes.ask(flow::LookThroughCamera{7, flow::LookFor::Paper});
    heard.wait_for<flow::CameraSaw>();
    ::kill(eyes.child(), SIGSEGV);  // as a hostile picture would
    CHECK(heard.wait_for<flow::CameraFailed>().code == "eyes.gone");
    eyes.ask(flow::LookThroughCamera{8, flow::LookFor::Paper});
    CHECK(heard.wait_for<flow::CameraSaw>().ticket == 8);

    shell::EyesProcess none("/nonexistent/courtyard-eyes", [&](flow::Event event) { heard.take(std::move(event)); });
    none.ask(flow::LookThroughCamera{9, flow::LookFor::Paper});
    CHECK(heard.wait_for<flow::CameraFailed>().ticket == 9);
}

TEST_CASE("whoever asks eyes that have just died is told, or gets others") {
    Heard heard;
    const test::TempFolder folder;
    put(folder / "page.jpg", camera::encode_jpeg(camera::scene::make(4).photo, 85).value());
    shell::EyesProcess eyes(shell::program_folder() / "courtyard-eyes",
                            [&](flow::Event event) { heard.take(std::move(event)); });
    eyes.set_places({(folder / "page.jpg").string(), {}, {}});
    for (std::uint64_t ticket = 1; ticket <= 8; ticket += 2) {
        eyes.ask(flow::LookThroughCamera{ticket, flow::LookFor::Paper});
        heard.wait_for_answer(ticket);
        const pid_t child = eyes.child();
        if (child > 0) ::kill(child, SIGKILL);
        eyes.ask(flow::LookThroughCamera{ticket + 1, flow::LookFor::Paper});
        heard.wait_for_answer(ticket + 1);
    }
}

TEST_CASE("the eyes can write no file and leave no core") {
    Heard heard;
    const test::TempFolder folder;
    put(folder / "page.jpg", camera::encode_jpeg(camera::scene::make(4).photo, 85).value());
    shell::EyesProcess eyes(shell::program_folder() / "courtyard-eyes",
                            [&](flow::Event event) { heard.take(std::move(event)); });
    eyes.set_places({(folder / "page.jpg").string(), {}, {}});
    eyes.ask(flow::LookThroughCamera{1, flow::LookFor::Paper});
    heard.wait_for<flow::CameraSaw>();
    std::ifstream limits("/proc/" + std::to_string(eyes.child()) + "/limits");
    if (!limits.good()) return;  // not dumpable: on some systems only root may look
    int seen = 0;
    for (std::string line; std::getline(limits, line);) {
        const bool bound = line.starts_with("Max file size") || line.starts_with("Max core file size");
        if (!bound) continue;
        ++seen;
        CHECK_MESSAGE(line.find(" 0 ") != std::string::npos, line);
    }
    CHECK(seen == 2);
}
