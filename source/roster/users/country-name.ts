let names: Intl.DisplayNames | undefined;

/** The English name of an ISO 3166 code; undefined where it has none. Made when first asked: most starts need none. */
export function countryName(code: string): string | undefined {
  names ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return names.of(code);
}
