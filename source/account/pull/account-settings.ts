import type { AccountSettings, AccountValue, Reference } from '../../roster/users/user.ts';
import type { RemoteUser } from '../reads/reads.ts';

/**
 * What is set at the account alone, where the answer has it; what is not in it is left out. References give the names and,
 * of templates, the shape; what comes is taken in either shape. `queueOf` knows the queues by their ids there.
 */
export function accountSettingsOf(
  user: RemoteUser,
  queueOf: (id: string) => Reference | undefined,
): Partial<AccountSettings> {
  const { external_url, assigned_queues: queues } = user;
  const names = ['enable_user_level_recording', 'allowed_devices', 'mobile_client'] as const;
  const occupied = ['messaging_occupied', 'email_occupied'] as const;
  const plain = [...names, ...occupied].filter(name => user[name] !== undefined);
  return {
    ...Object.fromEntries(plain.map(name => [name, sentValue(user[name])])),
    ...(external_url !== undefined && { external_url: sentValue(urlOf(external_url)) }),
    ...(isObject(queues) && {
      default_outbound_voice_queue_name: queueValue(queues.default_outbound_voice_queue_id, queueOf),
      default_outbound_message_queue_name: queueValue(queues.default_outbound_message_queue_id, queueOf),
    }),
  };
}

/** The queue; of one that is not known, its id. */
function queueValue(id: unknown, queueOf: (id: string) => Reference | undefined): AccountValue | null {
  const found = typeof id === 'string' ? queueOf(id) : undefined;
  return found ? { id: found.id, name: found.name } : sentValue(id);
}

function urlOf(sent: unknown): unknown {
  if (!isObject(sent)) return sent;
  return sent.enable_external_url === false ? null : sent.external_launch_url;
}

/** A value that can be shown; what is made of parts is shown as JSON. */
function sentValue(sent: unknown): AccountValue | null {
  if (sent === null || sent === undefined || sent === '') return null;
  if (typeof sent === 'boolean' || typeof sent === 'number' || typeof sent === 'string') return sent;
  if (Array.isArray(sent)) return sent.length === 0 ? null : sent.map(textOf);
  return JSON.stringify(sent);
}

function textOf(item: unknown): string {
  return typeof item === 'string' ? item : JSON.stringify(item);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
