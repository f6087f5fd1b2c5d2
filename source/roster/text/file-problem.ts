const sentences: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'that is a folder',
  EEXIST: 'it exists already',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'the file grows too big',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead nowhere',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk, or the line to it, fails',
  ESTALE: 'the line to its disk broke',
  ENXIO: 'nobody is at the other end',
  ENODEV: 'that disk is gone',
  ENOMEM: 'there is not enough memory left',
  EBUSY: 'another program uses it',
  ETXTBSY: 'another program uses it',
};

/** Errors that Node has no names for, by their numbers on Linux and on macOS. */
const nameless: Record<number, string> = {
  [-122]: 'EDQUOT',
  [-69]: 'EDQUOT',
  [-116]: 'ESTALE',
  [-70]: 'ESTALE',
};

/** The operating system's name for an error, such as `ENOSPC`; empty if it has none. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code = '', errno = 0 } = error as NodeJS.ErrnoException;
  return code === 'UNKNOWN' ? (nameless[errno] ?? code) : String(code);
}

/** Whether the operating system gave this error about a file, so that `fileProblem` has words for it. */
export function isFileProblem(error: unknown): error is NodeJS.ErrnoException {
  return systemCode(error) in sentences;
}

/** Why a file could not be read or written, as people say it; the system's own words where there are no better. */
export function fileProblem(error: unknown): string {
  return sentences[systemCode(error)] ?? (error instanceof Error ? error.message : String(error));
}
