// courtyard-voice: says one utterance and ends. Started by the kiosk; frames on standard input (app/speech/clip.hpp).
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

#include "app/sound/performance.hpp"
#include "app/sound/synthesiser.hpp"

int main(int count, char** arguments) {
    courtyard::sound::Stage stage;
    bool look = false;
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(arguments[i], "--check") == 0) {
            look = true;
        } else if (std::strcmp(arguments[i], "--card") == 0 && i + 1 < count) {
            stage.card = arguments[++i];
        } else {
            std::fputs("courtyard-voice [--card NAME] [--check]: says what comes as frames on standard input\n",
                       stderr);
            return static_cast<int>(courtyard::sound::Ending::Wrong);
        }
    }
    if (look) {
        const courtyard::sound::Hearing hearing = courtyard::sound::look_at_sound(stage.card);
        std::printf("%s\n", hearing.says.c_str());
        return hearing.synthesiser && hearing.card ? 0 : 1;
    }
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody is spoken for who is gone
    ::prctl(PR_SET_DUMPABLE, 0);         // what is said may be somebody's own
    stage.synthesiser = courtyard::sound::find_synthesiser();
    const auto ending = courtyard::sound::perform(stage);
    std::fflush(nullptr);
    ::_exit(static_cast<int>(ending));
}
