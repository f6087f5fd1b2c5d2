/**
 * Has Node keep what it compiles, so that the next start need not. In the home of whoever runs it: what lies in a folder
 * for everybody, such as Node's own choice, may be anybody's.
 */
export async function keepCompiledCode() {
  const { enableCompileCache } = await import('node:module');
  const { homedir } = await import('node:os');
  const { isAbsolute, join } = await import('node:path');
  const { XDG_CACHE_HOME: named } = process.env;
  // The XDG specification: a path that is not absolute is to be ignored.
  const caches = named && isAbsolute(named) ? named : join(homedir(), '.cache');
  if (isAbsolute(caches)) enableCompileCache(join(caches, 'roster'));
}
