import { type ColorDepth, paint } from '../../source/terminal/style.ts';
import { fit as fitText } from '../../source/terminal/width.ts';

const names = [
  'Ana Silva',
  'Bruno da Silva',
  '席尔瓦 美玲',
  'Željko Đorđević',
  'Fatima al-Zahra',
  'Nguyễn Thị Hoa',
  '김민준',
];
const roles = ['Agent', 'Supervisor', 'Admin'];

/** A screen like the roster's: header, a table of 500 people from `first` on, the cursor in row `cursor`, a footer. */
export function rosterFrame(
  columns: number,
  rows: number,
  first: number,
  cursor: number,
  depth: ColorDepth,
): string {
  const lines = [
    fitText(
      ` Acme Support  ${paint('▰▰▰▰▰▰▰▰▰▰▱', { color: 'accent' }, depth)}  Licenses 482/500 named`,
      columns,
    ),
    '',
    paint(fitText('     Name                     Email', columns), { color: 'muted' }, depth),
  ];
  for (let index = first; lines.length < rows - 3; index++)
    lines.push(personRow(index, index === cursor, columns, depth));
  lines.push('', ` 2 selected · row ${cursor + 1} of 500`);
  lines.push(paint(' space select  x remove  e edit  a add', { color: 'muted' }, depth));
  return lines.join('\n');
}

function personRow(index: number, isCursor: boolean, columns: number, depth: ColorDepth): string {
  const cells = [
    fitText(`${names[index % names.length]} ${index}`, 24),
    fitText(`person.${index}@acme.example`, 30),
    fitText(roles[index % 3]!, 12),
    fitText(index % 2 ? 'Billing, Sales +2' : 'Chat', 20),
    fitText(index % 5 ? '○ Offline' : '● Ready', 12),
    fitText(index % 9 ? 'Active' : 'Inactive', 10),
  ];
  const mark = index % 4 ? '☐' : '☑';
  if (isCursor)
    return paint(fitText(` ▸ ${mark} ${cells.join(' ')}`, columns), { background: 'cursorRow' }, depth);
  const [name, email, ...rest] = cells;
  return `   ${mark} ${name} ${paint(email!, { color: 'muted' }, depth)} ${rest.join(' ')}`;
}
