import { Box, Text } from 'ink';
import type { PanelProps } from '../../../app/layer.ts';
import { Dialog, dialogWidth } from '../../../components/dialog.tsx';
import { Key } from '../../../components/key.tsx';
import { counted } from '../../../roster/text/words.ts';
import { useTheme } from '../../../theme/theme-context.ts';
import { touchedFields } from '../edits.ts';
import { openForm } from '../open-form.ts';
import type { FormLayer, LeaveLayer } from '../state.ts';

/** The small question before something typed is lost. */
export function LeaveDialog({ app, size }: PanelProps<LeaveLayer>) {
  const theme = useTheme();
  return (
    <Dialog title="Leave without saving?" width={dialogWidth(46, size.columns)} size={size}>
      <Box flexDirection="column" paddingTop={1} rowGap={1}>
        <Text {...theme.text}>{lostText(openForm(app))}</Text>
        <Box columnGap={4}>
          <Key name="y" label="leave" tone="danger" />
          <Key name="s" label="save" />
          <Key name="n" label="stay" />
        </Box>
      </Box>
    </Dialog>
  );
}

function lostText(form: FormLayer | null): string {
  const fields = form ? touchedFields(form).length : 0;
  const people = form?.people?.picked.size ?? 0;
  const lost = [
    people > 0 ? counted(people, 'person', 'people') : '',
    fields > 0 ? counted(fields, 'field') : '',
  ].filter(Boolean);
  return lost.length > 0 ? `Not saved: ${lost.join(', ')}.` : 'Nothing is saved.';
}
