import { chownSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OverSsh, setUpOverSsh } from './over-ssh.ts';
import { finished, whyNoSshd } from './sshd.ts';

const missing = whyNoSshd();

describe.skipIf(missing !== null)(missing === null ? 'over SSH' : `over SSH (not tried: ${missing})`, () => {
  let at: OverSsh;

  beforeAll(async () => {
    at = await setUpOverSsh();
  });

  afterEach(() => at.closeTerminals());

  afterAll(() => at?.remove());

  it('there is no way to another command, path or option', async () => {
    const { host, fingerprints, ssh } = at;
    const file = join(dirname(host.database), 'made');
    // What the account itself may read and write.
    const there = join(dirname(host.database), '../there.csv');
    const content = 'user_email\nnobody-else-knows@acme.example\n';
    writeFileSync(there, content, { mode: 0o600 });
    chownSync(there, host.uid, -1);
    const session = `session --db ${host.database} --operator 1 --key ${fingerprints.sam}`;
    const tries: [code: number, command: string][] = [
      ...[
        `sh -c "touch ${file}"`,
        '/bin/sh',
        `; touch ${file}`,
        `list\ntouch ${file}`,
        `export > ${file}`,
      ].map(of(2)),
      ...[`\`touch ${file}\``, `$(touch ${file})`, 'list "'].map(of(2)),
      ...[`list --search "$(touch ${file}) \`touch ${file}\` $HOME *"`].map(of(0)),
      ...['list --db /etc/passwd', '--db=/etc/passwd list', 'import /etc/passwd', `backup ${file}`].map(
        of(3),
      ),
      ...[`import - --result ${file}`, `demo --keep ${file}`, 'notify --watch', session].map(of(3)),
      ...[`import ${there}`, `import -- ${there}`, `people import -- ${there}`].map(of(3)),
      ...[`import - --result=${there}`, `add --role Agent --from ${there}`].map(of(3)),
      ...[`operator add eve --role Admin --key ${there}`, `operator edit maria --key=${there}`].map(of(3)),
      ...[`notify --template ${there}`, `queue list --db=${there}`].map(of(3)),
      ...[`help complete --db ${there}`, `help --db ${there} session`].map(of(2)),
    ];
    const ended: [number, string][] = [];
    const waiting = [...tries];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { code, stdout, stderr } = await ssh('maria', next[1]);
        expect(stdout + stderr).not.toContain('nobody-else-knows');
        ended.push([code, next[1]]);
      }
    };
    await Promise.all([work(), work()]);
    expect(ended.sort()).toEqual(tries.sort());
    const made = readdirSync(dirname(host.database)).filter(name => !/^roster\.db(-wal|-shm)?$/.test(name));
    expect(made).toEqual([]);
    expect(readFileSync(there, 'utf8')).toBe(content);
  });

  it('nothing is forwarded or copied', async () => {
    const { host, sshd, goal, shared, login } = at;
    const local = join(host.folder, 'local');
    writeFileSync(local, 'mine');
    const copying = shared('maria');
    const forwarded = await Promise.all([
      login('maria', 'list', '-W', `127.0.0.1:${sshd.port}`),
      login('maria', 'list', '-N', '-R', '127.0.0.1:0:127.0.0.1:1', '-o', 'ExitOnForwardFailure=yes'),
      finished('scp', ['-q', ...copying, local, `${goal}:copied`]),
      finished('scp', ['-q', '-O', ...copying, local, `${goal}:copied`]),
      finished('scp', ['-q', ...copying, `${goal}:/etc/passwd`, join(host.folder, 'passwd')]),
      finished('sftp', ['-q', '-b', '-', ...copying, goal], 'ls\n'),
    ]);
    expect(forwarded.filter(({ code }) => code === 0)).toEqual([]);
    expect(readdirSync(join(dirname(host.database), '../../..'))).not.toContain('copied');
    expect(readdirSync(host.folder)).not.toContain('passwd');
  });
});

/** Commands that are expected to end with this exit code. */
function of(code: number): (command: string) => [number, string] {
  return command => [code, command];
}
