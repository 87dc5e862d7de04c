// A whole small county for a test: one court, its hub as a real process, machines enrolled through courtyardctl.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/support/held_port.hpp"
#include "tests/support/process.hpp"
#include "tests/support/quick_unlocking.hpp"
#include "tests/support/temp_folder.hpp"

namespace courtyard::test {

using Json = nlohmann::json;

class County {
public:
    County() {
        write("passphrase", std::string(kPassphrase) + "\n");
        const Ran init =
            ctl({"court", "init", "--dir", path("court"), "--code", "330199", "--name", "测试县人民法院", "--listen",
                 "127.0.0.1:" + std::to_string(port_.number()), "--pack", "assets/packs/zhejiang-demo"});
        REQUIRE_MESSAGE(init.code == 0, init.err);
    }

    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream in(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    Ran ctl(std::vector<std::string> arguments, const std::vector<std::string>& environment = {}) const {
        arguments.insert(arguments.begin(), (program_folder() / "courtyardctl").string());
        return run(arguments, environment);
    }
    // Succeeds and prints one JSON object.
    Json json(std::vector<std::string> arguments) const {
        arguments.emplace_back("--json");
        const Ran ran = ctl(std::move(arguments));
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        Json parsed = Json::parse(ran.out, nullptr, false);
        REQUIRE_MESSAGE(parsed.is_object(), ran.out);
        return parsed;
    }
    // The same for a staff home.
    Json staff(const std::string& home, std::vector<std::string> arguments) const {
        for (const std::string& more :
             {std::string("--home"), path(home), std::string("--passphrase-file"), path("passphrase")})
            arguments.push_back(more);
        return json(std::move(arguments));
    }
    Json kiosk(const std::string& home, std::vector<std::string> arguments) const {
        arguments.emplace_back("--home");
        arguments.push_back(path(home));
        return json(std::move(arguments));
    }

    void enrol_kiosk(const std::string& home, const std::string& site = "云坞村共享法庭") const {
        json({"enrol", "kiosk", "--court", path("court"), "--site", site, "--home", path(home)});
    }
    void enrol_staff(const std::string& home, const std::string& name, const std::string& role) const {
        json({"enrol", "staff", "--court", path("court"), "--name", name, "--role", role, "--home", path(home),
              "--passphrase-file", path("passphrase")});
        make_unlocking_quick(path(home), kPassphrase);
    }

    // The laptop of a body that the court asks for help.
    void enrol_partner(const std::string& home, const std::string& name, const std::string& body) const {
        json({"enrol", "partner", "--court", path("court"), "--name", name, "--body", body, "--home", path(home),
              "--passphrase-file", path("passphrase")});
        make_unlocking_quick(path(home), kPassphrase);
    }

    void start_hub() {
        hub_ = std::make_unique<Served>(std::vector<std::string>{(program_folder() / "courtyard-hub").string(), "serve",
                                                                 "--config", path("court/hub/hub.toml")},
                                        folder_ / "hub.log");
        REQUIRE_MESSAGE(wait_for_port(port_.number(), 60'000), read("hub.log"));
    }
    void stop_hub() { hub_.reset(); }  // as by a power cut: no time to tidy up

    // An application that is accepted, by a person of this name.
    Json application(const std::string& name = "应𫖯安") const {
        const Ran form = ctl({"form", "--pack", "assets/packs/zhejiang-demo"});
        REQUIRE_MESSAGE(form.code == 0, form.err);
        Json example = Json::parse(form.out).at("example");
        example["F1.01"] = name;
        return example;
    }
    Json file(const std::string& home, const Json& application, const std::string& slip) const {
        write("application.json", application.dump());
        return kiosk(home, {"file", path("application.json"), "--out", path(slip)});
    }

private:
    static constexpr std::string_view kPassphrase = "correct horse";

    TempFolder folder_;
    HeldPort port_;
    std::unique_ptr<Served> hub_;
};

}  // namespace courtyard::test
