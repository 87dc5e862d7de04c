// The real courtyard-hub program as a child of the test.
#pragma once

#include <sys/types.h>
#include <cstdint>
#include <filesystem>
#include <string>

namespace courtyard::test {

class HubProgram {
public:
    explicit HubProgram(const std::filesystem::path& config);  // returns when it listens
    ~HubProgram();
    [[nodiscard]] std::uint16_t port() const { return port_; }
    void kill();                    // SIGKILL
    [[nodiscard]] int terminate();  // SIGTERM; its exit code

private:
    pid_t child_ = -1;
    std::uint16_t port_ = 0;
};

struct Ended {
    int code = -1;
    std::string says;  // stderr
};
[[nodiscard]] Ended run_hub(const std::string& arguments);  // until it ends by itself

}  // namespace courtyard::test
