import { describe, expect, it } from 'vitest';
import { findByName } from '../../source/roster/catalog/find-by-name.ts';
import { counted, listed } from '../../source/roster/text/words.ts';
import { composeDisplayName } from '../../source/roster/users/display-name.ts';
import { emailKey } from '../../source/roster/users/email-key.ts';
import { agent, billing, sales } from './build.ts';

describe('findByName', () => {
  const list = [agent, billing, sales, { id: 9, name: 'Crédit' }];

  it('finds whatever the case, the accents and the space around', () => {
    expect(findByName(list, '  credit ', 'queue')).toEqual({ found: { id: 9, name: 'Crédit' } });
  });

  it('names those that come close', () => {
    const answer = findByName(list, 'Bilings', 'queue');
    expect(answer).toMatchObject({ problem: { code: 'unknown_queue', value: 'Bilings' } });
    expect('problem' in answer && answer.problem.message).toBe(
      'No queue is called "Bilings". There is: Billing.',
    );
  });

  it('names all there are where none comes close, and says how to make the first', () => {
    expect(findByName([agent, sales], 'Xy', 'role')).toMatchObject({
      problem: { message: 'No role is called "Xy". There are: Agent and Sales.' },
    });
    expect(findByName([], 'Xy', 'queue')).toMatchObject({
      problem: { message: 'No queue is called "Xy". There are no queues yet: roster queue add NAME' },
    });
  });

  it('finds nothing by no name', () => {
    expect(findByName(list, ' ', 'queue')).toHaveProperty('problem');
  });
});

describe('emailKey', () => {
  it('compares without case and space around, but with accents', () => {
    expect(emailKey(' Ana.Silva@ACME.example ')).toBe('ana.silva@acme.example');
    expect(emailKey('josé@acme.example')).not.toBe(emailKey('jose@acme.example'));
    expect(emailKey('jose\u0301@acme.example')).toBe(emailKey('josé@acme.example'));
  });
});

describe('composeDisplayName', () => {
  const user_email = 'ana.silva@acme.example';

  it('is first and last name, or what there is of them, or the e-mail up to its @', () => {
    expect(composeDisplayName({ user_email, first_name: 'Ana', last_name: 'Silva' })).toBe('Ana Silva');
    expect(composeDisplayName({ user_email, first_name: '', last_name: 'Silva' })).toBe('Silva');
    expect(composeDisplayName({ user_email, first_name: '', last_name: '' })).toBe('ana.silva');
  });
});

describe('words', () => {
  it('counts and lists as people do', () => {
    expect(counted(1, 'user')).toBe('1 user');
    expect(counted(1204, 'user')).toBe('1,204 users');
    expect(listed([])).toBe('');
    expect(listed(['Ana'])).toBe('Ana');
    expect(listed(['Ana', 'Bruno', 'Cem'])).toBe('Ana, Bruno and Cem');
    expect(listed(['Ana', 'Bruno', 'Cem', 'Dora', 'Eva'])).toBe('Ana, Bruno and 3 more');
  });
});
