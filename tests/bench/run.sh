#!/usr/bin/env bash
# ./run bench: our kiosk beside the web kiosk, in one interleaved run, as ratios. The peer is used where it is installed:
# COURTYARD_PEER names its folder (default: ../shared/peers/web_kiosk), with its npm packages and Chromium in place.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec python3 tests/bench/card.py --bin build/bench/bin "$@"
