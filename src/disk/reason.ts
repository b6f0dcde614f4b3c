const REASONS: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'not a folder, but the path asks for one',
  EISDIR: 'a folder, not a file',
  EACCES: 'no permission to read or write it',
  EPERM: 'no permission to read or write it',
  ELOOP: 'a symbolic link that leads back to itself',
  ENAMETOOLONG: 'the path is too long',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'larger than a file may be here',
  EIO: 'the disk could not be read or written',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
};

/** What the system's error means, in plain words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== undefined && Object.hasOwn(REASONS, code)) return REASONS[code]!;
  return error instanceof Error ? error.message : String(error);
}
