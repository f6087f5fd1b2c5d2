const sentences: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'that is a folder',
  EEXIST: 'it exists already',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
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

/** Whether the operating system gave this error about a file, so that `fileProblem` has words for it. */
export function isFileProblem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && String(error.code) in sentences;
}

/** Why a file could not be read or written, as people say it; the system's own words where there are no better. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return sentences[code] ?? (error instanceof Error ? error.message : String(error));
}
