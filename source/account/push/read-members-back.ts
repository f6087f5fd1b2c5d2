import { keepSettings, readBases } from '../../../db/account/bases.ts';
import { stageInMemory } from '../../../db/account/staging.ts';
import { readCatalog } from '../../../db/catalog/catalog.ts';
import type { RemoteKind } from '../../roster/pull/pulled-catalog.ts';
import { baseAfter, moveOf } from '../../roster/push/settled.ts';
import type { MemberOperation, MemberStep, OptingStep, PushStep } from '../../roster/push/step.ts';
import type { SkillLevel } from '../../roster/users/user.ts';
import { AccountError } from '../client/account-error.ts';
import * as catalogReads from '../reads/catalog-reads.ts';
import type { ListRead } from '../reads/list-read.ts';
import * as reads from '../reads/reads.ts';
import { stageList } from '../reads/stage-list.ts';
import { inTransaction, type Pushing } from './pushing.ts';

type Member = { user_id: string; opt_in_out_status?: number | null | undefined };

const memberLists = {
  queue: { agent: reads.queueAgents, supervisor: reads.queueSupervisors },
  team: { agent: catalogReads.teamAgents, supervisor: catalogReads.teamSupervisors },
} as const;

/** Reads who is in the queue or team of a step, and keeps that of its people. Throws AccountError. */
export async function readMembersBack(pushing: Pushing, step: MemberStep): Promise<void> {
  const { of, as } = moveOf(step.operation);
  const members = await membersOf(pushing, memberLists[of][as] as ListRead<Member>, {
    of,
    id: step.thing_id,
  });
  const [into, out] = movesOf(step);
  await keep(pushing, step, (person_id, user_id) => {
    const isIn = user_id !== null && members.has(user_id);
    return { ...step, operation: isIn ? into : out, people: [person_id] };
  });
}

/** The operations that put somebody into what a step is about, and out of it. */
function movesOf({ operation }: MemberStep): [MemberOperation, MemberOperation] {
  const { of, as } = moveOf(operation);
  const agent = as === 'agent';
  if (of === 'queue')
    return agent
      ? ['assignQueueAgents', 'deleteQueueAgent']
      : ['assignQueueSupervisors', 'deleteQueueSupervisor'];
  return agent
    ? ['assignTeamAgents', 'unassignTeamAgents']
    : ['assignTeamSupervisors', 'unassignTeamSupervisors'];
}

/** Reads whether somebody is opted in to the queues of a step, and keeps that. */
export async function readOptingBack(pushing: Pushing, step: OptingStep): Promise<void> {
  for (const id of step.queues) {
    const members = await membersOf(pushing, reads.queueAgents, { of: 'queue', id });
    await keep(pushing, step, (_, user_id) => {
      const member = user_id === null ? undefined : members.get(user_id);
      return { ...step, queues: [id], opted_in: !member?.opt_in_out_status };
    });
  }
}

/** Reads which of some skills somebody has, and keeps that. */
export async function readSkillsBack(
  pushing: Pushing,
  person_id: number,
  asked: ReadonlySet<number>,
): Promise<void> {
  const { roster, client, naming } = pushing;
  const names = await naming.of({ operation: 'batchDeleteUsers', people: [person_id] });
  const user_id = names.userId(person_id);
  const { skills } = await readCatalog(roster.read);
  const base = (await readBases(roster.read, [person_id])).get(person_id)?.settings;
  if (user_id === null || !base) return;
  const staging = await stageInMemory();
  try {
    await stageList(client, staging, reads.userSkills, { of: user_id });
    const rows = await staging.selectFrom('rows').select('row').execute();
    const held = rows.flatMap(({ row }): SkillLevel[] => {
      const { skill_id, user_proficiency_level } = JSON.parse(row) as {
        skill_id: string;
        user_proficiency_level?: number | null;
      };
      const skill = skills.find(({ id }) => names.thing('skill', id) === skill_id);
      return skill ? [{ id: skill.id, name: skill.name, level: user_proficiency_level ?? null }] : [];
    });
    // What the account did to the others is merged with what was done here, by the next reading.
    const others = (base.skills ?? []).filter(({ id }) => !asked.has(id));
    const all = [...others, ...held.filter(({ id }) => asked.has(id))];
    await inTransaction(roster, trx =>
      keepSettings(trx, [{ person_id, settings: { ...base, skills: all } }]),
    );
  } catch (error) {
    // Whoever is gone is found out when their settings are read.
    if (!(error instanceof AccountError && error.code === 'not_found')) throw error;
  } finally {
    await staging.destroy();
  }
}

async function membersOf(
  { client, naming }: Pushing,
  list: ListRead<Member>,
  { of, id }: { of: RemoteKind; id: number },
): Promise<Map<string, Member>> {
  const names = await naming.of({ operation: 'batchDeleteUsers', people: [] });
  const remote_id = names.thing(of, id);
  if (remote_id === null) return new Map();
  const staging = await stageInMemory();
  try {
    await stageList(client, staging, list, { of: remote_id });
    const rows = await staging.selectFrom('rows').select('row').execute();
    return new Map(rows.map(({ row }) => JSON.parse(row) as Member).map(row => [row.user_id, row]));
  } catch (error) {
    // It was removed there: nobody is in it.
    if (error instanceof AccountError && error.code === 'not_found') return new Map();
    throw error;
  } finally {
    await staging.destroy();
  }
}

/** Keeps of each of a step's people that they are as after the step that `was` says. */
async function keep(
  { roster, naming }: Pushing,
  step: MemberStep | OptingStep,
  was: (person_id: number, user_id: string | null) => PushStep,
): Promise<void> {
  const names = await naming.of(step);
  const bases = await readBases(roster.read, step.people);
  const catalog = await readCatalog(roster.read);
  const kept = [...bases].map(([person_id, { settings }]) => ({
    person_id,
    settings: baseAfter(was(person_id, names.userId(person_id)), person_id, settings, {
      catalog,
      mainRegion: null,
    }),
  }));
  await inTransaction(roster, trx => keepSettings(trx, kept));
}
