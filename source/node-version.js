/** The oldest Node that runs the program: before it better-sqlite3 crashes as it opens a file, whatever it says of itself. */
export const oldestNode = '22.14';

/** Whether a version such as `24.1.0` is that or newer. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
