import { centralEurope } from './central-europe.ts';
import type { Culture } from './culture.ts';
import { cyrillic } from './cyrillic.ts';
import { eastAsia } from './east-asia.ts';
import { greeceAndCaucasus } from './greece-and-caucasus.ts';
import { iberiaAndLatinAmerica } from './iberia-and-latin-america.ts';
import { middleEastAndAfrica } from './middle-east-and-africa.ts';
import { southAsia } from './south-asia.ts';
import { southeastAsia } from './southeast-asia.ts';
import { westernEurope } from './western-europe.ts';

/** Everywhere that people of the made-up account come from. */
export const cultures: readonly Culture[] = [
  ...westernEurope,
  ...iberiaAndLatinAmerica,
  ...centralEurope,
  ...cyrillic,
  ...greeceAndCaucasus,
  ...middleEastAndAfrica,
  ...southAsia,
  ...eastAsia,
  ...southeastAsia,
];
