// Real programs in tests: run one to its end, or hold one that serves.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace courtyard::test {

struct Ran {
    int code = -1;  // exit code; 128 + signal when it was killed
    std::string out;
    std::string err;
};

// The folder of the running test, where all programs of the build lie.
[[nodiscard]] std::filesystem::path program_folder();

// Standard input is empty. `environment`: "NAME=value", added to ours.
[[nodiscard]] Ran run(const std::vector<std::string>& arguments, const std::vector<std::string>& environment = {});

// A program in the background; killed and waited for at the end.
class Served {
public:
    Served(const std::vector<std::string>& arguments, const std::filesystem::path& log,
           const std::vector<std::string>& environment = {});
    ~Served() { stop(9); }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;
    void stop(int signal);
    [[nodiscard]] bool is_running();
    [[nodiscard]] pid_t process() const { return child_; }
    void wait();  // until it has ended by itself

private:
    pid_t child_ = -1;
};

// Until somebody listens there; whoever starts the server holds the port (held_port.hpp), so that nobody else does.
[[nodiscard]] bool wait_for_port(int port, int milliseconds_max);

}  // namespace courtyard::test
