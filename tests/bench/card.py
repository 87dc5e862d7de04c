#!/usr/bin/env python3
"""The scorecard: our kiosk and hub beside the web kiosk, in one run, A B A B.

Prints a table of ratios and, with --json FILE, everything that was measured. Figures are medians with their smallest and
largest; ratios are taken pair by pair where both were measured in turn. A goal counts as held only when the worst pair holds it.
"""
import argparse, json, os, pathlib, shutil, signal, statistics, subprocess, sys, tempfile, time

PEER_FLAGS = ['--no-sandbox', '--no-first-run', '--no-default-browser-check', '--disable-component-update',
              '--disable-background-networking', '--disable-sync', '--disable-extensions', '--disable-breakpad',
              '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication', '--password-store=basic',
              '--ignore-certificate-errors', '--test-type', '--lang=zh-CN', '--ozone-platform=x11', '--disk-cache-size=10000000',
              '--disable-gpu', '--disable-software-rasterizer']
GREEN = '00c853'
MARKER = ('12', '12')
SITE = '云坞村共享法庭'
ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAY = ROOT / 'tests' / 'e2e' / 'plays' / 'villager_applies.play'

# Where things are on our screens, in pixels of 1920 by 1080 (./run shots shows them): the way to a page with boxes to tick, one of
# them, the way on to the first question (past the offer of a ticket), the line in which typed letters stand.
WAY_TO_BOXES = [(960, 540), (500, 553), (1140, 1002), (500, 395), (1140, 1002)]
BOX = (700, 475)
WAY_TO_FIELD = [(700, 327), (700, 628), (1140, 1002), (212, 1002)]
FIELD = (770, 264, 500, 56)


def spread(values):
    ordered = sorted(values)
    return {'n': len(ordered), 'min': ordered[0], 'median': statistics.median(ordered), 'max': ordered[-1]}


def run(command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


class Card:
    """What was measured, and how it is told."""

    def __init__(self):
        self.rows = []

    def add(self, name, ours, peer=None, pairs=None, goal=None, note=''):
        row = {'figure': name, 'ours': ours, 'peer': peer, 'goal': goal, 'note': note}
        if pairs:
            row['ratio'] = spread([a / b for a, b in pairs if b])
            if goal is not None:
                row['held'] = row['ratio']['max'] <= goal
        self.rows.append(row)
        print(self.line(row), flush=True)

    @staticmethod
    def number(value):
        if value is None:
            return '-'
        if isinstance(value, dict):
            return '%.4g (%.4g to %.4g)' % (value['median'], value['min'], value['max'])
        return '%.4g' % value if isinstance(value, float) else str(value)

    def line(self, row):
        ratio = row.get('ratio')
        told = 'ratio %.3f (%.3f to %.3f)' % (ratio['median'], ratio['min'], ratio['max']) if ratio else ''
        if row['goal'] is not None and ratio:
            told += ', goal %.3f: %s' % (row['goal'], 'held' if row['held'] else 'NOT HELD')
        return '%-46s ours %-28s peer %-28s %s %s' % (row['figure'], self.number(row['ours']), self.number(row['peer']), told, row['note'])


class Display:
    def __init__(self, number=':97'):
        self.number = number
        self.process = subprocess.Popen(['Xvfb', number, '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(1)

    def close(self):
        self.process.terminate()
        self.process.wait()


def tree(root):
    parents = {}
    for entry in os.listdir('/proc'):
        if entry.isdigit():
            try:
                stat = open(f'/proc/{entry}/stat').read()
                parents.setdefault(int(stat[stat.rindex(')') + 2:].split()[1]), []).append(int(entry))
            except OSError:
                pass
    found = [root]
    for pid in found:
        found.extend(parents.get(pid, []))
    return found


def pss_mib(root):
    total = 0
    for pid in tree(root):
        try:
            for line in open(f'/proc/{pid}/smaps_rollup'):
                if line.startswith('Pss:'):
                    total += int(line.split()[1])
        except OSError:
            pass
    return total / 1024


def cpu_seconds(root):
    """CPU time of all threads of the tree, in seconds, from the scheduler's nanoseconds."""
    total = 0
    for pid in tree(root):
        try:
            for thread in os.listdir(f'/proc/{pid}/task'):
                total += int(open(f'/proc/{pid}/task/{thread}/schedstat').read().split()[0])
        except OSError:
            pass
    return total / 1e9


class Bench:
    def __init__(self, options):
        self.options = options
        self.bin = pathlib.Path(options.bin).resolve()
        self.work = pathlib.Path(tempfile.mkdtemp(prefix='courtyard-bench-'))
        self.display = Display()
        self.environment = {**os.environ, 'DISPLAY': self.display.number}
        self.card = Card()
        self.peer = self.find_peer()
        self.peer_hub = None
        self.make_court()
        if self.peer:
            self.start_peer_hub()

    # Our side ------------------------------------------------------------------------------------------------------------
    def ctl(self, *arguments):
        return run([str(self.bin / 'courtyardctl'), *map(str, arguments)])

    def make_court(self):
        self.court, self.kiosk_home = self.work / 'court', self.work / 'kiosk'
        sites = self.work / 'sites.txt'
        sites.write_text(SITE + '\n')
        self.ctl('court', 'init', '--dir', self.court, '--code', '330199', '--name', '测试县人民法院', '--sites', sites,
                 '--listen', '127.0.0.1:18946')
        self.new_kiosk('kiosk')

    def new_kiosk(self, name):
        home = self.work / name
        self.ctl('enrol', 'kiosk', '--court', self.court, '--site', SITE, '--home', home)
        return home

    def our_command(self):
        return [str(self.bin / 'courtyard-kiosk'), '--home', str(self.kiosk_home), '--bench-marker', '--window', '1920x1080']

    # The peer ------------------------------------------------------------------------------------------------------------
    def find_peer(self):
        folder = pathlib.Path(os.environ.get('COURTYARD_PEER', '../shared/peers/web_kiosk')).resolve()
        if not (folder / 'node_modules').is_dir():
            print('The web kiosk is not installed (COURTYARD_PEER, npm ci, npm run build): only our own figures follow.', flush=True)
            return None
        self.chromium = '/usr/lib/chromium/chromium' if os.path.exists('/usr/lib/chromium/chromium') else shutil.which('chromium')
        return folder if self.chromium else None

    def start_peer_hub(self):
        self.peer_profile = self.work / 'profile'
        self.environment.update(HOME=str(self.work), XDG_RUNTIME_DIR=str(self.work))
        self.peer_hub = subprocess.Popen(['node', 'server.mjs', '18943', str(self.work / 'peerhub')], cwd=self.peer,
                                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.environment)
        self.peer_hub.stdout.readline()
        time.sleep(0.5)

    def peer_command(self, extra='&probe'):
        return [self.chromium, *PEER_FLAGS, f'--user-data-dir={self.peer_profile}', '--window-position=0,0',
                '--window-size=1920,1080', '--kiosk', f'https://localhost:18943/?nosync{extra}']

    def peer_sections(self, sections, **arguments):
        command = ['node', 'bench.mjs', '--runs', '3', '--port', '18953', '--display', ':96', '--sections', sections]
        for name, value in arguments.items():
            command += ['--' + name.replace('_', '-'), str(value)]
        return json.loads(run(command, cwd=self.peer))

    # Windows -------------------------------------------------------------------------------------------------------------
    def probe(self, *arguments):
        return json.loads(run([str(self.bin / 'bench-probe'), *map(str, arguments)], env=self.environment))

    def open(self, command):
        process = subprocess.Popen(command, env=self.environment, start_new_session=True, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        self.probe('wait', *MARKER, GREEN, 60000)
        return process

    @staticmethod
    def close(process):
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            pass
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()
        time.sleep(0.5)

    def sides(self):
        return [('ours', self.our_command())] + ([('peer', self.peer_command())] if self.peer else [])

    def in_turn(self, rounds, measure):
        """Both sides in turn; what measure returns, per side and round."""
        out = {'ours': [], 'peer': []}
        for _ in range(rounds):
            for side, command in self.sides():
                out[side].append(measure(side, command))
        return out

    def tell(self, name, out, key, goal):
        ours = [x[key] for x in out['ours']]
        peer = [x[key] for x in out['peer']]
        self.card.add(name, spread(ours), spread(peer) if peer else None, list(zip(ours, peer)), goal)

    # Figures -------------------------------------------------------------------------------------------------------------
    def start(self):
        for _, command in self.sides():  # caches and the peer's profile and service worker: an ordinary morning
            self.close(self.open(command))
        out = self.in_turn(self.options.runs, lambda _, command: self.started(command))
        self.tell('start to usable, ms', out, 'first_ms', 1 / 8)
        self.tell('CPU to usable, ms', out, 'cpu_ms', 1 / 12)

    def started(self, command):
        figure = self.probe('start', *MARKER, GREEN, 60000, '--', *command)
        time.sleep(0.7)
        return figure

    def rest(self):
        def measure(_, command):
            process = self.open(command)
            time.sleep(8)
            memory, before, began = pss_mib(process.pid), cpu_seconds(process.pid), time.monotonic()
            time.sleep(self.options.idle)
            idle = (cpu_seconds(process.pid) - before) / (time.monotonic() - began) * 100
            self.close(process)
            return {'pss': memory, 'idle': idle}
        out = self.in_turn(min(self.options.runs, 3), measure)
        self.tell('memory at home, PSS of the tree, MiB', out, 'pss', 1 / 8)
        idle = [x['idle'] for x in out['ours']]
        peer = [x['idle'] for x in out['peer']]
        self.card.add('idle, % of a core', spread(idle), spread(peer) if peer else None, [(x, 0.05) for x in idle], 1.0,
                      '(ratio to the mark of 0.05 %)')

    def touch(self):
        taps, keys = {'ours': [], 'peer': []}, {'ours': [], 'peer': []}
        for _ in range(min(self.options.runs, 3)):
            for side, command in self.sides():
                process = self.open(command)
                time.sleep(2)
                taps[side].append(self.tapped(side))
                self.close(process)
                process = self.open(command if side == 'ours' else self.peer_command(''))
                time.sleep(2)
                keys[side].append(self.typed(side))
                self.close(process)
        self.two_sided('tap to pixel, p50 ms', taps)
        self.two_sided('key to pixel, p50 ms', keys)

    def walked(self, way):
        for place in way:
            self.probe('click', *place)
            time.sleep(0.5)

    def tapped(self, side):
        """The peer's marker changes with a tap on its first card, ours with a tap on a box, which gets its tick in the same frame."""
        if side == 'peer':
            return self.probe('tap', 400, 300, *MARKER, 40, 150)['tap_ms']
        self.walked(WAY_TO_BOXES)
        return self.probe('tap', *BOX, *MARKER, 40, 150)['tap_ms']

    def typed(self, side):
        if side == 'peer':
            self.probe('click', 400, 300)
            time.sleep(0.7)
            self.probe('click', 900, 293)
            return self.probe('type', 60, 268, 400, 50, 6, 10)['type_ms']
        self.walked(WAY_TO_BOXES + WAY_TO_FIELD)
        return self.probe('type', *FIELD, 6, 10)['type_ms']

    def two_sided(self, name, out):
        ours = [x['median'] for x in out['ours']]
        peer = [x['median'] for x in out['peer']]
        worst = max(x['max'] for x in out['ours'])
        self.card.add(name, spread(ours), spread(peer) if peer else None, list(zip(ours, peer)), 1.0, f'(ours at most {worst:.1f} ms)')

    def walk(self):
        times = self.work / 'frames.json'
        pictures = self.work / 'pictures'
        pictures.mkdir(exist_ok=True)
        run([str(self.bin / 'courtyard-play'), '--program', 'kiosk', '--home', str(self.new_kiosk('walk')), '--script', str(PLAY),
             '--pictures', str(pictures), '--frame-times', str(times), '--window', '1920x1080'], env=self.environment)
        report = json.loads(times.read_text())
        frames = report['frame_ms']
        self.card.add('a whole application, frames drawn, ms', frames, None, [(frames['max'], 33.0)], 1.0,
                      '(ratio: the longest frame, at line %d of the play, to 33 ms)' % report['longest_at_line'])

    def filing(self):
        shim = self.bin.parent / 'lib' / 'libbench-sync-shim.so'
        count = 500
        home = self.new_kiosk('filing')
        report = self.work / 'syncs'
        figures = json.loads(run([str(self.bin / 'bench-filing'), str(home), str(count)],
                                 env={**os.environ, 'LD_PRELOAD': str(shim), 'SYNC_SHIM_OUT': str(report)}))
        words = report.read_text().split()
        peer = self.peer_sections('save')['save_one_strict'] if self.peer else None
        ours = figures['file_ms']
        self.card.add('file to durable receipt, ms', ours, peer['ms'] if peer else None,
                      [(ours['median'], peer['ms']['median'])] if peer else None,
                      note='(ours packed, sealed and signed; the peer\'s as typed. One page kept by the disk alone: '
                           f'{figures["page_ms"]["median"]:.2f} ms)')
        self.card.add('fdatasync per filing', (int(words[1]) + int(words[3]) - count) / count, note='(all syncs of the process but the pages above, start included)')
        self.card.add('bytes of one sealed record', figures['record_bytes'])

    def drain(self):
        pairs, ours_ms, peer_ms, bulk, one_more = [], [], [], [], []
        for number in range(min(self.options.runs, 5)):
            ours = self.drained(f'drain{number}', 1000)
            ours_ms.append(ours['ms'])
            if self.peer:
                told = self.peer_sections('sync', sync_sizes='1000')
                peer, again = told['sync'][0], told['sync_one_more_on_open_connection']
                peer_ms.append(peer['push_ms'])
                pairs.append((ours['ms'], peer['push_ms']))
                bulk.append((ours['bytes'] / 1000, peer['wire_bytes_per_application']))
                one_more.append((ours['one_more']['bytes'], again['wire_bytes']))
        self.card.add('1,000 queued applications drained, ms', spread(ours_ms), spread(peer_ms) if peer_ms else None, pairs, 1 / 4,
                      '(our hub durable before it answers, the peer\'s not)')
        self.bytes_row('bytes on the wire per application, of 1,000', ours['bytes'] / 1000, bulk)
        self.bytes_row('bytes on the wire, one more on an open line', float(ours['one_more']['bytes']), one_more)
        alone = self.drained('drain_one', 1)
        peer = self.peer_sections('sync', sync_sizes='1')['sync'][0]['wire_bytes_per_application'] if self.peer else None
        self.card.add('bytes on the wire, one alone, handshake in', float(alone['bytes']), peer,
                      [(alone['bytes'], peer)] if self.peer else None, None, '(ours with a certificate on both sides)')

    def bytes_row(self, name, ours, pairs):
        self.card.add(name, spread([x for x, _ in pairs]) if pairs else ours, spread([x for _, x in pairs]) if pairs else None,
                      pairs, 1 / 3)

    def drained(self, name, count):
        home = self.new_kiosk(name)
        run([str(self.bin / 'bench-filing'), str(home), str(count)])
        config = self.court / 'hub' / 'hub.toml'
        hub = subprocess.Popen([str(self.bin / 'courtyard-hub'), 'serve', '--config', str(config)], stdout=subprocess.PIPE, text=True)
        hub.stdout.readline()
        try:
            return json.loads(run([str(self.bin / 'bench-drain'), str(home)]))
        finally:
            hub.terminate()
            hub.wait()

    def handwriting(self):
        assets = ROOT / 'assets' / 'handwriting' / 'characters.cyhw'
        figures = json.loads(run([str(self.bin / 'bench-handwriting'), str(assets), str(ROOT / 'tests/data/handwriting/templates.txt')]))
        self.card.add('recognise one character, ms', figures['recognise_ms'], None, [(figures['recognise_ms']['max'], 2.0)], 1.0,
                      '(ratio: the slowest character to 2 ms)')
        self.card.add('bytes of the handwriting model', figures['model_bytes'], None, [(figures['model_bytes'], 2e6)], 1.0,
                      f'(ratio to 2 MB; {figures["characters"]} characters, read and checked in {figures["load_ms"]:.1f} ms)')

    def search(self):
        """Looking for one case among 10,000, by name, pinyin, number, village; the peer is SQLite's LIKE over the same texts."""
        figures = json.loads(run([str(self.bin / 'bench-search')]))
        ours, like, scan = figures['find_ms'], figures['like_ms'], figures['scan_ms']
        self.card.add('find a case among 10,000, slowest, ms', ours['max'], None, [(ours['max'], 50.0)], 1.0,
                      f'(ratio to 50 ms; median {ours["median"]:.1f}; indexed in {figures["put_all_ms"]:.0f} ms)')
        self.card.add('find a case, median against LIKE, ms', ours['median'], like['median'], [(ours['median'], like['median'])], None,
                      f'(a plain scan without pinyin: {scan["median"]:.1f} ms)')

    def cases(self):
        """A laptop with 10,000 cases: its lists at start, after one more fact; the limit is reading the same rows from the encrypted store."""
        figures = json.loads(run([str(self.bin / 'bench-cases'), str(self.work / 'cases')]))
        start, read, find = figures['start_ms'], figures['read_only_ms'], figures['find_ms']
        self.card.add('lists of 10,000 cases at start, ms', start, read, [(start, read)], None,
                      f'(peer: the same {figures["shelf_bytes"] / 1e6:.0f} MB read and thrown away; {figures["tasks"]} tasks of the day)')
        self.card.add('the same, goal of 2 s', start, None, [(start, 2000.0)], 1.0, '(ratio to 2,000 ms)')
        self.card.add('the same with every case folded anew, ms', figures['fold_all_ms'], start, [(figures['fold_all_ms'], start)], None,
                      f'(peer: off the shelf; {figures["facts"]} facts)')
        self.card.add('lists after one more fact, ms', figures['renew_one_ms'], None, [(figures['renew_one_ms'], start)], None, '(ratio to the start)')
        self.card.add('opening a case that 10,000 are compared with, ms', figures['open_twin_ms'], None, [(figures['open_twin_ms'], start)], None,
                      '(ratio to the start)')
        self.card.add('rows for what was typed, slowest, ms', find['max'], None, [(find['max'], 50.0)], 1.0, f'(ratio to 50 ms; median {find["median"]:.1f})')

    def lists(self):
        """The laptop's list of 10,000 cases drawn by the software renderer, and its search as somebody types."""
        figures = json.loads(run([str(self.bin / 'bench-lists')]))
        for name, where in (('laptop', '1366 by 768'), ('desk', '1920 by 1080')):
            told = figures[name]
            for what, key in (('wheel', 'wheel_ms'), ('page keys', 'page_ms'), ('letters of a search', 'letter_ms')):
                self.card.add(f'10,000 rows, {what}, {where}, frame ms', told[key], None, [(told[key]['max'], 50.0)], 1.0,
                              f'(ratio: the longest frame to 50 ms; 95 of 100 within {told[key]["p95"]:.1f})')
            self.card.add(f'10,000 rows, the very first frame, {where}, ms', told['first_ms'], None, None, None, '(letters are drawn for the first time)')
        find, scan = figures['find_ms'], figures['scan_ms']
        self.card.add('the window finds one of 10,000, slowest, ms', find['max'], None, [(find['max'], 50.0)], 1.0, '(ratio to 50 ms)')
        self.card.add('the same, median, against a plain scan, ms', find['median'], scan['median'], [(find['median'], scan['median'])], None,
                      '(the scan looks once at every text and knows no pinyin)')

    def close_all(self):
        if self.peer_hub:
            self.peer_hub.terminate()
            self.peer_hub.wait()
        self.display.close()
        shutil.rmtree(self.work, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--bin', required=True, help='folder of the built programs')
    parser.add_argument('--runs', type=int, default=7)
    parser.add_argument('--idle', type=int, default=20, help='seconds of rest that are measured')
    parser.add_argument('--sections', default='start,rest,touch,walk,filing,drain,handwriting,search,cases,lists')
    parser.add_argument('--json', help='file for everything that was measured')
    options = parser.parse_args()
    load = os.getloadavg()[0]
    print(f'load average before: {load:.2f}' + (' (busy: trust ratios, not milliseconds)' if load > 0.5 else ''), flush=True)
    bench = Bench(options)
    try:
        for section in options.sections.split(','):
            getattr(bench, section)()
    except subprocess.CalledProcessError as error:
        print(f'{error.cmd[0]} failed: {error.stderr.strip() if error.stderr else error.returncode}', file=sys.stderr)
        return 1
    finally:
        bench.close_all()
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps({'load_before': load, 'cpus': os.cpu_count(), 'rows': bench.card.rows}, indent=1))
    return 0


if __name__ == '__main__':
    sys.exit(main())
