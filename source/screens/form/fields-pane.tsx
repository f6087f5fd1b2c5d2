import { Box, Text } from 'ink';
import { scrollTop } from '../../components/blocks.tsx';
import type { TextField } from '../../keys/text-field.ts';
import { number } from '../../roster/text/words.ts';
import { displayWidth } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { FieldLine } from './field-line.tsx';
import { afterAdding, formRows } from './sections.ts';
import type { FormLayer } from './state.ts';

/** Sections stand beside their fields from this width on. */
const sectionsFrom = 72;

interface FieldsPaneProps {
  form: FormLayer;
  /** Whether the fields have the keys. */
  focused: boolean;
  /** What is being typed into the current field. */
  open: TextField | null;
  width: number;
  height: number;
}

/** The fields under their sections, the current one in view; the last line says how many there are besides. */
export function FieldsPane({ form, focused, open, width, height }: FieldsPaneProps) {
  const theme = useTheme();
  const rows = formRows(form);
  const current = rows[form.cursor];
  const sections = [...new Set(rows.map(row => row.section))];
  const sectionWidth = width >= sectionsFrom ? Math.max(...sections.map(displayWidth)) + 2 : 0;
  const labelWidth = Math.max(...rows.map(row => displayWidth(row.label)));
  // Where there is no room beside the fields, the second step has a title all the same.
  const isTitled = (section = '') => section === afterAdding && sectionWidth === 0;
  const lines = rows.length + (sections.some(isTitled) ? 1 : 0);
  const isAiry = lines + sections.length - 1 <= height;
  const shown = lines <= height ? height : height - 1;
  const top =
    lines <= height ? 0 : scrollTop(form.cursor + (isTitled(current?.section) ? 1 : 0), lines, shown);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Box flexDirection="column" height={shown} flexShrink={0} overflowY="hidden" contentOffsetY={top}>
        <Box flexDirection="column" flexShrink={0} rowGap={isAiry ? 1 : 0}>
          {sections.map(section => (
            <Box key={section}>
              {sectionWidth > 0 && (
                <Box width={sectionWidth} flexShrink={0} paddingLeft={1}>
                  <Text {...theme.muted}>{section}</Text>
                </Box>
              )}
              <Box flexDirection="column">
                {isTitled(section) && (
                  <Text {...theme.muted}>
                    {'   '}
                    {section}
                  </Text>
                )}
                {rows
                  .filter(row => row.section === section)
                  .map(row => (
                    <FieldLine
                      key={row.name}
                      form={form}
                      row={row}
                      isCurrent={focused && row === current}
                      open={open}
                      labelWidth={labelWidth}
                      width={width - sectionWidth}
                    />
                  ))}
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
      {lines > height && <Besides above={top} below={lines - top - shown} />}
    </Box>
  );
}

function Besides({ above, below }: { above: number; below: number }) {
  const theme = useTheme();
  return (
    <Box paddingLeft={3} columnGap={3}>
      {above > 0 && (
        <Text {...theme.muted}>
          {marks.up} {number(above)} above
        </Text>
      )}
      {below > 0 && (
        <Text {...theme.muted}>
          {marks.down} {number(below)} below
        </Text>
      )}
    </Box>
  );
}
