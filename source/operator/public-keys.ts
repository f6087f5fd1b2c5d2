import { createHash } from 'node:crypto';
import type { OperatorKey } from '../roster/catalog/operator-keys.ts';

/** A public key as a file has it. */
export type PublicKey = Omit<OperatorKey, 'added_at'>;

/** The keys, or a sentence on why they can't be taken. It never repeats what it was given: that may be a secret. */
export type ReadKeys = { keys: PublicKey[] } | { refused: string };

/** Reads public keys in OpenSSH's format, one a line. `name` is what the file is called. */
export function readPublicKeys(text: string, name: string): ReadKeys {
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|^PuTTY-User-Key-File-/m.test(text))
    return {
      refused: `${name} is a private key, which nobody else should ever have. Name the public one: the file beside it that ends with .pub.`,
    };
  if (/^---- ?BEGIN SSH2 PUBLIC KEY|-----BEGIN [A-Z0-9 ]*PUBLIC KEY-----/m.test(text))
    return {
      refused: `${name} has a public key, but not in OpenSSH's format. ssh-keygen -i -f FILE prints it so.`,
    };
  const keys = new Map<string, PublicKey>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    const read = readLine(words);
    if (typeof read === 'string') return { refused: `${name}, line ${index + 1}: ${read}` };
    if (!keys.has(read.fingerprint)) keys.set(read.fingerprint, read);
  }
  if (keys.size === 0) return { refused: `${name} has no public key in it. ${example}` };
  return { keys: [...keys.values()] };
}

/** The key that a type and a blob make, as sshd hands them over; null where it is none. */
export function publicKey(type: string, blob: string): Omit<PublicKey, 'comment'> | null {
  const shape = shapes.get(type);
  const bytes = Buffer.from(blob, 'base64');
  // Node skips what is no base64; written again it would be another text.
  if (!shape || bytes.toString('base64') !== blob) return null;
  const parts = partsOf(bytes);
  if (!parts || parts[0]?.toString('latin1') !== type || !shape(parts.slice(1))) return null;
  const digest = createHash('sha256').update(bytes).digest('base64');
  return { type, blob, fingerprint: `SHA256:${digest.replace(/=+$/, '')}` };
}

const example = 'It looks like: ssh-ed25519 AAAA… maria@laptop';
/** Characters. */
const longestComment = 200;

function readLine(line: string): PublicKey | string {
  const [type = '', blob = '', ...comment] = line.split(/[ \t]+/);
  if (shapes.has(type)) {
    const key = publicKey(type, blob);
    if (!key) return `The key is damaged or cut short, or not of the type ${type}.`;
    return {
      ...key,
      comment: Array.from(comment.join(' ').replace(/\p{Cc}/gu, ''))
        .slice(0, longestComment)
        .join(''),
    };
  }
  const plain = /^[a-z][a-z0-9@.-]{2,60}$/.test(type);
  if (plain && type.includes('-cert-v01@'))
    return 'That is a certificate. Name the public key it was made for.';
  if (type === 'ssh-dss') return 'OpenSSH takes no DSA keys any more. Make another: ssh-keygen -t ed25519';
  if (line.split(/[ \t]+/).some(word => shapes.has(word)))
    return 'Nothing may stand before the key: roster sets its options itself. Leave only type, key and comment.';
  return `No public key in OpenSSH's format. ${example}`;
}

/** What each type consists of behind its own name; those that OpenSSH knows and lets in. */
const shapes = new Map<string, (parts: readonly Buffer[]) => boolean>([
  ['ssh-ed25519', parts => parts.length === 1 && parts[0]?.length === 32],
  ['ecdsa-sha2-nistp256', parts => parts.length === 2 && isOnCurve(parts, 'nistp256', 65)],
  ['ecdsa-sha2-nistp384', parts => parts.length === 2 && isOnCurve(parts, 'nistp384', 97)],
  ['ecdsa-sha2-nistp521', parts => parts.length === 2 && isOnCurve(parts, 'nistp521', 133)],
  ['ssh-rsa', parts => parts.length === 2 && isModulus(parts[1])],
  // The last part is what the security key was asked in the name of.
  ['sk-ssh-ed25519@openssh.com', parts => parts.length === 2 && parts[0]?.length === 32],
  ['sk-ecdsa-sha2-nistp256@openssh.com', parts => parts.length === 3 && isOnCurve(parts, 'nistp256', 65)],
]);

function isOnCurve([curve, point]: readonly Buffer[], name: string, length: number): boolean {
  return curve?.toString('latin1') === name && point?.length === length && point[0] === 4;
}

/** sshd lets in no RSA key under 1,024 bits; a number that begins with a one has a zero byte before it. */
function isModulus(number: Buffer | undefined): boolean {
  return number !== undefined && number.length > 128;
}

/** The parts of a key, each behind its length in four bytes; null where they don't add up. */
function partsOf(bytes: Buffer): Buffer[] | null {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes.length - at < 4) return null;
    const length = bytes.readUInt32BE(at);
    at += 4;
    if (bytes.length - at < length) return null;
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}
