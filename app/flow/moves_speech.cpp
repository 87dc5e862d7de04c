// Reading aloud: what is said when, and that it ends with the session.
#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {

void Moves::speak(std::vector<std::string> pieces, Turn turn) {
    VoiceWork& voice = session().voice;
    if (pieces.empty()) return;
    voice.ticket = ++state_.tickets;
    voice.speaking = true;
    voice.unheard = false;
    voice.since = now_;
    effects_.push_back(Speak{voice.ticket, std::move(pieces), turn, voice.loudness});
}

void Moves::on(const PressedListen&) {
    VoiceWork& voice = session().voice;
    if (!world_.can_speak) return;
    voice.on = true;
    voice.says_touch = false;
    ++voice.asked;
}

void Moves::on(const PressedListenAgain&) {
    if (session().voice.on) on(PressedListen{});
}

void Moves::on(const PressedStopListening&) {
    VoiceWork& voice = session().voice;
    voice.on = voice.speaking = voice.says_touch = voice.unheard = false;
    effects_.push_back(StopSpeaking{});
}

void Moves::on(const PickedLoudness& event) {
    session().voice.loudness = event.loudness;
    effects_.push_back(SetLoudness{event.loudness});
}

void Moves::on(const PressedSoundTest&) {
    if (world_.pack) speak({world_.pack->words.text("voice.test")}, Turn::AtOnce);
}

void Moves::on(const ReadPage& event) {
    VoiceWork& voice = session().voice;
    if (!voice.on || event.asked != voice.asked) return;
    // The choice that led here is heard to its end.
    const bool after_touch = voice.says_touch && voice.speaking;
    voice.says_touch = false;
    if (event.pieces.empty() && voice.speaking && !after_touch) {
        voice.speaking = false;
        effects_.push_back(StopSpeaking{});
    }
    speak(event.pieces, after_touch ? Turn::AfterThis : Turn::AtOnce);
}

void Moves::on(const ReadMore& event) {
    if (!session().voice.on) return;
    speak(event.pieces, session().voice.speaking ? Turn::AfterThis : Turn::AtOnce);
}

void Moves::on(const SaidTouch& event) {
    VoiceWork& voice = session().voice;
    if (!voice.on) return;
    speak({event.words}, Turn::AtOnce);
    voice.says_touch = true;
}

void Moves::on(const SpeechEnded& event) {
    VoiceWork& voice = session().voice;
    if (event.ticket != voice.ticket || !voice.speaking) return;
    voice.speaking = voice.says_touch = false;
    voice.unheard = !event.heard;
    // Whoever listened was there until now. The question whether somebody is there is no sign that somebody is.
    if (event.heard && session().curtain == Curtain::Open) state_.last_touch = now_;
}

}  // namespace courtyard::flow
