// The laptop's one worker: a thread that owns the home while it is unlocked. Locking closes the store and forgets every
// key.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "app/flow/desk_effect.hpp"
#include "app/flow/desk_event.hpp"
#include "app/pack/pack.hpp"
#include "app/shell/bounded_queue.hpp"

namespace courtyard::shell {

// Words for the screens and whose laptop it is; first before anybody unlocks, and again when a newer pack came.
struct DeskOpened {
    std::shared_ptr<const pack::Pack> pack;
    std::string person, role, court;
};

using DeskNews = std::variant<DeskOpened, flow::DeskEvent>;

class DeskWorker {
public:
    DeskWorker(std::filesystem::path home, std::function<void()> wake);
    ~DeskWorker();
    DeskWorker(const DeskWorker&) = delete;
    DeskWorker& operator=(const DeskWorker&) = delete;

    void ask(flow::DeskEffect effect);
    [[nodiscard]] std::optional<DeskNews> news() { return news_.try_pop(); }
    // Waits for the first news: DeskOpened, or why the home cannot be used.
    [[nodiscard]] DeskNews first_news();

private:
    void run();
    void tell(DeskNews news);

    std::filesystem::path home_;
    std::function<void()> wake_;
    BoundedQueue<flow::DeskEffect> effects_{64};
    BoundedQueue<DeskNews> news_{256};
    std::thread thread_;
};

}  // namespace courtyard::shell
