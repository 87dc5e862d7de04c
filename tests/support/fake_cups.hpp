// Programs of the same names as CUPS', which write down what they were given and behave as the test wants. First on
// PATH while it lives; the scripts find their folder in $DIR.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temp_folder.hpp"

namespace courtyard::test {

class FakeCups {
public:
    // What lp says when it has taken a job.
    static constexpr const char* kTaken = "echo 'request id is laser-12 (1 file(s))'";
    // lp that keeps what it is given in "got".
    static std::string keeping(const std::string& then) {
        return "cat > \"$DIR/got\"; echo \"$@\" > \"$DIR/args\"; " + then;
    }

    FakeCups(const std::string& lp, const std::string& lpstat) {
        write("lp", "echo $$ > \"$DIR/pid\"; " + lp);
        write("lpstat", "echo > \"$DIR/asked\"; " + lpstat);
        write("cancel", "echo \"$@\" > \"$DIR/cancelled\"");
        before_ = std::getenv("PATH");
        ::setenv("PATH", (folder_.path().string() + ":" + before_).c_str(), 1);
        ::setenv("DIR", folder_.path().c_str(), 1);
    }
    ~FakeCups() { ::setenv("PATH", before_.c_str(), 1); }
    FakeCups(const FakeCups&) = delete;
    FakeCups& operator=(const FakeCups&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream in(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    void write(const std::string& name, const std::string& script) {
        std::ofstream(folder_ / name) << "#!/bin/sh\n" << script << "\n";
        std::filesystem::permissions(folder_ / name, std::filesystem::perms::owner_all);
    }
    TempFolder folder_;
    std::string before_;
};

}  // namespace courtyard::test
