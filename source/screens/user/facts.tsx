import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { Block } from '../../components/blocks.tsx';
import { shownValue } from '../../components/field-text.ts';
import { Wrapped, wrapLines } from '../../components/wrapped.tsx';
import { localTime } from '../../roster/text/local-time.ts';
import { capitalized } from '../../roster/text/words.ts';
import { countryName } from '../../roster/users/country-name.ts';
import { accountFields, fields } from '../../roster/users/fields.ts';
import type { FieldName, User } from '../../roster/users/user.ts';
import { isWithoutEffect } from '../../roster/users/user-cells.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import type { StyleName } from '../../theme/theme.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { Section } from './blocks.ts';

/** Cells for the names of facts; the longest there is takes them all. */
const labelWidth = 20;

type FactSections = Record<'identity' | 'access' | 'channels' | 'team', Section> & {
  /** What is set at the account alone; nothing where it said nothing of it. */
  account: Section[];
};

/** What is said about a user in words and values, in `width` cells. */
export function factSections({ person, settings, added_at }: User, width: number): FactSections {
  const room = Math.max(8, width - labelWidth);
  const fact = (label: string, value: string | null, style: StyleName = 'text'): Block => {
    const text = value || marks.dash;
    return {
      key: label,
      height: wrapLines(text, room).length,
      draw: () => <Fact label={label} text={text} style={value ? style : 'muted'} width={room} />,
    };
  };
  const setting = (name: FieldName, label: string) => {
    const value = shownValue(name, settings[name]);
    return isWithoutEffect(name, settings)
      ? fact(label, `${value} (no effect)`, 'muted')
      : fact(label, value);
  };
  const isActive = settings.user_access === 'active';
  const said = accountFields.filter(name => settings[name] !== null);
  return {
    identity: {
      title: 'Identity',
      blocks: [
        fact('Display name', visible(settings.display_name || person.display_name)),
        fact('E-mail', visible(person.user_email)),
        fact('First name', visible(person.first_name)),
        fact('Last name', visible(person.last_name)),
        fact('Department', visible(person.department)),
        fact('Account', capitalized(person.account_status)),
        fact('User id', visible(person.user_id)),
      ],
    },
    access: {
      title: 'License and access',
      blocks: [
        setting('role', 'Role'),
        fact('Status', isActive ? 'Active' : 'Inactive', isActive ? 'text' : 'warning'),
        setting('package_name', 'Package'),
        setting('add_ons_plan', 'Add-ons'),
        setting('client_integration', 'Integration'),
        setting('client_integration_name', 'Integration name'),
        fact('Added', localTime(added_at)),
      ],
    },
    channels: {
      title: 'Presence and channels',
      blocks: [
        { key: 'Presence', height: 1, draw: () => <Presence settings={settings} /> },
        setting('concurrent_message_capacity', 'Messages at once'),
        setting('concurrent_email_capacity', 'E-mails at once'),
        setting('multi_channel_engagements', 'Several channels'),
        setting('max_agent_load', 'Agent load'),
        setting('email_max_agent_load', 'E-mail agent load'),
      ],
    },
    team: {
      title: 'Team and region',
      blocks: [
        setting('team', 'Team'),
        setting('region', 'Region'),
        fact('Country', countryText(settings.country_iso_code)),
      ],
    },
    account:
      said.length === 0
        ? []
        : [{ title: 'Set at the account only', blocks: said.map(name => setting(name, fields[name].label)) }],
  };
}

function countryText(code: string | null): string | null {
  return code && [code, countryName(code)].filter(Boolean).join('  ');
}

interface FactProps {
  label: string;
  text: string;
  style: StyleName;
  /** Cells for the text. */
  width: number;
}

function Fact({ label, text, style, width }: FactProps) {
  const theme = useTheme();
  return (
    <Labeled label={label}>
      <Wrapped width={width} style={theme[style]}>
        {text}
      </Wrapped>
    </Labeled>
  );
}

function Presence({ settings: { status_name, sub_status_name } }: { settings: User['settings'] }) {
  const theme = useTheme();
  const [mark, style] = {
    Ready: [marks.ready, theme.good] as const,
    Occupied: [marks.occupied, theme.accent] as const,
    'Not Ready': [marks.notReady, theme.warning] as const,
    Offline: [marks.offline, theme.muted] as const,
  }[status_name];
  return (
    <Labeled label="Presence">
      <Text wrap="truncate">
        <Text {...style}>{mark}</Text>
        <Text {...theme.text}> {status_name}</Text>
        <Text {...theme.muted}>{sub_status_name && ` ${marks.dot} ${sub_status_name}`}</Text>
      </Text>
    </Labeled>
  );
}

function Labeled({ label, children }: { label: string; children: ReactNode }) {
  const theme = useTheme();
  return (
    <Box>
      <Box width={labelWidth} flexShrink={0}>
        <Text wrap="truncate" {...theme.muted}>
          {label}
        </Text>
      </Box>
      {children}
    </Box>
  );
}
