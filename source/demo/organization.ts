import type { Privilege } from '../roster/access/privileges.ts';
import type { Channel } from '../roster/users/vocabulary.ts';

/** What the made-up account has besides people. */
export const accountName = 'Acme Support';

export interface QueueSpecification {
  queue_name: string;
  channel: Channel;
  description: string;
  /** How often people are put there. */
  weight: number;
  /** Only for those who speak one of these. */
  languages?: readonly string[];
}

export const queueSpecifications: readonly QueueSpecification[] = [
  {
    queue_name: 'Billing',
    channel: 'voice',
    description: 'Invoices, payment plans and disputes',
    weight: 24,
  },
  { queue_name: 'Sales', channel: 'voice', description: 'New contracts and upgrades', weight: 20 },
  {
    queue_name: 'Support Tier 1',
    channel: 'voice',
    description: 'First contact for everything technical',
    weight: 32,
  },
  {
    queue_name: 'Support Tier 2',
    channel: 'voice',
    description: 'Cases that Tier 1 hands on',
    weight: 10,
  },
  { queue_name: 'Chat', channel: 'messaging', description: 'Web chat and messengers', weight: 18 },
  { queue_name: 'E-mail Desk', channel: 'email', description: 'help@acme.example', weight: 11 },
  {
    queue_name: 'Returns & Refunds',
    channel: 'email',
    description: 'Goods on their way back',
    weight: 7,
  },
  {
    queue_name: 'Video Concierge',
    channel: 'video',
    description: 'Set-up with the camera, by appointment',
    weight: 3,
  },
  {
    queue_name: 'VIP Desk',
    channel: 'messaging',
    description: 'Key accounts, answered within a minute',
    weight: 0.7,
  },
  {
    queue_name: 'Atención al Cliente',
    channel: 'voice',
    description: 'Spanish and Portuguese speakers',
    weight: 40,
    languages: ['Spanish', 'Portuguese'],
  },
  {
    queue_name: '日本語サポート',
    channel: 'messaging',
    description: 'Support in Japanese',
    weight: 90,
    languages: ['Japanese'],
  },
  {
    queue_name: 'Outage Hotline',
    channel: 'voice',
    description: 'Staffed only while something big is down',
    weight: 0,
  },
];

/** Besides the built-in roles. */
export const customRoles: readonly { role_name: string; privileges: readonly Privilege[] }[] = [
  { role_name: 'Quality Analyst', privileges: ['UserManagement:Read', 'RptContactCenterOperationLog:Read'] },
  { role_name: 'Workforce Planner', privileges: ['UserManagement:Read', 'UserManagement:Edit'] },
  { role_name: 'Team Coach', privileges: ['UserManagement:Read'] },
];

/** Besides the main one. */
export const regionNames = ['Americas', 'EMEA', 'Asia Pacific'] as const;
export type RegionName = (typeof regionNames)[number];

const american = new Set(['US', 'CA', 'MX', 'CO', 'AR', 'CL', 'BR']);
const asianAndPacific = new Set('AU BD CN HK ID IN JP KR KZ LK MY PH SG TH TW VN'.split(' '));

/** Where a country belongs. */
export function regionOf(country: string): RegionName {
  if (american.has(country)) return 'Americas';
  return asianAndPacific.has(country) ? 'Asia Pacific' : 'EMEA';
}

/** Teams bear the names of their sites. */
export const teamSpecifications: readonly { team_name: string; region: RegionName }[] = [
  { team_name: 'Austin', region: 'Americas' },
  { team_name: 'Bogotá', region: 'Americas' },
  { team_name: 'São Paulo', region: 'Americas' },
  { team_name: 'Dublin', region: 'EMEA' },
  { team_name: 'Lisbon', region: 'EMEA' },
  { team_name: 'Kraków', region: 'EMEA' },
  { team_name: 'Cairo', region: 'EMEA' },
  { team_name: 'Pune', region: 'Asia Pacific' },
  { team_name: 'Manila', region: 'Asia Pacific' },
  { team_name: '大阪', region: 'Asia Pacific' },
];

export const languageSkills: readonly string[] = [
  'English',
  'Spanish',
  'Portuguese',
  'French',
  'German',
  'Italian',
  'Polish',
  'Ukrainian',
  'Turkish',
  'Arabic',
  'Hindi',
  'Japanese',
  'Korean',
  'Mandarin',
];
export const productSkills: readonly string[] = [
  'Broadband',
  'Mobile',
  'Television',
  'Smart Home',
  'Cloud Backup',
];
export const serviceSkills: readonly string[] = ['De-escalation', 'Complaints', 'Up-selling'];
