const marks = '\u0301\u0323\u0336\u0489';

/** Letters that stack, join, change length with their case, or run the other way, by what they do. */
export const lettersOfTheWorld = {
  composed: [
    'José Müller Åse Łódź',
    'e\u0301 and \u00e9',
    'q\u0307\u0323 q\u0323\u0307',
    '\u0344 \u1fef \u2126 \ufb1d',
    'Ω Å K µ ſ',
  ],
  casing: [
    'İstanbul ıSPARTA iI',
    'Straße STRASSE ẞ',
    'ŉ ǰ ΐ ﬀ ﬁ ﬃ ﬅ ﬓ',
    'Ǆ ǅ ǆ Ĳ',
    'ΣΊΣΥΦΟΣ Σίσυφος ς',
    'ᏣᎳᎩ ꮳꮃꭹ',
  ],
  lookalikes: ['ｆｕｌｌ Ｗｉｄｔｈ', 'ⅷ ⅳ ½ ² ₂ ℌ ℃ ™', '‰ ﹪ ٪ ۱۲۳ १२३', 'ⓒⓘⓡⓒⓛⓔ 🅰🆎', '𝒻𝒶𝓃𝒸𝓎 𝕿𝖊𝖝𝖙'],
  wide: [
    '席尔瓦 美玲',
    'ﾊﾟﾀﾝ ガ カ\u3099',
    '𠮷野家 𪚥',
    '각 ᄀ\u1161\u11a8 가\u11a8',
    '\u1100\u1100\u1161\u11a8\u11a8',
    'ꙮ ꧅ 𒐫 ௵',
  ],
  stacked: ['हिन्दी क्ष्म्य', 'தமிழ் நி', 'สมชาย ใจดี กำ', 'ລາວ ຫຼຳ', 'မြန်မာ', 'བོད་སྐད།'],
  rightToLeft: ['mixed שלום and العربية 123', 'العربية محمد', 'ﷺ ﷽', 'עִבְרִית שלום', 'ܫܠܡܐ ߒߞߏ'],
  emoji: [
    '👩‍👩‍👧‍👦 family',
    '😀',
    '👩🏽‍💻',
    '👍🏿👍',
    '🏳️‍🌈🏴‍☠️',
    '🇩🇪🇯🇵🇺',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '1️⃣#️⃣*⃣',
    '❤️ ❤ ❤\ufe0e',
    '☺️☹',
    '🫠🫱🏻‍🫲🏿',
    '\u200d🙂\u200d',
    '🏽',
    '©️®️™️',
  ],
} as const;

/** Much of one thing; names hold at most 128 characters. */
export const floods = {
  manyMarks: [
    `Z${marks.repeat(125)}`,
    `Z${marks.repeat(30)}`,
    marks.repeat(20),
    '\u0e49'.repeat(60),
    'ก\u0e49\u0e47\u0e49\u0e47'.repeat(10),
  ],
  muchUnseen: [`a${'\u200d'.repeat(100)}b`, '\u200b'.repeat(100), '\u202e'.repeat(50)],
  manyJoined: [`${'👩‍'.repeat(30)}👩`, '🇩'.repeat(41)],
  muchWidth: ['席'.repeat(128), '﷽'.repeat(40), 'W'.repeat(128), 'W'.repeat(129)],
  long: ['x'.repeat(5_000), `${'ab '.repeat(40)}c`, '"'.repeat(100)],
} as const;
