import { Box, Text } from 'ink';
import type { Page, PageProps } from '../../app/layer.ts';
import { topLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { NameAndEmail, nameAmongOthers } from '../../components/name-and-email.tsx';
import { shownName } from '../../roster/plan/subjects.ts';
import { counted, listed, number } from '../../roster/text/words.ts';
import type { Person, User } from '../../roster/users/user.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { AffectedPane } from './affected-pane.tsx';
import { touchedFields } from './edits.ts';
import { FieldsPane } from './fields-pane.tsx';
import { PeopleList } from './people/list.tsx';
import { PlanLines } from './plan-lines.tsx';
import { formRows } from './sections.ts';
import type { FormLayer } from './state.ts';

/** Both panes stand side by side from this width on; below, only the one with the keys is shown. */
const bothFrom = 100;

/** Cells of the fields, and of what stands beside them where there is room for both. */
const fieldsBeside = 72;
const leastAffected = 40;

/** Lines from which on a blank one stands above what saving would do. */
const roomyFrom = 10;

/** The form: people, fields, and what saving would do. */
export const formPage: Page<FormLayer> = { Heading, View, place };

function View({ layer: form, app, width, height }: PageProps<FormLayer>) {
  const top = topLayer(app);
  const onPeople = isOnPeople(app);
  const both = form.people !== null && width >= bothFrom;
  const peopleWidth = both ? Math.floor(width / 2) - 2 : width;
  const hasAffected = !form.people && width >= fieldsBeside + leastAffected;
  const affectedWidth = Math.min(width - fieldsBeside, Math.floor(width * 0.45)) - 2;
  const gap = height < roomyFrom ? 0 : 1;
  const panesHeight = height - 2 - gap;
  return (
    <Box flexDirection="column" height={height} rowGap={gap}>
      <Box height={panesHeight} flexShrink={0} columnGap={2}>
        {form.people && (both || onPeople) && (
          <PeopleList
            people={form.people}
            account={app.account}
            focused={onPeople}
            width={peopleWidth}
            height={panesHeight}
          />
        )}
        {(both || !onPeople) && (
          <FieldsPane
            form={form}
            focused={!onPeople}
            open={top?.kind === 'text' ? top.field : null}
            width={both ? width - peopleWidth - 2 : hasAffected ? width - affectedWidth - 2 : width}
            height={panesHeight}
          />
        )}
        {hasAffected && <AffectedPane form={form} width={affectedWidth - 1} height={panesHeight} />}
      </Box>
      <PlanLines form={form} toast={app.toast?.text} />
    </Box>
  );
}

function isOnPeople(app: App): boolean {
  return app.layers.some(layer => layer.kind === 'people');
}

/** So many people are named, the others counted. */
const mostNamed = 4;

function Heading({ layer: { people, facts }, width }: PageProps<FormLayer>) {
  if (people) {
    const { picked } = people;
    const names = [...picked.values()].slice(0, mostNamed).map(({ name }) => nameAmongOthers(visible(name)));
    const about =
      picked.size > 0 ? listed(names, mostNamed, picked.size) : 'people of the account without a license';
    return <Title strong="Add users" about={about} />;
  }
  const users = facts.subjects.flatMap(({ person, user }) => (person && user ? { person, user } : []));
  const [only] = users;
  if (only && users.length === 1) return <EditOne {...only} width={width} />;
  const names = users.slice(0, mostNamed).map(user => nameAmongOthers(visible(shownName(user))));
  const about = listed(names, mostNamed, users.length);
  return <Title before="Edit " strong={counted(users.length, 'user')} about={about} />;
}

function EditOne({ person, user, width }: { person: Person; user: User; width: number }) {
  const theme = useTheme();
  const name = visible(shownName({ person, user }));
  return (
    <Box paddingLeft={1} columnGap={1}>
      <Text {...theme.text}>Edit</Text>
      <NameAndEmail name={name} email={visible(person.user_email)} gap={3} width={width - ' Edit '.length} />
    </Box>
  );
}

function Title({ before = '', strong, about }: { before?: string; strong: string; about: string }) {
  const theme = useTheme();
  return (
    <Text wrap="truncate" {...theme.text}>
      {' '}
      {before}
      <Text {...theme.strong}>{strong}</Text>
      <Text {...theme.muted}>
        {'   '}
        {about}
      </Text>
    </Text>
  );
}

function place({ layer: form, app }: PageProps<FormLayer>): string {
  const picked = form.people ? [`${number(form.people.picked.size)} picked`] : [];
  const touched = touchedFields(form).length;
  const told = isOnPeople(app)
    ? [...picked, 'a pasted list of e-mails picks them all']
    : [
        ...picked,
        `field ${form.cursor + 1} of ${formRows(form).length}`,
        ...(touched > 0 ? [`${touched} set`] : []),
      ];
  return told.join(` ${marks.dot} `);
}
