import { type FullName, fullName } from './full-names.ts';

interface CastMember {
  name: FullName;
  role: 'Admin' | 'Supervisor' | 'Agent';
  language: string;
  country: string;
  department: string;
}

const member = (
  [given, family]: readonly [given: string, family: string],
  about: Omit<CastMember, 'name'>,
  order: 'given-first' | 'family-first' = 'given-first',
): CastMember => {
  const [name, surname] = [given, family].map(text => {
    const [written = '', latin = written] = text.split('|');
    return { written, latin };
  });
  return { name: fullName(name!, surname!, { order }), ...about };
};

const operations = 'Operations';

/** The first people of every account: who runs the demo, those who worked on it before, and some Silvas to look for. */
export const cast: readonly CastMember[] = [
  member(['Alex', 'Morgan'], { role: 'Admin', language: 'English', country: 'US', department: operations }),
  member(['Maria', 'Lopez'], { role: 'Admin', language: 'Spanish', country: 'US', department: operations }),
  member(['Jonas', 'Weber'], { role: 'Admin', language: 'German', country: 'DE', department: operations }),
  member(
    ['美咲|Misaki', '田中|Tanaka'],
    { role: 'Admin', language: 'Japanese', country: 'JP', department: operations },
    'family-first',
  ),
  member(['Ana', 'Silva'], { role: 'Agent', language: 'Portuguese', country: 'PT', department: 'Billing' }),
  member(['Bruno', 'da Silva'], {
    role: 'Supervisor',
    language: 'Portuguese',
    country: 'BR',
    department: 'Billing',
  }),
  member(
    ['美玲|Meiling', '席尔瓦|Silva'],
    { role: 'Agent', language: 'Mandarin', country: 'CN', department: 'Customer Care' },
    'family-first',
  ),
];
