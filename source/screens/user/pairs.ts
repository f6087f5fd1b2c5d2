import type { Span } from '../../components/line.ts';
import { span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { wrapped } from '../../components/wrap.ts';
import { localTime } from '../../roster/local-time.ts';
import type { FieldName, User } from '../../roster/user.ts';
import { capitalized } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { Style } from '../../terminal/style.ts';
import { fit } from '../../terminal/width.ts';
import { shownValue } from '../field-text.ts';

const muted = { color: 'muted' } as const;

/** A group of facts under a heading. */
export interface Section {
  title: string;
  lines: Span[][];
}

/** Cells for the names of facts; the longest there is takes them all. */
const labelWidth = 20;

/** What is said about a user in words and values, section by section. */
export function pairSections({ person, settings, added_at }: User, width: number, look: Look): Section[] {
  const pair = (label: string, value: string | null, style?: Style): Span[][] => {
    const room = Math.max(8, width - labelWidth);
    const shown =
      value === null || value === '' ? [[span(look.marks.dash, muted)]] : wrapped(value, room, style);
    return shown.map((line, index) => [
      span(fit(index === 0 ? label : '', labelWidth, look.marks), muted),
      ...line,
    ]);
  };
  const setting = (name: FieldName, label: string) => pair(label, shownValue(name, settings[name]));
  const active = settings.user_access === 'active';
  return [
    {
      title: 'Identity',
      lines: [
        ...pair('Display name', visible(settings.display_name || person.display_name)),
        ...pair('E-mail', visible(person.user_email)),
        ...pair('First name', visible(person.first_name)),
        ...pair('Last name', visible(person.last_name)),
        ...pair('Department', visible(person.department)),
        ...pair('Account', capitalized(person.account_status)),
        ...pair('User id', visible(person.user_id)),
      ],
    },
    {
      title: 'License and access',
      lines: [
        ...setting('role', 'Role'),
        ...pair('Status', active ? 'Active' : 'Inactive', active ? {} : { color: 'warning' }),
        ...setting('package_name', 'Package'),
        ...setting('add_ons_plan', 'Add-ons'),
        ...setting('client_integration', 'Integration'),
        ...setting('client_integration_name', 'Integration name'),
        ...pair('Added', localTime(added_at)),
      ],
    },
    {
      title: 'Presence and channels',
      lines: [
        [span(fit('Presence', labelWidth, look.marks), muted), ...presence(settings, look)],
        ...setting('concurrent_message_capacity', 'Messages at once'),
        ...setting('concurrent_email_capacity', 'E-mails at once'),
        ...setting('max_agent_load', 'Agent load'),
        ...setting('email_max_agent_load', 'E-mail agent load'),
      ],
    },
    {
      title: 'Team and region',
      lines: [
        ...setting('team', 'Team'),
        ...setting('region', 'Region'),
        ...setting('country_iso_code', 'Country'),
      ],
    },
  ];
}

function presence({ status_name, sub_status_name }: User['settings'], { marks }: Look): Span[] {
  const signs: Record<User['settings']['status_name'], [string, Style]> = {
    Ready: [marks.ready, { color: 'good' }],
    Occupied: [marks.occupied, { color: 'accent' }],
    'Not Ready': [marks.notReady, { color: 'warning' }],
    Offline: [marks.offline, muted],
  };
  const [mark, style] = signs[status_name];
  const reason = sub_status_name ? [span(` ${marks.dot} ${sub_status_name}`, muted)] : [];
  return [span(`${mark} `, style), span(status_name), ...reason];
}
