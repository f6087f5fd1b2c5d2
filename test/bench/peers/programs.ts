import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Data } from '../data/cache.ts';
import { entry, node } from '../process/node.ts';
import { firstNameOf } from '../pty/first-rows.ts';
import { screenEnv } from '../pty/session.ts';
import { firstUser, writeMailbox } from './mailbox.ts';
import type { Peer } from './peer.ts';

const arrowDown = '\x1b[B';
const emptyField = '\x15';
const nothing = () => ({});
const number = (data: Data) => String(data.users);

const roster: Peer = {
  name: 'roster',
  version: null,
  command: async data => [node, entry, '--db', data.db],
  env: screenEnv,
  firstRow: data => firstNameOf(data.db),
  loaded: () => null,
  first: null,
  rows: [4, 37],
  search: { open: '/', clear: emptyField },
  down: arrowDown,
};

const fzf: Peer = {
  name: 'fzf',
  version: ['fzf', '--version'],
  // The same matching: what contains the words.
  command: async data => ['/bin/sh', '-c', 'exec fzf --exact --layout=reverse < "$0"', data.list],
  env: nothing,
  firstRow: async data => (await firstUser(data)).email,
  loaded: data => new RegExp(`\\b${number(data)}/${number(data)}\\b`),
  first: null,
  rows: [2, 40],
  search: { open: '', clear: emptyField },
  down: arrowDown,
};

const visidata: Peer = {
  name: 'VisiData',
  version: ['vd', '--version'],
  command: async data => ['vd', '-f', 'tsv', '--header', '0', '--motd-url', '', data.list],
  env: nothing,
  firstRow: async data => (await firstUser(data)).name,
  loaded: data => new RegExp(` ${number(data)} rows`),
  first: null,
  rows: [1, 39],
  search: null,
  down: 'j',
};

const neomutt: Peer = {
  name: 'neomutt',
  version: ['neomutt', '-v'],
  async command(data) {
    const mailbox = join(data.folder, 'users.mbox');
    if (!existsSync(mailbox)) await writeMailbox(data, mailbox);
    const set = `set spoolfile=${mailbox} folder=${data.folder} sort=mailbox-order`;
    return ['neomutt', '-n', '-F', '/dev/null', '-R', '-e', set, '-f', mailbox];
  },
  env: nothing,
  // It begins with the last message, whose name it may cut: this comes with the rows.
  firstRow: async () => 'Msgs:',
  loaded: data => new RegExp(`Msgs:${number(data)}\\b`),
  first: '=',
  rows: [1, 38],
  search: null,
  down: 'j',
};

/** In the order of the table. */
export const programs: readonly Peer[] = [roster, fzf, visidata, neomutt];
