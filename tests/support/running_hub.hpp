// A hub on a free port of this machine, in a folder of its own, run by threads of the test.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sync/hub/hub.hpp"
#include "sync/transport/https_courier.hpp"
#include "tests/support/held_port.hpp"
#include "tests/support/mail_court.hpp"
#include "tests/support/temp_folder.hpp"

namespace courtyard::test {

class RunningHub {
public:
    // `limits` are lines of the settings' [limits] table.
    explicit RunningHub(MailCourt& court, const std::string& limits = "", const std::string& top = "");
    ~RunningHub() { stop(); }

    void stop();
    void start();         // again, on the same store and the same port
    void write_roster();  // puts the court's present roster in place
    [[nodiscard]] std::uint16_t port() const { return port_.number(); }
    [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(port()); }
    [[nodiscard]] std::vector<std::string> diary();
    [[nodiscard]] const TempFolder& folder() const { return folder_; }
    [[nodiscard]] std::filesystem::path config() const { return folder_ / "hub.toml"; }

    [[nodiscard]] transport::HttpsSettings settings(const std::string& machine) const;
    [[nodiscard]] std::unique_ptr<transport::HttpsCourier> courier(const std::string& machine) const;

private:
    void write_files(const std::string& limits, const std::string& top);

    MailCourt& court_;
    TempFolder folder_;
    HeldPort port_;
    std::mutex mutex_;
    std::vector<std::string> diary_;
    std::unique_ptr<hub::Log> log_;
    std::unique_ptr<hub::Hub> hub_;
    std::thread thread_;
};

}  // namespace courtyard::test
