import { expect, it } from 'vitest';
import { networkName, networkWarning } from '../../db/sqlite/file-system.ts';
import { makeRoster } from './fixture.ts';

it.each([
  [0x6969n, null, 'NFS'],
  [0xfe534d42n, null, 'SMB'],
  [0xff534d42n, null, 'CIFS'],
  // The same on a machine that extends the sign.
  [BigInt.asUintN(64, -0xacb2ben), null, 'CIFS'],
  [0x65735546n, 'sshfs', 'FUSE sshfs'],
  [0x65735546n, 'fuse-overlayfs', null],
  [0x65735546n, null, null],
  [0xef53n, null, null],
  [0x01021994n, null, null],
])('knows the file system %s %s as %s', (type, program, name) => {
  expect(networkName(type, () => program)).toBe(name);
});

it('has nothing to say of a local disk', async () => {
  expect(networkWarning(await makeRoster())).toBe(null);
});
