// A PDF in a folder of its own, read back with poppler's tools: what a person sees, copies and prints.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "app/paper/raster.hpp"
#include "tests/support/temp_folder.hpp"

namespace courtyard::test {

struct PrintedPdf {
    base::Bytes pdf;
    TempFolder folder;

    explicit PrintedPdf(base::Bytes bytes) : pdf(std::move(bytes)) {
        std::ofstream(folder / "paper.pdf", std::ios::binary)
            .write(reinterpret_cast<const char*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
    }
    [[nodiscard]] std::string tool(const std::string& line, const std::string& result) const {
        REQUIRE(std::system(("cd '" + folder.path().string() + "' && " + line).c_str()) == 0);
        std::ifstream in(folder / result, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    // In the order of the page, as somebody copies it.
    [[nodiscard]] std::string text() const { return tool("pdftotext -raw paper.pdf text", "text"); }
    // As programs find it that look for words: blanks stand where they see gaps.
    [[nodiscard]] std::string found_text() const { return tool("pdftotext paper.pdf found", "found"); }
    [[nodiscard]] std::string fonts() const { return tool("pdffonts paper.pdf > fonts", "fonts"); }
    [[nodiscard]] int pages() const {
        const std::string info = tool("pdfinfo paper.pdf > info", "info");
        return std::atoi(info.c_str() + info.find("Pages:") + 6);
    }
    [[nodiscard]] paper::Raster picture(int page, int dpi) const {
        const std::string png = tool("pdftoppm -gray -png -singlefile -f " + std::to_string(page) + " -r " +
                                         std::to_string(dpi) + " paper.pdf page",
                                     "page.png");
        return paper::from_png(base::as_bytes(png)).value();
    }
};

}  // namespace courtyard::test
