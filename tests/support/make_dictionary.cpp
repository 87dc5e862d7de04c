// make_dictionary FILE: writes the preset dictionary d1. No real person's words are in it.
#include <cstdio>
#include <fstream>

#include "tests/support/dictionary_d1.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: make_dictionary FILE\n", stderr);
        return 2;
    }
    const courtyard::seal::Dictionary dictionary = courtyard::test::dictionary_d1();
    std::ofstream file(argv[1], std::ios::binary);
    file << courtyard::base::as_text(dictionary.bytes);
    file.close();
    if (!file) {
        std::fprintf(stderr, "%s cannot be written\n", argv[1]);
        return 1;
    }
    return 0;
}
