"""Runs commands in turn and keeps what each of them took."""
import os, statistics, subprocess, sys, time


class Measured:
    """Wall clock and CPU seconds, and the largest resident set in MB, of the runs of one command."""

    def __init__(self, command, cwd, env=None):
        self.command, self.cwd, self.env = command, cwd, env
        self.wall, self.cpu, self.memory = [], [], []

    def run(self):
        started = time.monotonic()
        process = subprocess.Popen(
            self.command, cwd=self.cwd, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall.append(time.monotonic() - started)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)
        return process.returncode, output.decode()

    def median(self):
        return statistics.median(self.wall)


def alternate(commands, rounds, accepted=(0,)):
    """One run of every command each round, so that a busy machine slows all of them alike."""
    for _ in range(rounds):
        for name, measured in commands.items():
            code, output = measured.run()
            if code not in accepted:
                sys.exit(f"{name} failed with {code}:\n{output[-3000:]}")


def table(title, commands, reference):
    """Medians, spread, and the ratio to the command named `reference`."""
    print(f"\n{title}\n{'':44} {'median s':>8} {'min':>6} {'max':>6} {'CPU s':>6} {'MB':>5} {'ratio':>6}")
    least = commands[reference].median()
    for name, each in commands.items():
        print(f"{name:44} {each.median():8.2f} {min(each.wall):6.2f} {max(each.wall):6.2f} "
              f"{statistics.median(each.cpu):6.2f} {statistics.median(each.memory):5.0f} "
              f"{each.median() / least:6.2f}", flush=True)
