import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicKey, readPublicKeys } from '../../source/operator/public-keys.ts';
import { temporaryFolder } from '../after-file.ts';

const folder = temporaryFolder();

const maria = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBwC2HgP7sBo+Zz6Lw9lD0U7Xo3S2v3o1cZcZrWb5n3q maria@laptop';
const [type = '', blob = ''] = maria.split(' ');
const fingerprint = publicKey(type, blob)!.fingerprint;

/** The part of a key as it stands in its blob. */
function part(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

const blobOf = (...parts: (string | Uint8Array)[]) => Buffer.concat(parts.map(part)).toString('base64');
const point = (length: number) => Buffer.concat([Buffer.from([4]), Buffer.alloc(length - 1, 7)]);

const keygen = ['ed25519', 'ecdsa -b 256', 'ecdsa -b 384', 'ecdsa -b 521', 'rsa -b 1024', 'rsa -b 3072'];

function canGenerate(): boolean {
  try {
    execFileSync('ssh-keygen', ['-Y'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

it('a long comment is cut between characters', () => {
  const read = readPublicKeys(`${type} ${blob} ${'a'.repeat(199)}👩${'b'.repeat(9)}`, 'maria.pub');
  expect(read).toMatchObject({ keys: [{ comment: `${'a'.repeat(199)}👩` }] });
});

describe.skipIf(!canGenerate())('what ssh-keygen makes', () => {
  it.each(keygen)('is read, with the fingerprint that ssh-keygen prints: %s', kind => {
    const file = join(folder, kind.replaceAll(' ', ''));
    execFileSync('ssh-keygen', ['-q', '-N', '', '-C', 'maria@laptop', '-f', file, '-t', ...kind.split(' ')]);
    const [, printed] = execFileSync('ssh-keygen', ['-lf', `${file}.pub`], { encoding: 'utf8' }).split(' ');
    const text = readFileSync(`${file}.pub`, 'utf8');
    const [type, blob] = text.split(' ');
    expect(readPublicKeys(text, 'FILE')).toEqual({
      keys: [{ type, blob, fingerprint: printed, comment: 'maria@laptop' }],
    });
  });

  it.each([
    ['PEM', 'rsa -b 1024 -m PEM'],
    ['PKCS8', 'ecdsa -m PKCS8'],
    ['its own', 'ed25519'],
  ])('is refused if it is a private key, whose content is not repeated: %s', (name, kind) => {
    const file = join(folder, `private-${name.replace(' ', '')}`);
    execFileSync('ssh-keygen', ['-q', '-N', '', '-f', file, '-t', ...kind.split(' ')]);
    const read = readPublicKeys(readFileSync(file, 'utf8'), 'id');
    expect(read).toEqual({ refused: expect.stringMatching(/^id is a private key, .* ends with \.pub\.$/) });
  });
});

it.each([
  ['sk-ssh-ed25519@openssh.com', [Buffer.alloc(32, 7), 'ssh:']],
  ['sk-ecdsa-sha2-nistp256@openssh.com', ['nistp256', point(65), 'ssh:']],
])('keys on security keys are read: %s', (type, parts) => {
  const blob = blobOf(type, ...parts);
  expect(readPublicKeys(`${type} ${blob}`, 'FILE')).toMatchObject({ keys: [{ type, blob, comment: '' }] });
});

it('a file may have several keys, comments, blank lines, and lines of Windows', () => {
  const other = `ssh-ed25519 ${blobOf('ssh-ed25519', Buffer.alloc(32, 9))}`;
  const read = readPublicKeys(
    `\uFEFF# Maria's\r\n\r\n${maria}\r\n  ${other}\tat home \u001b[2J\r\n${maria}\r\n`,
    'FILE',
  );
  expect(read).toEqual({
    keys: [
      { type, blob, fingerprint, comment: 'maria@laptop' },
      expect.objectContaining({ comment: 'at home [2J' }),
    ],
  });
});

const secret = 'c2VjcmV0IHNlY3JldA';
it.each([
  ['nothing', '', 'has no public key in it'],
  ['only comments', '# none\n', 'has no public key in it'],
  ['options', `restrict,command="id" ${maria}`, 'line 1: Nothing may stand before the key'],
  ['an option', `no-pty ${maria}`, 'line 1: Nothing may stand before the key'],
  ['a second line that is none', `${maria}\n${secret}`, "line 2: No public key in OpenSSH's format"],
  ['a blob alone', blob, "No public key in OpenSSH's format"],
  ['a type alone', type, 'not of the type ssh-ed25519'],
  ['a cut blob', `${type} ${blob.slice(0, -4)}`, 'damaged or cut short'],
  ['a blob that goes on', `${type} ${blob}AAAA`, 'damaged or cut short'],
  ['no base64', `${type} ${blob.slice(0, -1)}!`, 'damaged or cut short'],
  ['a blob without its padding', `ssh-rsa ${blobOf('ssh-rsa', 'abc').replace(/=+$/, '')}`, 'damaged'],
  ['another type', `ssh-rsa ${blob}`, 'not of the type ssh-rsa'],
  ['a short RSA key', `ssh-rsa ${blobOf('ssh-rsa', 'a', Buffer.alloc(65, 7))}`, 'not of the type ssh-rsa'],
  [
    'a wrong curve',
    `ecdsa-sha2-nistp256 ${blobOf('ecdsa-sha2-nistp256', 'nistp384', point(65))}`,
    'not of the type',
  ],
  [
    'a compressed point',
    `ecdsa-sha2-nistp256 ${blobOf('ecdsa-sha2-nistp256', 'nistp256', Buffer.alloc(65, 2))}`,
    'not of',
  ],
  ['DSA', `ssh-dss ${secret}`, 'OpenSSH takes no DSA keys any more'],
  ['a certificate', `ssh-ed25519-cert-v01@openssh.com ${secret}`, 'That is a certificate'],
  ['a type from nowhere', `constructor ${secret}`, "No public key in OpenSSH's format"],
  ['the format of others', `---- BEGIN SSH2 PUBLIC KEY ----\n${secret}`, 'ssh-keygen -i -f FILE'],
  ['PEM', `-----BEGIN PUBLIC KEY-----\n${secret}`, 'ssh-keygen -i -f FILE'],
  ['a private key of PuTTY', `PuTTY-User-Key-File-3: ssh-ed25519\n${secret}`, 'FILE is a private key'],
  [
    'a private key behind a public one',
    `${maria}\n-----BEGIN RSA PRIVATE KEY-----\n${secret}`,
    'is a private key',
  ],
  ['bytes', '\0\u0001\u0002', "No public key in OpenSSH's format"],
])('%s is refused with a sentence that does not repeat it', (_, text, sentence) => {
  const read = readPublicKeys(text, 'FILE');
  expect(read).toEqual({ refused: expect.stringContaining(sentence) });
  expect(JSON.stringify(read)).not.toContain(secret);
});
