import { readFileSync, realpathSync, statfsSync } from 'node:fs';

/** By the numbers that Linux gives them (statfs(2)). */
const networks: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4266872130: 'SMB',
  4283649346: 'CIFS',
  16914839: '9P',
  1397113167: 'AFS',
  12805120: 'Ceph',
  1937076805: 'Coda',
  198183888: 'Lustre',
  1196443219: 'GPFS',
  1952539503: 'OCFS2',
  18225520: 'GFS2',
  2020557398: 'VirtualBox folder',
};
const fuse = 0x65735546;

/** File systems that programs provide from what is on this machine. */
const localPrograms = [
  'fuse-overlayfs',
  'gocryptfs',
  'encfs',
  'bindfs',
  'mergerfs',
  'lxcfs',
  'ntfs-3g',
  'exfat',
];

/** What a file system is called if it lies on the network, or may; null if it is local, or that can't be told. */
export function networkName(type: bigint, subtype: () => string | null): string | null {
  // Some machines count the number as a negative one.
  const number = Number(BigInt.asUintN(32, type));
  if (number !== fuse) return networks[number] ?? null;
  const program = subtype();
  return program === null || localPrograms.includes(program) ? null : `FUSE ${program}`;
}

/**
 * A warning where the locks by which several programs share a roster can't be relied on; null if all is well. Only Linux
 * says what it takes to know.
 */
export function networkWarning(path: string): string | null {
  if (process.platform !== 'linux') return null;
  const type = statfsSync(path, { bigint: true }).type;
  const name = networkName(type, () => fuseProgram(path));
  return (
    name &&
    `${path} is on a network file system (${name}), where locks may fail. Use it from one host only, or move it to a local disk.`
  );
}

/** `sshfs` of a mount of the type `fuse.sshfs`; null if there is no telling. */
function fuseProgram(path: string): string | null {
  try {
    const real = realpathSync(path);
    const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
    let longest = '';
    let program: string | null = null;
    for (const mount of mounts) {
      const [place = '', kind = ''] = [mount.split(' ')[4], mount.split(' - ')[1]?.split(' ')[0]];
      const folder = place.replaceAll(/\\(\d{3})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 8)),
      );
      if (folder.length < longest.length || !`${real}/`.startsWith(folder === '/' ? '/' : `${folder}/`))
        continue;
      longest = folder;
      program = kind.startsWith('fuse.') ? kind.slice('fuse.'.length) : null;
    }
    return program;
  } catch {
    return null;
  }
}
