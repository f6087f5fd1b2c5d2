import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAccount, readPools } from '../../db/catalog/account.ts';
import { readRoles } from '../../db/catalog/catalog.ts';
import { ownerNames } from '../../db/catalog/operators.ts';
import { createRoster } from '../../db/create.ts';
import { OpenError } from '../../db/open.ts';
import { temporaryFolder } from '../after-file.ts';
import { account, makeRoster, openFixture } from './fixture.ts';

describe('making a roster', () => {
  it('has the account, its pools, the built-in roles and its maker as the owner', async () => {
    const { read, operator, close } = await openFixture(await makeRoster());
    expect(await readAccount(read)).toMatchObject({
      account_name: 'Acme Support',
      plan: 'business',
      license_model: 'named',
    });
    expect(await readPools(read, 'named')).toContainEqual(
      expect.objectContaining({ package_name: 'premium', total: 2, used: 0 }),
    );
    expect((await readRoles(read)).map(role => role.name)).toEqual(['Admin', 'Agent', 'Supervisor']);
    expect(operator).toMatchObject({ is_owner: true, role_name: 'Admin' });
    expect(operator.privileges).toContain('UserManagement:Edit');
    expect(await ownerNames(read)).toEqual(['maria']);
    await close();
  });

  it('makes missing folders, for its owner only, and leaves nothing beside the file', async () => {
    const path = join(temporaryFolder(), 'a', 'b', 'roster.db');
    await createRoster(path, account);
    expect(readdirSync(dirname(path))).toEqual(['roster.db']);
  });

  it('leaves an existing file as it is, byte for byte', async () => {
    const path = join(temporaryFolder(), 'notes.txt');
    writeFileSync(path, 'mine');
    await expect(createRoster(path, account)).rejects.toThrow(OpenError);
    await expect(createRoster(path, account)).rejects.toThrow(/exists already; it was left as it is/);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(readdirSync(dirname(path))).toEqual(['notes.txt']);
  });

  it('leaves a file that appears meanwhile as it is', async () => {
    const path = join(temporaryFolder(), 'roster.db');
    const meanwhile = createRoster(path, account, async () => writeFileSync(path, 'first'));
    await expect(meanwhile).rejects.toThrow(/exists already; it was left as it is/);
    expect(readFileSync(path, 'utf8')).toBe('first');
  });

  it('leaves nothing when filling it fails', async () => {
    const path = join(temporaryFolder(), 'roster.db');
    const failing = createRoster(path, account, async () => {
      throw new Error('no such file');
    });
    await expect(failing).rejects.toThrow('no such file');
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('lets two make the same roster at once: one of them is told that it exists', async () => {
    const path = join(temporaryFolder(), 'roster.db');
    mkdirSync(dirname(path), { recursive: true });
    const outcomes = await Promise.allSettled([createRoster(path, account), createRoster(path, account)]);
    expect(outcomes.map(outcome => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(existsSync(path)).toBe(true);
  });
});
