import type { ScreenLayer } from '../../../app/layer.ts';
import type { TextLayer } from '../state.ts';
import { textCommands } from './commands.ts';
import { takeText, typeInText } from './reducer.ts';

/** `move`: so many fields further. */
type TextAction = { type: 'text-take'; move: number };

/** A text field of the form below. */
export const textLayer: ScreenLayer<TextLayer, TextAction> = {
  kind: 'text',
  title: 'A text field of a form',
  commands: textCommands,
  reduce: { 'text-take': (app, layer, { move }) => takeText(app, layer, move) },
  requests: {},
  typing: typeInText,
};
