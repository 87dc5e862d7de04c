// courtyardctl: the same acts as the windows, from a command line.
#include "app/ctl/ctl.hpp"

int main(int count, char** arguments) { return courtyard::ctl::run(count, arguments); }
