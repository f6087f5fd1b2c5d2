import { expect, it } from 'vitest';
import { readMailSettings } from '../../source/notify/mail-settings.ts';

function read(url: string | undefined, from: string | undefined = 'admin@acme.example') {
  return readMailSettings({ ROSTER_SMTP_URL: url, ROSTER_MAIL_FROM: from });
}

it('reads server, user, password and sender', () => {
  expect(read('smtp://maria%40acme:p%2Fw%25@mail.acme.example:2525', 'Acme <a@acme.example>')).toEqual({
    settings: {
      host: 'mail.acme.example',
      port: 2525,
      secure: false,
      local: false,
      auth: { user: 'maria@acme', pass: 'p/w%' },
      from: { name: 'Acme', address: 'a@acme.example' },
    },
  });
  expect(read('smtps://mail.acme.example')).toMatchObject({
    settings: { port: 465, secure: true, auth: null },
  });
  expect(read('smtp://localhost')).toMatchObject({ settings: { port: 587, local: true } });
  expect(read('smtp://[::1]:25')).toMatchObject({ settings: { host: '::1', port: 25, local: true } });
});

it('says what is missing or wrong, and never what was set', () => {
  const refused: [string | undefined, string | undefined, RegExp][] = [
    ['', '', /^Set ROSTER_SMTP_URL .* and ROSTER_MAIL_FROM/],
    ['', 'a@acme.example', /^Set ROSTER_SMTP_URL: smtp/],
    ['smtp://localhost', '', /^Set ROSTER_MAIL_FROM/],
    ['http://u:secret@mail', undefined, /should look like smtp\[s\]:/],
    ['mail.acme.example:25', undefined, /should look like/],
    ['u:secret@mail.acme.example', undefined, /should look like/],
    ['smtp://u:sec/ret@mail', undefined, /write @ as %40/],
    ['smtp://u:sec#ret@mail', undefined, /# as %23/],
    ['smtp://u:secret%zz@mail', undefined, /no escape/],
    ['smtp://maria@mail', undefined, /a user but no password/],
    ['smtp://:secret@mail', undefined, /a password but no user/],
    ['smtp://localhost', 'not an address', /should be one address/],
    ['smtp://localhost', 'a@b.example, c@d.example', /should be one address/],
    ['smtp://localhost', 'A <a@b.example>\r\nBcc: x@y.example', /should be one address/],
  ];
  for (const [url, from, message] of refused) {
    const settings = read(url, from);
    expect(settings, `${url} ${from}`).toEqual({ refused: expect.stringMatching(message) });
    expect(JSON.stringify(settings)).not.toMatch(/secret|sec\/ret/);
  }
});
