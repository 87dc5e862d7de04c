#include "tests/bench/bench_home.hpp"

#include <cstdio>

namespace courtyard::bench {

int fail(const char* program, const base::Error& error) {
    std::fprintf(stderr, "%s: %s\n", program, error.message.c_str());
    return 1;
}

std::unique_ptr<worker::Machine> open_home(const char* program, const char* folder, base::Random& random) {
    worker::OpenMachine request;
    request.home = folder;
    auto machine = worker::Machine::open(request, random);
    if (machine) return std::move(*machine);
    fail(program, machine.error());
    return nullptr;
}

}  // namespace courtyard::bench
